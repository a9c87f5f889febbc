/** GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes and …/issuetypes/{issueTypeId} */
import { Hono } from 'hono';
import { holds, requireProject } from '../access';
import { applicableField } from '../fields/applicable-field';
import { findField } from '../fields/field-catalogue';
import { fieldMetadata } from '../fields/field-metadata';
import type { Account, JiraSite } from '../jira-site';
import { issueTypeView, projectReferenceView } from '../object-views';
import { notFound } from '../refusal';
import { readWindow } from '../request';
import type { JiraEnv } from '../request';
import { issueScreen } from '../screens/issue-screens';
import type { Project } from '../state';

export function createMetaRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/issue/createmeta/:project/issuetypes', (context) => {
    const project = requireCreatable(site, context.get('account'), context.req.param('project'));
    const { startAt, maxResults } = readWindow(context, 50, 200);
    const types = site.store.issueTypeIdsOf(project).map((id) => issueTypeView(site, id));
    const issueTypes = types.slice(startAt, startAt + maxResults);
    return context.json({ startAt, maxResults, total: types.length, issueTypes });
  });
  routes.get('/issue/createmeta/:project/issuetypes/:type', (context) => {
    const project = requireCreatable(site, context.get('account'), context.req.param('project'));
    const id = context.req.param('type');
    if (!site.store.issueTypeIdsOf(project).includes(id))
      throw notFound('The issue type does not exist in the project.');
    const { startAt, maxResults } = readWindow(context, 50, 200);
    const all = [
      ...fixedFields(site, project, id),
      ...issueScreen(site.store, project, id, 'create').flatMap((fieldId) => {
        const field = findField(site.store, fieldId);
        if (field === undefined || FIXED_FIELDS.includes(fieldId)) return [];
        const applicable = applicableField(field, { projectId: project.id, issueTypeId: id });
        if (applicable === undefined || applicable.app?.readOnly === true) return [];
        return [{ fieldId, ...fieldMetadata(site, applicable) }];
      }),
    ];
    const fields = all.slice(startAt, startAt + maxResults);
    return context.json({ startAt, maxResults, total: all.length, fields });
  });
  return routes;
}

const FIXED_FIELDS = ['project', 'issuetype'];

function fixedFields(site: JiraSite, project: Project, issueTypeId: string) {
  const views = { project: projectReferenceView(site, project), issuetype: issueTypeView(site, issueTypeId) };
  return Object.entries(views).flatMap(([fieldId, allowed]) => {
    const field = findField(site.store, fieldId);
    if (field === undefined) return [];
    const metadata = { ...fieldMetadata(site, field), required: true, operations: ['set'], allowedValues: [allowed] };
    return [{ fieldId, ...metadata }];
  });
}

function requireCreatable(site: JiraSite, account: Account, idOrKey: string): Project {
  const project = requireProject(site, account, idOrKey);
  if (!holds(site, account, 'CREATE_ISSUES', project)) {
    throw notFound(`No project could be found with key '${idOrKey}'.`);
  }
  return project;
}
