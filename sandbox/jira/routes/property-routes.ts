/** /rest/api/3/issue/{issueIdOrKey}/properties: JSON values of at most 32,768 characters under keys of at most 255. */
import { Hono } from 'hono';
import { holds, requireIssue } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, forbidden, notFound } from '../refusal';
import type { JiraEnv } from '../request';
import { jsonSchema } from '../state';
import type { IssueRecord, Json } from '../state';

const LONGEST_VALUE = 32_768;
const LONGEST_KEY = 255;

export function propertyRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const selfOf = (issue: IssueRecord, key: string): string =>
    `${site.baseUrl()}/rest/api/3/issue/${issue.id}/properties/${encodeURIComponent(key)}`;
  routes.get('/issue/:issue/properties', (context) => {
    const issue = requireIssue(site, context.get('account'), context.req.param('issue'));
    return context.json({ keys: Object.keys(issue.properties).map((key) => ({ self: selfOf(issue, key), key })) });
  });
  routes.get('/issue/:issue/properties/:key', (context) => {
    const issue = requireIssue(site, context.get('account'), context.req.param('issue'));
    const key = context.req.param('key');
    return context.json({ key, value: requireProperty(issue, key) });
  });
  routes.put('/issue/:issue/properties/:key', async (context) => {
    const issue = requireWritable(site, context.get('account'), context.req.param('issue'));
    const key = context.req.param('key');
    if (key.length > LONGEST_KEY) throw badRequest(`The property key must be at most ${LONGEST_KEY} characters long.`);
    const value = readValue(await context.req.text());
    const existed = Object.hasOwn(issue.properties, key);
    issue.properties[key] = value;
    return context.json(selfOf(issue, key), existed ? 200 : 201);
  });
  routes.delete('/issue/:issue/properties/:key', (context) => {
    const issue = requireWritable(site, context.get('account'), context.req.param('issue'));
    const key = context.req.param('key');
    requireProperty(issue, key);
    issue.properties = Object.fromEntries(Object.entries(issue.properties).filter(([other]) => other !== key));
    return context.body(null, 204);
  });
  return routes;
}

function readValue(text: string): Json {
  if (text.length > LONGEST_VALUE) {
    throw badRequest(`The property value cannot be longer than ${LONGEST_VALUE} characters.`);
  }
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch {
    throw badRequest('The value of the property must be valid JSON.');
  }
}

function requireProperty(issue: IssueRecord, key: string): Json {
  const value = Object.hasOwn(issue.properties, key) ? issue.properties[key] : undefined;
  if (value === undefined) throw notFound(`The property with key '${key}' does not exist.`);
  return value;
}

function requireWritable(site: JiraSite, account: Account, idOrKey: string): IssueRecord {
  const issue = requireIssue(site, account, idOrKey);
  if (!holds(site, account, 'EDIT_ISSUES', site.store.projectOf(issue))) {
    throw forbidden('You do not have permission to edit issues in this project.');
  }
  return issue;
}
