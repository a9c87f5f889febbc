/**
 * Tabs of screens and their fields:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-screen-tabs/ and …/api-group-screen-tab-fields/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { holds, isAdministrator, requireAdministrator } from '../access';
import { idInPath, readBody } from '../administration';
import { findField } from '../fields/field-catalogue';
import type { JiraSite } from '../jira-site';
import { badRequest, forbidden } from '../refusal';
import type { JiraContext, JiraEnv } from '../request';
import { screenSchemeOf } from '../screens/issue-screens';
import { requireScreen } from '../screens/screens';
import type { Screen, ScreenTab } from '../screens/screen-state';
import * as tabs from '../screens/screen-tabs';

const tabSchema = z.strictObject({ id: z.number().optional(), name: z.string() });
const addSchema = z.strictObject({ fieldId: z.string() });
const moveSchema = z.strictObject({
  after: z.string().optional(),
  position: z.enum(['Earlier', 'Later', 'First', 'Last']).optional(),
});

export function screenTabRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/screens/:screen/tabs', (context) => context.json(readable(context).tabs.map(tabView)));
  routes.post('/screens/:screen/tabs', async (context) => {
    const screen = changeable(context);
    const { name } = await readBody(context, tabSchema);
    return context.json(tabView(tabs.createTab(site, screen, name)));
  });
  routes.put('/screens/:screen/tabs/:tab', async (context) => {
    const screen = changeable(context);
    const tab = tabs.requireTab(screen, idInPath(context, 'tab'));
    const { name } = await readBody(context, tabSchema);
    tab.name = tabs.checkedTabName(screen, name, tab);
    return context.json(tabView(tab));
  });
  routes.delete('/screens/:screen/tabs/:tab', (context) => {
    const screen = changeable(context);
    const tab = tabs.requireTab(screen, idInPath(context, 'tab'));
    screen.tabs = screen.tabs.filter((entry) => entry !== tab);
    return context.body(null, 204);
  });
  routes.post('/screens/:screen/tabs/:tab/move/:position', (context) => {
    const screen = changeable(context);
    const position = Number(idInPath(context, 'position'));
    tabs.moveTab(screen, tabs.requireTab(screen, idInPath(context, 'tab')), position);
    return context.body(null, 204);
  });
  routes.get('/screens/:screen/tabs/:tab/fields', (context) => {
    const tab = tabs.requireTab(readable(context), idInPath(context, 'tab'));
    return context.json(tab.fieldIds.map((id) => ({ id, name: findField(site.store, id)?.name ?? id })));
  });
  routes.post('/screens/:screen/tabs/:tab/fields', async (context) => {
    const screen = changeable(context);
    const tab = tabs.requireTab(screen, idInPath(context, 'tab'));
    const { fieldId } = await readBody(context, addSchema);
    const { id, name } = tabs.addField(site, screen, tab, fieldId);
    return context.json({ id, name });
  });
  routes.delete('/screens/:screen/tabs/:tab/fields/:field', (context) => {
    tabs.removeField(tabs.requireTab(changeable(context), idInPath(context, 'tab')), context.req.param('field'));
    return context.body(null, 204);
  });
  routes.post('/screens/:screen/tabs/:tab/fields/:field/move', async (context) => {
    const tab = tabs.requireTab(changeable(context), idInPath(context, 'tab'));
    tabs.moveField(tab, context.req.param('field'), await readBody(context, moveSchema));
    return context.body(null, 204);
  });
  return routes;

  function changeable(context: JiraContext): Screen {
    requireAdministrator(site, context.get('account'), 'Only Jira administrators can manage screens.');
    return requireScreen(site, idInPath(context, 'screen'));
  }

  /** Project administrators may read the screens of a project that they name. */
  function readable(context: JiraContext): Screen {
    const account = context.get('account');
    const screen = requireScreen(site, idInPath(context, 'screen'));
    if (isAdministrator(site, account)) return screen;
    const key = context.req.query('projectKey');
    const project = site.store.state.projects.find((entry) => entry.key === key);
    if (project === undefined || !holds(site, account, 'ADMINISTER_PROJECTS', project)) {
      throw forbidden('Only Jira administrators can manage screens.');
    }
    const used = site.store
      .issueTypeIdsOf(project)
      .some((id) => Object.values(screenSchemeOf(site.store, project, id).screens).includes(screen.id));
    if (!used) throw badRequest('The screen is not associated with the project.');
    return screen;
  }
}

function tabView({ id, name }: ScreenTab) {
  return { id: Number(id), name };
}
