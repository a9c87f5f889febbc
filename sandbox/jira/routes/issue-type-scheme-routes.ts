/**
 * `/rest/api/3/issuetypescheme`:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-schemes/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import {
  administratorsOnly,
  checkedDescription,
  chosen,
  idInPath,
  idsParameter,
  readBody,
  reordered,
  requireDistinct,
} from '../administration';
import * as schemes from '../issue-types/issue-type-schemes';
import type { JiraSite } from '../jira-site';
import { issueTypeView, projectReferenceView } from '../object-views';
import { nestedPage } from '../paging';
import { requireClassicProject } from '../projects/require-project';
import type { IssueTypeScheme } from '../projects/project-state';
import { badRequest, notFound } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';

const createSchema = z.strictObject({
  name: z.string(),
  description: z.string().nullish(),
  defaultIssueTypeId: z.string().nullish(),
  issueTypeIds: z.array(z.string()),
});
const updateSchema = createSchema.omit({ issueTypeIds: true }).partial();
const idsSchema = z.strictObject({ issueTypeIds: z.array(z.string()) });
const orderSchema = idsSchema.extend({
  after: z.string().optional(),
  position: z.enum(['First', 'Last']).optional(),
});
const assignmentSchema = z.strictObject({ issueTypeSchemeId: z.string(), projectId: z.string() });

const LONGEST_PAGE = 100;

export function issueTypeSchemeRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.use('/issuetypescheme/*', administratorsOnly(site, 'Only Jira administrators can access issue type schemes.'));
  routes.get('/issuetypescheme', (context) => {
    const expand = expansions(context);
    const found = chosen(context, schemes.classicIssueTypeSchemes(site)).map((scheme) => ({
      ...schemeView(scheme),
      ...(expand.includes('projects') ? { projects: projectsOf(scheme) } : {}),
      ...(expand.includes('issueTypes') ? { issueTypes: typesOf(scheme) } : {}),
    }));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, LONGEST_PAGE)));
  });
  routes.post('/issuetypescheme', async (context) => {
    const { name, description, defaultIssueTypeId, issueTypeIds } = await readBody(context, createSchema);
    const details = { name, description: description ?? '', issueTypeIds };
    const scheme = schemes.createIssueTypeScheme(site, { ...details, defaultIssueTypeId: defaultIssueTypeId ?? null });
    return context.json({ issueTypeSchemeId: scheme.id }, 201);
  });
  routes.get('/issuetypescheme/mapping', (context) => {
    const ids = idsParameter(context, 'issueTypeSchemeId');
    const items = schemes
      .classicIssueTypeSchemes(site)
      .filter(({ id }) => ids === undefined || ids.includes(id))
      .flatMap(({ id, issueTypeIds }) => issueTypeIds.map((issueTypeId) => ({ issueTypeSchemeId: id, issueTypeId })));
    return context.json(pageOf(context, site.baseUrl(), items, readWindow(context, 50, LONGEST_PAGE)));
  });
  routes.get('/issuetypescheme/project', (context) => {
    const ids = idsParameter(context, 'projectId');
    if (ids === undefined) throw badRequest('The projectId must be provided.');
    const found = schemes.classicIssueTypeSchemes(site).flatMap((scheme) => {
      const projectIds = schemes.projectsWith(site, scheme).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
      return projectIds.length === 0 ? [] : [{ issueTypeScheme: schemeView(scheme), projectIds }];
    });
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, LONGEST_PAGE)));
  });
  routes.put('/issuetypescheme/project', async (context) => {
    const { issueTypeSchemeId, projectId } = await readBody(context, assignmentSchema);
    const scheme = schemes.requireIssueTypeScheme(site, issueTypeSchemeId);
    const project = requireClassicProject(
      site,
      projectId,
      'Issue type schemes can only be assigned to classic projects.',
    );
    schemes.assignIssueTypeScheme(site, scheme, project);
    return context.body(null, 204);
  });
  routes.put('/issuetypescheme/:scheme', async (context) => {
    const scheme = asked(context);
    const { name, description, defaultIssueTypeId } = await readBody(context, updateSchema);
    if (defaultIssueTypeId != null && !scheme.issueTypeIds.includes(defaultIssueTypeId)) {
      throw badRequest('The default issue type has to be one of the issue types of the scheme.');
    }
    const checked = name === undefined ? scheme.name : schemes.checkedSchemeName(site, name, scheme);
    if (description != null) scheme.description = checkedDescription(description, 4000);
    if (defaultIssueTypeId != null) scheme.defaultIssueTypeId = defaultIssueTypeId;
    scheme.name = checked;
    return context.body(null, 204);
  });
  routes.delete('/issuetypescheme/:scheme', (context) => {
    schemes.deleteIssueTypeScheme(site, asked(context));
    return context.body(null, 204);
  });
  routes.put('/issuetypescheme/:scheme/issuetype', async (context) => {
    const scheme = asked(context);
    const { issueTypeIds } = await readBody(context, idsSchema);
    requireDistinct(issueTypeIds, 'issueTypeIds');
    schemes.requireIssueTypes(site, issueTypeIds);
    const present = issueTypeIds.filter((id) => scheme.issueTypeIds.includes(id));
    if (present.length > 0) {
      throw badRequest(
        `These issue types were not added because they are already present in the issue type scheme: ${present.join(', ')}`,
      );
    }
    scheme.issueTypeIds.push(...issueTypeIds);
    return context.body(null, 204);
  });
  routes.put('/issuetypescheme/:scheme/issuetype/move', async (context) => {
    const scheme = asked(context);
    const { issueTypeIds, after, position } = await readBody(context, orderSchema);
    requireDistinct(issueTypeIds, 'issueTypeIds');
    const missing = [...issueTypeIds, ...(after === undefined ? [] : [after])].filter(
      (id) => !scheme.issueTypeIds.includes(id),
    );
    if (missing.length > 0) {
      throw badRequest(
        `The issue type scheme does not include some of the specified issue types. Issue type IDs missing from the scheme are:  ${missing.join(', ')}`,
      );
    }
    if ((after === undefined) === (position === undefined)) throw badRequest("Either 'after' or 'position' must be provided."); // prettier-ignore
    if (after !== undefined && issueTypeIds.includes(after)) throw badRequest("The issue type in 'after' must not be in the list."); // prettier-ignore
    scheme.issueTypeIds = reordered(scheme.issueTypeIds, issueTypeIds, { after, position });
    return context.body(null, 204);
  });
  routes.delete('/issuetypescheme/:scheme/issuetype/:type', (context) => {
    schemes.removeIssueType(site, asked(context), idInPath(context, 'type'));
    return context.body(null, 204);
  });
  return routes;

  function asked(context: JiraContext): IssueTypeScheme {
    const id = context.req.param('scheme') ?? '';
    if (!/^\d+$/.test(id)) throw notFound('The issue type scheme was not found.');
    return schemes.requireIssueTypeScheme(site, id);
  }

  function projectsOf(scheme: IssueTypeScheme) {
    return nestedPage(schemes.projectsWith(site, scheme).map((project) => projectReferenceView(site, project)));
  }

  function typesOf(scheme: IssueTypeScheme) {
    return nestedPage(scheme.issueTypeIds.map((id) => issueTypeView(site, id)));
  }
}

function schemeView({ id, name, description, isDefault, defaultIssueTypeId }: IssueTypeScheme) {
  return {
    id,
    name,
    description,
    ...(defaultIssueTypeId === null ? {} : { defaultIssueTypeId }),
    ...(isDefault ? { isDefault } : {}),
  };
}
