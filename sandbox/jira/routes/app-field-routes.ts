/**
 * Values of custom fields that the app itself writes:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-values--apps-/
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { readBody } from '../administration';
import { applyFieldUpdates, requireAppField } from '../fields/write-app-field';
import type { FieldUpdate, WriteOptions } from '../fields/write-app-field';
import type { JiraSite } from '../jira-site';
import { badRequest, forbidden } from '../refusal';
import type { JiraContext, JiraEnv } from '../request';

const issueIds = z.array(z.number().int());
const oneField = z.strictObject({
  updates: z.array(z.strictObject({ issueIds, value: z.unknown() })).default([]),
});
const severalFields = z.strictObject({
  updates: z.array(z.strictObject({ customField: z.string(), issueIds, value: z.unknown() })).default([]),
});

export function appFieldRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.post('/app/field/value', async (context) => {
    requireApp(context);
    const { updates } = await readBody(context, severalFields);
    const named = updates.map((update) => ({ ...update, field: requireAppField(site, update.customField) }));
    return written(context, named);
  });
  routes.put('/app/field/:field/value', async (context) => {
    requireApp(context);
    const field = requireAppField(site, context.req.param('field'));
    const { updates } = await readBody(context, oneField);
    return written(
      context,
      updates.map((update) => ({ ...update, field })),
    );
  });
  return routes;

  function written(context: JiraContext, updates: readonly FieldUpdate[]): Response {
    if (updates.some((update) => !('value' in update))) throw badRequest('Every update needs a value.');
    applyFieldUpdates(site, context.get('account'), updates, optionsOf(context));
    return context.body(null, 204);
  }
}

function requireApp(context: JiraContext): void {
  if (context.get('account').kind !== 'app') {
    throw forbidden('The request is not authenticated as from the app that provided the field.');
  }
}

/** `generateAppEvents` since May 2026: https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3233 */
function optionsOf(context: JiraContext): WriteOptions {
  return {
    generateChangelog: flag(context, 'generateChangelog'),
    generateAppEvents: flag(context, 'generateAppEvents'),
  };
}

function flag(context: JiraContext, name: string): boolean {
  const given = context.req.query(name) ?? 'true';
  if (given !== 'true' && given !== 'false') throw badRequest(`The parameter '${name}' is either true or false.`);
  return given === 'true';
}
