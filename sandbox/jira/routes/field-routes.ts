/** GET /rest/api/3/field and /rest/api/3/field/search */
import { Hono } from 'hono';
import { requireAdministrator } from '../access';
import { allFields } from '../fields/field-catalogue';
import type { Field } from '../fields/field-kind';
import { fieldSchemaView } from '../fields/field-metadata';
import type { JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import { pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';

export function fieldRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/field', (context) => context.json(allFields(site.store).map(fieldView)));
  routes.get('/field/search', (context) => {
    requireAdministrator(site, context.get('account'));
    const found = searchFields(site, context).map((field) => ({
      id: field.id,
      name: field.name,
      schema: fieldSchemaView(field),
      description: field.description,
      key: field.id,
      ...(field.custom ? { isLocked: false } : {}),
    }));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, 50)));
  });
  return routes;
}

function fieldView(field: Field) {
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: field.custom,
    orderable: field.settable,
    navigable: field.id !== 'comment',
    searchable: field.clauseNames.length > 0,
    clauseNames: field.clauseNames,
    schema: fieldSchemaView(field),
  };
}

function searchFields(site: JiraSite, context: JiraContext): readonly Field[] {
  const types = (context.req.queries('type') ?? []).flatMap((entry) => entry.split(','));
  const wrong = types.find((type) => type !== 'custom' && type !== 'system');
  if (wrong !== undefined) throw badRequest(`Invalid field type: ${wrong}`);
  const ids = context.req.queries('id') ?? [];
  const query = (context.req.query('query') ?? '').toLowerCase();
  const order = context.req.query('orderBy') ?? 'name';
  if (!/^[+-]?name$/.test(order)) throw unsupported(`orderBy=${order}`);
  return allFields(site.store)
    .filter((field) => types.length === 0 || types.includes(field.custom ? 'custom' : 'system'))
    .filter((field) => ids.length === 0 || ids.includes(field.id))
    .filter((field) => `${field.name} ${field.description}`.toLowerCase().includes(query))
    .sort((one, two) => one.name.localeCompare(two.name, 'en') * (order.startsWith('-') ? -1 : 1));
}
