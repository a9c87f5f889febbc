/** `/rest/api/3/field/{fieldId}/context/defaultValue` */
import { Hono } from 'hono';
import { z } from 'zod';
import { administratorsOnly, idsParameter } from '../administration';
import { requireUnlocked } from '../fields/app-fields';
import { requireCustomField } from '../fields/custom-fields';
import { defaultsOf, defaultTypeOf, defaultValueSchema, setDefaults } from '../fields/field-defaults';
import type { JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import { pageOf, readJson, readWindow } from '../request';
import type { JiraEnv } from '../request';

const bodySchema = z.strictObject({ defaultValues: z.array(defaultValueSchema).min(1) });

export function fieldDefaultRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const path = '/field/:field/context/defaultValue';
  routes.use(path, administratorsOnly(site, 'Only Jira administrators can access custom field contexts.'));
  routes.get(path, (context) => {
    const field = requireCustomField(site, context.req.param('field'));
    const wanted = idsParameter(context, 'contextId');
    const found = defaultsOf(field).filter(({ contextId }) => wanted === undefined || wanted.includes(contextId));
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 50, 100)));
  });
  routes.put(path, async (context) => {
    const field = requireUnlocked(requireCustomField(site, context.req.param('field')));
    // Before the body is read: that of another type of field has a form that is not known here.
    defaultTypeOf(field);
    const body = bodySchema.safeParse(await readJson(context));
    if (!body.success) throw badRequest('The default values are not valid for the type of the field.');
    setDefaults(field, body.data.defaultValues);
    return context.body(null, 204);
  });
  return routes;
}
