/** GET /rest/api/3/status, /rest/api/3/status/{idOrName}, /rest/api/3/statuses/search and /rest/api/3/statuses */
import { Hono } from 'hono';
import type { JiraSite } from '../jira-site';
import { statusView } from '../object-views';
import { badRequest, notFound, unsupported } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraEnv } from '../request';
import { statusCategorySchema } from '../state';
import type { Status } from '../state';

export function statusRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/status', (context) => context.json(site.store.state.statuses.map((status) => statusView(site, status))));
  routes.get('/status/:status', (context) => {
    const asked = context.req.param('status');
    const found = site.store.state.statuses.find(({ id, name }) => id === asked || name === asked);
    if (found === undefined) throw notFound('The status does not exist.');
    return context.json(statusView(site, found));
  });
  routes.get('/statuses', (context) => {
    const ids = context.req.queries('id') ?? [];
    const found = ids.map((id) => site.store.state.statuses.find((status) => status.id === id));
    if (found.length === 0 || found.includes(undefined)) throw badRequest('One or more status ids are not valid.');
    return context.json(found.filter((status) => status !== undefined).map(adminView));
  });
  routes.get('/statuses/search', (context) => {
    if (context.req.query('projectId') !== undefined) throw unsupported('projectId in the search for statuses');
    if (expansions(context).some((name) => name !== '')) throw unsupported('expand in the search for statuses');
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
  return routes;
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
