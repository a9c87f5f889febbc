/**
 * `/rest/api/3/screens` and `/rest/api/3/field/{fieldId}/screens`:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screens/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { requireAdministrator } from '../access';
import { checkedDescription, chosen, idInPath, readBody } from '../administration';
import { findField } from '../fields/field-catalogue';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import { screenScope } from '../screens/screen-scope';
import { checkedScreenName, createScreen, deleteScreen, requireScreen } from '../screens/screens';
import type { Screen } from '../screens/screen-state';
import { availableFields } from '../screens/screen-tabs';

const createSchema = z.strictObject({ name: z.string(), description: z.string().nullish() });
const updateSchema = createSchema.partial();
const scopesSchema = z.array(z.enum(['GLOBAL', 'TEMPLATE', 'PROJECT']));

export function screenRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/screens', (context) => {
    requireScreenAdministrator(context);
    const scopes = scopesSchema.safeParse(context.req.queries('scope') ?? []);
    if (!scopes.success) throw badRequest('The scope must be GLOBAL, TEMPLATE or PROJECT.');
    const found = chosen(context, site.store.state.screens)
      .map(screenView)
      .filter(({ scope }) => scopes.data.length === 0 || scopes.data.includes(scope?.type ?? 'GLOBAL'));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 100, 100)));
  });
  routes.post('/screens', async (context) => {
    requireScreenAdministrator(context);
    const { name, description } = await readBody(context, createSchema);
    return context.json(screenView(createScreen(site, name, description ?? '')), 201);
  });
  routes.put('/screens/:screen', async (context) => {
    requireScreenAdministrator(context);
    const screen = requireClassicScreen(context);
    const { name, description } = await readBody(context, updateSchema);
    if (name !== undefined) screen.name = checkedScreenName(site, name, screen);
    if (description != null) screen.description = checkedDescription(description, 255);
    return context.json(screenView(screen));
  });
  routes.delete('/screens/:screen', (context) => {
    requireScreenAdministrator(context);
    deleteScreen(site, requireClassicScreen(context));
    return context.body(null, 204);
  });
  routes.get('/screens/:screen/availableFields', (context) => {
    requireScreenAdministrator(context);
    const screen = requireScreen(site, idInPath(context, 'screen'));
    return context.json(availableFields(site, screen).map(({ id, name }) => ({ id, name })));
  });
  routes.get('/field/:field/screens', (context) => {
    requireAdministrator(site, context.get('account'));
    const id = context.req.param('field');
    if (findField(site.store, id) === undefined) throw notFound('The field was not found.');
    const withTab = expansions(context).includes('tab');
    const found = site.store.state.screens.flatMap((screen) => {
      const tab = screen.tabs.find(({ fieldIds }) => fieldIds.includes(id));
      if (tab === undefined) return [];
      return [{ ...screenView(screen), ...(withTab ? { tab: { id: Number(tab.id), name: tab.name } } : {}) }];
    });
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 100, 100)));
  });
  return routes;

  function requireScreenAdministrator(context: JiraContext): void {
    requireAdministrator(site, context.get('account'), 'Only Jira administrators can manage screens.');
  }

  function requireClassicScreen(context: JiraContext): Screen {
    const screen = requireScreen(site, idInPath(context, 'screen'));
    if (screenScope(site.store, screen) !== undefined) throw notFound('The screen was not found.');
    return screen;
  }

  function screenView(screen: Screen) {
    const { id, name, description } = screen;
    const scope = screenScope(site.store, screen);
    return { id: Number(id), name, description, ...(scope === undefined ? {} : { scope }) };
  }
}
