/**
 * `/rest/api/3/field/{fieldId}/context/{contextId}/option`:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { administratorsOnly, idInPath, readBody } from '../administration';
import { requireCustomField } from '../fields/custom-fields';
import { requireContext } from '../fields/field-contexts';
import * as options from '../fields/field-options';
import type { CustomField, CustomFieldContext } from '../fields/field-state';
import type { JiraSite } from '../jira-site';
import { pageOf, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';

const createSchema = z.strictObject({
  options: z.array(
    z.strictObject({ value: z.string(), disabled: z.boolean().optional(), optionId: z.string().optional() }),
  ),
});
const updateSchema = z.strictObject({
  options: z.array(z.strictObject({ id: z.string(), value: z.string().optional(), disabled: z.boolean().optional() })),
});
const orderSchema = z.strictObject({
  customFieldOptionIds: z.array(z.string()),
  after: z.string().optional(),
  position: z.enum(['First', 'Last']).optional(),
});

export function fieldOptionRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const base = '/field/:field/context/:context/option';
  routes.use(`${base}/*`, administratorsOnly(site, 'Only Jira administrators can manage custom field options.'));
  routes.get(base, (context) => {
    const wanted = context.req.query('optionId');
    const found = asked(context).in.options.filter(({ id }) => wanted === undefined || id === wanted);
    return context.json(pageOf(context, site.baseUrl(), found, readWindow(context, 100, 100)));
  });
  routes.post(base, async (context) => {
    const { field, in: place } = asked(context);
    const body = await readBody(context, createSchema);
    return context.json({ options: options.createOptions(site, field, place, body.options) });
  });
  routes.put(base, async (context) => {
    const place = asked(context).in;
    const body = await readBody(context, updateSchema);
    return context.json({ options: options.updateOptions(place, body.options) });
  });
  routes.put(`${base}/move`, async (context) => {
    const place = asked(context).in;
    const { customFieldOptionIds, ...to } = await readBody(context, orderSchema);
    options.moveOptions(place, customFieldOptionIds, to);
    return context.body(null, 204);
  });
  routes.delete(`${base}/:option`, (context) => {
    const { field, in: place } = asked(context);
    options.deleteOption(site, field, place, idInPath(context, 'option'));
    return context.body(null, 204);
  });
  return routes;

  function asked(context: JiraContext): { readonly field: CustomField; readonly in: CustomFieldContext } {
    const field = requireCustomField(site, context.req.param('field') ?? '');
    options.requireOptionField(field);
    return { field, in: requireContext(field, idInPath(context, 'context')) };
  }
}
