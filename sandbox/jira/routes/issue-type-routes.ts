/** `/rest/api/3/issuetype`: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/ */
import { Hono } from 'hono';
import { z } from 'zod';
import { isAdministrator, maySeeProject, requireAdministrator } from '../access';
import { idInPath, readBody } from '../administration';
import {
  checkedLevel,
  checkedTypeName,
  createIssueType,
  deleteIssueType,
  requireIssueType,
} from '../issue-types/issue-types';
import type { Account, JiraSite } from '../jira-site';
import { issueTypeView } from '../object-views';
import type { IssueType } from '../projects/project-state';
import { badRequest, notFound, unsupported } from '../refusal';
import type { JiraContext, JiraEnv } from '../request';

const createSchema = z.strictObject({
  name: z.string(),
  description: z.string().nullish(),
  hierarchyLevel: z.number().int().nullish(),
  type: z.enum(['standard', 'subtask']).nullish(),
});
const updateSchema = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  avatarId: z.number().optional(),
});

export function issueTypeRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/issuetype', (context) =>
    context.json(
      site.store.state.issueTypes
        .filter((type) => isVisible(context.get('account'), type))
        .map(({ id }) => issueTypeView(site, id)),
    ),
  );
  routes.post('/issuetype', async (context) => {
    requireAdministrator(site, context.get('account'));
    const { name, description, hierarchyLevel, type } = await readBody(context, createSchema);
    const level = checkedLevel(hierarchyLevel ?? (type === 'subtask' ? -1 : 0));
    const made = createIssueType(site, { name, description: description ?? '', hierarchyLevel: level });
    return context.json(issueTypeView(site, made.id), 201);
  });
  routes.get('/issuetype/project', (context) => {
    const id = context.req.query('projectId');
    const level = context.req.query('level');
    if (id === undefined || !/^\d+$/.test(id)) throw badRequest('The projectId must be provided.');
    const project = site.store.state.projects.find((entry) => entry.id === id);
    if (project === undefined || !maySeeProject(site, context.get('account'), project)) {
      throw notFound('The project was not found.');
    }
    const types = site.store.issueTypeIdsOf(project).map((typeId) => issueTypeView(site, typeId));
    return context.json(types.filter((type) => level === undefined || String(type.hierarchyLevel) === level));
  });
  routes.get('/issuetype/:type', (context) => context.json(issueTypeView(site, visible(context).id)));
  routes.put('/issuetype/:type', async (context) => {
    requireAdministrator(site, context.get('account'));
    const type = requireIssueType(site, idInPath(context, 'type'));
    const { name, description, avatarId } = await readBody(context, updateSchema);
    if (avatarId !== undefined) throw unsupported('avatars of issue types');
    if (name !== undefined) type.name = checkedTypeName(site, name, type);
    if (description !== undefined) type.description = description;
    return context.json(issueTypeView(site, type.id));
  });
  routes.delete('/issuetype/:type', (context) => {
    requireAdministrator(site, context.get('account'));
    const type = requireIssueType(site, idInPath(context, 'type'));
    deleteIssueType(site, type, context.req.query('alternativeIssueTypeId'));
    return context.body(null, 204);
  });
  return routes;

  /** Administrators see all; others those of the projects that they may see. */
  function isVisible(account: Account, type: IssueType): boolean {
    if (isAdministrator(site, account)) return true;
    return site.store.state.projects.some(
      (project) => site.store.issueTypeIdsOf(project).includes(type.id) && maySeeProject(site, account, project),
    );
  }

  function visible(context: JiraContext): IssueType {
    const type = requireIssueType(site, idInPath(context, 'type'));
    if (!isVisible(context.get('account'), type)) throw notFound('The issue type was not found.');
    return type;
  }
}
