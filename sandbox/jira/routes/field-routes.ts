/** `/rest/api/3/field`: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ */
import { Hono } from 'hono';
import { z } from 'zod';
import { isAdministrator, requireAdministrator } from '../access';
import { readBody } from '../administration';
import { requireUnlocked } from '../fields/app-fields';
import { createCustomField, requireCustomField, updateCustomField } from '../fields/custom-fields';
import { submitDeletion } from '../fields/delete-field-work';
import { allFields, findField } from '../fields/field-catalogue';
import { fieldView, foundFieldView } from '../fields/field-view';
import { searchFields } from '../fields/search-fields';
import type { JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import { expansions, pageOf, readWindow } from '../request';
import type { JiraEnv } from '../request';
import { seeTask } from '../tasks/task-view';

const createSchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  description: z.string().nullish(),
  searcherKey: z.string().nullish(),
});
const updateSchema = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  searcherKey: z.string().nullish(),
});

const NOT_EXPANDED = ['lastUsed', 'stableId'];

export function fieldRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/field', (context) => context.json(allFields(site.store).map(fieldView)));
  routes.post('/field', async (context) => {
    // This call is documented to answer 400, not 403, to those who may not create fields.
    if (!isAdministrator(site, context.get('account'))) {
      throw badRequest('You do not have permission to create custom fields.');
    }
    const { name, type, description, searcherKey } = await readBody(context, createSchema);
    const details = { name, type, description: description ?? '', searcherKey: searcherKey ?? null };
    const made = findField(site.store, createCustomField(site, details).id);
    return context.json(made === undefined ? {} : fieldView(made), 201);
  });
  routes.get('/field/search', (context) => {
    requireAdministrator(site, context.get('account'), 'Only Jira administrators can access fields.');
    const expand = expansions(context);
    const missing = expand.find((name) => NOT_EXPANDED.includes(name));
    if (missing !== undefined) throw unsupported(`expand=${missing}`);
    const found = searchFields(site, context).map((field) => foundFieldView(site.store, field, expand));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, 50)));
  });
  routes.put('/field/:field', async (context) => {
    requireAdministrator(site, context.get('account'), 'Only Jira administrators can edit custom fields.');
    const field = requireUnlocked(requireCustomField(site, context.req.param('field')));
    updateCustomField(field, await readBody(context, updateSchema));
    return context.body(null, 204);
  });
  routes.delete('/field/:field', (context) => {
    const account = context.get('account');
    requireAdministrator(site, account, 'Only Jira administrators can delete custom fields.');
    const id = context.req.param('field');
    if (!/^customfield_\d+$/.test(id)) throw badRequest('The format of the custom field ID is not valid.');
    return seeTask(site, context, submitDeletion(site, account, requireUnlocked(requireCustomField(site, id))));
  });
  return routes;
}
