/**
 * `/rest/api/3/issuetypescreenscheme`:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-type-screen-schemes/
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
  requireDistinct,
} from '../administration';
import type { JiraSite } from '../jira-site';
import { projectReferenceView } from '../object-views';
import { nestedPage } from '../paging';
import type { Project } from '../projects/project-state';
import { requireClassicProject } from '../projects/require-project';
import { badRequest } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import * as schemes from '../screens/issue-type-screen-schemes';
import { requireScreenScheme } from '../screens/screen-schemes';
import type { IssueTypeScreenScheme } from '../screens/screen-state';

const mappings = z.array(z.strictObject({ issueTypeId: z.string(), screenSchemeId: z.string() }));
const createSchema = z.strictObject({
  name: z.string(),
  description: z.string().nullish(),
  issueTypeMappings: mappings,
});
const updateSchema = z.strictObject({ name: z.string().optional(), description: z.string().optional() });
const mappingSchema = z.strictObject({ issueTypeMappings: mappings });
const defaultSchema = z.strictObject({ screenSchemeId: z.string() });
const removeSchema = z.strictObject({ issueTypeIds: z.array(z.string()) });
const assignmentSchema = z.strictObject({ issueTypeScreenSchemeId: z.string(), projectId: z.string() });

export function issueTypeScreenSchemeRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const refusal = 'Only Jira administrators can access issue type screen schemes.';
  routes.use('/issuetypescreenscheme/*', administratorsOnly(site, refusal));
  routes.get('/issuetypescreenscheme', (context) => {
    const expanded = expansions(context).includes('projects');
    const found = chosen(context, schemes.classicIssueTypeScreenSchemes(site)).map((scheme) => ({
      ...schemeView(scheme),
      ...(expanded ? { projects: nestedPage(schemes.projectsWith(site, scheme).map(projectView)) } : {}),
    }));
    return page(context, found);
  });
  routes.post('/issuetypescreenscheme', async (context) => {
    const { name, description, issueTypeMappings } = await readBody(context, createSchema);
    const details = { name, description: description ?? '', mappings: issueTypeMappings };
    return context.json({ id: schemes.createIssueTypeScreenScheme(site, details).id }, 201);
  });
  routes.get('/issuetypescreenscheme/mapping', (context) => {
    const ids = idsParameter(context, 'issueTypeScreenSchemeId');
    const items = schemes
      .classicIssueTypeScreenSchemes(site)
      .filter(({ id }) => ids === undefined || ids.includes(id))
      .flatMap((scheme) => itemsOf(scheme));
    return page(context, items);
  });
  routes.get('/issuetypescreenscheme/project', (context) => {
    const ids = idsParameter(context, 'projectId');
    if (ids === undefined) throw badRequest('The projectId must be provided.');
    const found = schemes.classicIssueTypeScreenSchemes(site).flatMap((scheme) => {
      const projectIds = schemes.projectsWith(site, scheme).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
      return projectIds.length === 0 ? [] : [{ issueTypeScreenScheme: schemeView(scheme), projectIds }];
    });
    return page(context, found);
  });
  routes.put('/issuetypescreenscheme/project', async (context) => {
    const { issueTypeScreenSchemeId, projectId } = await readBody(context, assignmentSchema);
    const scheme = schemes.requireIssueTypeScreenScheme(site, issueTypeScreenSchemeId);
    const teamManaged = 'Only classic projects can have issue type screen schemes assigned.';
    requireClassicProject(site, projectId, teamManaged).issueTypeScreenSchemeId = scheme.id;
    return context.body(null, 204);
  });
  routes.put('/issuetypescreenscheme/:scheme', async (context) => {
    const scheme = asked(context);
    const { name, description } = await readBody(context, updateSchema);
    if (description !== undefined) checkedDescription(description, 255);
    if (name !== undefined) scheme.name = schemes.checkedSchemeName(site, name, scheme);
    if (description !== undefined) scheme.description = description;
    return context.body(null, 204);
  });
  routes.delete('/issuetypescreenscheme/:scheme', (context) => {
    schemes.deleteIssueTypeScreenScheme(site, asked(context));
    return context.body(null, 204);
  });
  routes.put('/issuetypescreenscheme/:scheme/mapping', async (context) => {
    const scheme = asked(context);
    schemes.appendMappings(site, scheme, (await readBody(context, mappingSchema)).issueTypeMappings);
    return context.body(null, 204);
  });
  routes.put('/issuetypescreenscheme/:scheme/mapping/default', async (context) => {
    const scheme = asked(context);
    const { screenSchemeId } = await readBody(context, defaultSchema);
    scheme.defaultScreenSchemeId = requireScreenScheme(site, screenSchemeId).id;
    return context.body(null, 204);
  });
  routes.post('/issuetypescreenscheme/:scheme/mapping/remove', async (context) => {
    const scheme = asked(context);
    const { issueTypeIds } = await readBody(context, removeSchema);
    requireDistinct(issueTypeIds, 'issueTypeIds');
    schemes.removeMappings(scheme, issueTypeIds);
    return context.body(null, 204);
  });
  routes.get('/issuetypescreenscheme/:scheme/project', (context) => {
    const text = (context.req.query('query') ?? '').toLowerCase();
    const found = schemes
      .projectsWith(site, asked(context))
      .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(text));
    return page(context, found.map(projectView));
  });
  return routes;

  function page<Value>(context: JiraContext, values: readonly Value[]) {
    return context.json(pageOf(context, site.baseUrl(), values, readWindow(context, 50, 100)));
  }

  function asked(context: JiraContext): IssueTypeScreenScheme {
    return schemes.requireIssueTypeScreenScheme(site, idInPath(context, 'scheme'));
  }

  function projectView(project: Project) {
    return projectReferenceView(site, project);
  }
}

function schemeView({ id, name, description }: IssueTypeScreenScheme) {
  return { id, name, description };
}

function itemsOf({ id, mappings: entries, defaultScreenSchemeId }: IssueTypeScreenScheme) {
  const byDefault = { issueTypeId: schemes.DEFAULT_MAPPING, screenSchemeId: defaultScreenSchemeId };
  return [...entries, byDefault].map((entry) => ({ issueTypeScreenSchemeId: id, ...entry }));
}
