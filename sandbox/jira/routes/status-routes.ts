/** Statuses: /rest/api/3/status for everybody, /rest/api/3/statuses for those who administer workflows. */
import { Hono } from 'hono';
import { z } from 'zod';
import { checkedName, readBody } from '../administration';
import type { JiraSite } from '../jira-site';
import { statusView } from '../object-views';
import { badRequest, notFound, unsupported } from '../refusal';
import { pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import { statusCategorySchema } from '../state';
import type { Status } from '../state';
import { requireLock } from '../workflow-admin/configuration-lock';
import { isInUse, projectsFollowing, usagePage, workflowsWith } from '../workflow-admin/usages';
import { findStatus, statusNamed } from '../workflow-admin/upsert-statuses';
import { requireStatusReader, requireWorkflowAdministrator } from '../workflow-admin/workflow-access';

const newStatusSchema = z.strictObject({
  name: z.string(),
  description: z.string().default(''),
  statusCategory: statusCategorySchema,
});
const createSchema = z.strictObject({
  scope: z.strictObject({
    type: z.enum(['GLOBAL', 'PROJECT']),
    project: z.strictObject({ id: z.string() }).optional(),
  }),
  statuses: z.array(newStatusSchema).min(1),
});
const updateSchema = z.strictObject({ statuses: z.array(newStatusSchema.extend({ id: z.string() })).min(1) });

export function statusRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/status', (context) => {
    const statuses = site.store.state.statuses.filter(({ id }) => isInUse(site, id));
    return context.json(statuses.map((status) => statusView(site, status)));
  });
  routes.get('/status/:status', (context) => {
    const asked = context.req.param('status');
    const found = site.store.state.statuses.find(({ id, name }) => id === asked || name === asked);
    if (found === undefined || !isInUse(site, found.id)) throw notFound('The status does not exist.');
    return context.json(statusView(site, found));
  });
  routes.get('/statuses', (context) => {
    requireStatusReader(site, context.get('account'));
    return context.json(askedStatuses(site, context).map(adminView));
  });
  routes.post('/statuses', async (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const { scope, statuses } = await readBody(context, createSchema);
    if (scope.type === 'PROJECT') throw unsupported('statuses of team-managed projects');
    requireLock(site);
    requireUniqueNames(site, statuses);
    const added = statuses.map(({ name, description, statusCategory: category }) => ({
      id: site.store.nextId('status'),
      name: checkedName(name, 255),
      description,
      category,
    }));
    site.store.state.statuses.push(...added);
    return context.json(added.map(adminView));
  });
  routes.put('/statuses', async (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const { statuses } = await readBody(context, updateSchema);
    requireLock(site);
    const updates = statuses.map((update) => ({ update, status: requireStatus(site, update.id) }));
    requireUniqueNames(site, statuses);
    for (const { status, update } of updates) {
      const { name, description, statusCategory: category } = update;
      Object.assign(status, { name: checkedName(name, 255), description, category });
    }
    return context.body(null, 204);
  });
  routes.delete('/statuses', (context) => {
    requireWorkflowAdministrator(site, context.get('account'));
    const asked = askedStatuses(site, context);
    const used = asked.find(({ id }) => workflowsWith(site, id).length > 0);
    if (used !== undefined) throw badRequest(`The status '${used.name}' is used by a workflow.`);
    site.store.state.statuses = site.store.state.statuses.filter((status) => !asked.includes(status));
    return context.body(null, 204);
  });
  routes.get('/statuses/search', (context) => {
    requireStatusReader(site, context.get('account'));
    if (context.req.query('projectId') !== undefined) throw unsupported('projectId in the search for statuses');
    const wanted = context.req.query('statusCategory');
    const category = statusCategorySchema.safeParse(wanted);
    if (wanted !== undefined && !category.success) throw badRequest(`Invalid status category: ${wanted}`);
    const text = (context.req.query('searchString') ?? '').toLowerCase();
    const found = site.store.state.statuses
      .filter((status) => wanted === undefined || status.category === wanted)
      .filter((status) => status.name.toLowerCase().includes(text))
      .map(adminView);
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 200, 200)));
  });
  routes.get('/statuses/:id/workflowUsages', (context) => {
    const { id } = usedStatus(context);
    const ids = workflowsWith(site, id).map((workflow) => workflow.id);
    return context.json({ statusId: id, workflows: usagePage(context, ids) });
  });
  routes.get('/statuses/:id/projectUsages', (context) => {
    const { id } = usedStatus(context);
    const ids = workflowsWith(site, id).flatMap((workflow) =>
      projectsFollowing(site, workflow).map((project) => project.id),
    );
    return context.json({ statusId: id, projects: usagePage(context, [...new Set(ids)]) });
  });
  return routes;

  function usedStatus(context: JiraContext): Status {
    requireWorkflowAdministrator(site, context.get('account'));
    const status = findStatus(site, context.req.param('id') ?? '');
    if (status === undefined) throw notFound('The status does not exist.');
    return status;
  }
}

function askedStatuses(site: JiraSite, context: JiraContext): readonly Status[] {
  const ids = context.req.queries('id') ?? [];
  if (ids.length === 0 || ids.length > 50) throw badRequest('Between 1 and 50 status ids must be given.');
  return [...new Set(ids)].map((id) => requireStatus(site, id));
}

function requireStatus(site: JiraSite, id: string): Status {
  const status = findStatus(site, id);
  if (status === undefined) throw badRequest('One or more status ids are not valid.');
  return status;
}

/** Names of global statuses are unique on the site; those with an id may keep their own. */
function requireUniqueNames(
  site: JiraSite,
  statuses: readonly { readonly id?: string; readonly name: string }[],
): void {
  const names = statuses.map(({ name }) => name.toLowerCase());
  const clash = statuses.find(({ id, name }, at) => {
    const other = statusNamed(site, name);
    return (other !== undefined && other.id !== id) || names.indexOf(name.toLowerCase()) !== at;
  });
  if (clash !== undefined) throw badRequest(`The status name '${clash.name}' is taken.`);
}

function adminView(status: Status) {
  return {
    id: status.id,
    name: status.name,
    statusCategory: status.category,
    scope: { type: 'GLOBAL' },
    description: status.description,
  };
}
