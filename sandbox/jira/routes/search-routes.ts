/** GET and POST /rest/api/3/search/jql, POST /rest/api/3/search/approximate-count */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { selectFields } from '../issue/field-selection';
import { fieldNames, fieldSchemas, issueHead } from '../issue/issue-view';
import { showIssue } from '../issue/show-issue';
import { searchIssues } from '../jql/search-issues';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import { expansions, numberParameter, readJson } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import type { IssueRecord } from '../state';

const searchSchema = z.object({
  jql: z.string().nullish(),
  nextPageToken: z.string().nullish(),
  maxResults: z.number().int().min(0).nullish(),
  fields: z.array(z.string()).nullish(),
  expand: z.string().nullish(),
  properties: z.array(z.string()).max(5).nullish(),
  fieldsByKeys: z.boolean().nullish(),
  reconcileIssues: z.array(z.number()).max(50).nullish(),
});
type SearchRequest = z.infer<typeof searchSchema>;

const PAGE = 50;
/** Jira gives up to 5000 issues when only ids or keys are asked for, else 100. */
const MOST = { bare: 5000, withFields: 100 };

export function searchRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/search/jql', (context) => context.json(search(site, context.get('account'), fromQuery(context))));
  routes.post('/search/jql', async (context) => {
    const request = searchSchema.safeParse(await readJson(context));
    if (!request.success)
      throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
    return context.json(search(site, context.get('account'), request.data));
  });
  routes.post('/search/approximate-count', async (context) => {
    const request = z.object({ jql: z.string() }).safeParse(await readJson(context));
    if (!request.success)
      throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
    return context.json({ count: searchIssues(site, context.get('account'), request.data.jql).length });
  });
  return routes;
}

function fromQuery(context: JiraContext): SearchRequest {
  const list = (name: string): string[] => (context.req.queries(name) ?? []).flatMap((entry) => entry.split(','));
  return {
    jql: context.req.query('jql'),
    nextPageToken: context.req.query('nextPageToken'),
    maxResults: numberParameter(context, 'maxResults', PAGE),
    fields: list('fields'),
    expand: expansions(context).join(','),
    properties: list('properties'),
  };
}

/** Searches always see the latest state here, so issues never need to be reconciled. There is no total. */
function search(site: JiraSite, account: Account, request: SearchRequest) {
  const jql = request.jql ?? '';
  const asked = (request.fields ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const bare = asked.every((name) => name === 'id' || name === 'key');
  const size = Math.min(request.maxResults ?? PAGE, bare ? MOST.bare : MOST.withFields);
  const found = searchIssues(site, account, jql);
  const start = readToken(request.nextPageToken ?? undefined, jql);
  const page = found.slice(start, start + size);
  const isLast = start + page.length >= found.length;
  const expand = (request.expand ?? '').split(',').map((name) => name.trim());
  const chosen = bare ? [] : selectFields(site.store, asked, '*navigable');
  if (!isLast && size === 0) throw unsupported('maxResults=0 in a search');
  return {
    issues: page.map((issue) => showFound(site, account, issue, asked, bare, expand, request.properties ?? [])),
    ...(expand.includes('names') ? { names: fieldNames(chosen) } : {}),
    ...(expand.includes('schema') ? { schema: fieldSchemas(chosen) } : {}),
    ...(isLast ? {} : { nextPageToken: writeToken(start + page.length, jql) }),
    isLast,
  };
}

function showFound(
  site: JiraSite,
  account: Account,
  issue: IssueRecord,
  asked: readonly string[],
  bare: boolean,
  expand: readonly string[],
  properties: readonly string[],
) {
  if (bare && properties.length === 0) return asked.includes('key') ? issueHead(site, issue) : { id: issue.id };
  const perIssue = expand.filter((name) => name !== 'names' && name !== 'schema');
  return showIssue(site, account, issue, { fields: asked, byDefault: 'id', expand: perIssue, properties });
}

function fingerprint(jql: string): string {
  return createHash('sha256').update(jql).digest('base64url').slice(0, 16);
}

/** The token is opaque to callers: where to go on, and for which query. */
function writeToken(start: number, jql: string): string {
  return Buffer.from(`${start}:${fingerprint(jql)}`).toString('base64url');
}

function readToken(token: string | undefined, jql: string): number {
  if (token === undefined || token === '') return 0;
  const [start = '', query] = Buffer.from(token, 'base64url').toString().split(':');
  if (!/^\d+$/.test(start) || query !== fingerprint(jql)) throw badRequest('The nextPageToken is not valid.');
  return Number(start);
}
