/** Issues: create, read, edit, delete, changelog, bulk fetch. */
import { Hono } from 'hono';
import { z } from 'zod';
import { mayBrowse, requireIssue } from '../access';
import { createIssue } from '../issue/create-issue';
import { showIssue } from '../issue/show-issue';
import { deleteIssue, editScreen, updateIssue } from '../issue/update-issue';
import { historyView } from '../issue/issue-view';
import type { JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import { expansions, pageOf, readJson, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import { screenFields } from '../workflow/available-transitions';

const bulkFetchSchema = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1).max(100),
  fields: z.array(z.string()).nullish(),
  properties: z.array(z.string()).nullish(),
  expand: z.array(z.string()).nullish(),
});

export function issueRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.post('/issue', async (context) => {
    refuseUnsupportedParameters(context);
    const issue = createIssue(site, context.get('account'), await readJson(context));
    const self = `${site.baseUrl()}/rest/api/3/issue/${issue.id}`;
    return context.json({ id: issue.id, key: issue.key, self }, 201);
  });
  routes.post('/issue/bulkfetch', async (context) => {
    const request = bulkFetchSchema.safeParse(await readJson(context));
    if (!request.success) throw badRequest('issueIdsOrKeys must list between 1 and 100 issues.');
    return context.json(bulkFetch(site, context, request.data));
  });
  routes.get('/issue/:issue', (context) => {
    const account = context.get('account');
    const issue = requireIssue(site, account, context.req.param('issue'));
    return context.json(
      showIssue(site, account, issue, {
        fields: context.req.queries('fields') ?? [],
        byDefault: '*all',
        expand: expansions(context),
        properties: context.req.queries('properties') ?? [],
      }),
    );
  });
  routes.put('/issue/:issue', async (context) => {
    refuseUnsupportedParameters(context);
    const account = context.get('account');
    const issue = updateIssue(site, account, context.req.param('issue'), await readJson(context));
    if (context.req.query('returnIssue') !== 'true') return context.body(null, 204);
    const asked = { fields: [], byDefault: '*all', expand: expansions(context), properties: [] };
    return context.json(showIssue(site, account, issue, asked));
  });
  routes.delete('/issue/:issue', (context) => {
    deleteIssue(site, context.get('account'), context.req.param('issue'));
    return context.body(null, 204);
  });
  routes.get('/issue/:issue/editmeta', (context) => {
    refuseUnsupportedParameters(context);
    const account = context.get('account');
    const issue = requireIssue(site, account, context.req.param('issue'));
    return context.json({ fields: screenFields(site, issue, editScreen(site, account, issue)) });
  });
  routes.get('/issue/:issue/changelog', (context) => {
    const account = context.get('account');
    const issue = requireIssue(site, account, context.req.param('issue'));
    const histories = issue.history.map((history) => historyView(site, history, account));
    return context.json(pageOf(context, site.baseUrl(), histories, readWindow(context, 100, 100)));
  });
  return routes;
}

function bulkFetch(site: JiraSite, context: JiraContext, request: z.infer<typeof bulkFetchSchema>) {
  const account = context.get('account');
  const found = new Map(
    request.issueIdsOrKeys.flatMap((idOrKey) => {
      const issue = site.store.findIssue(idOrKey);
      return issue !== undefined && mayBrowse(site, account, issue) ? [[issue.id, issue] as const] : [];
    }),
  );
  const missing = request.issueIdsOrKeys.filter((idOrKey) => !found.has(site.store.findIssue(idOrKey)?.id ?? ''));
  const asked = {
    fields: request.fields ?? [],
    byDefault: '*navigable',
    expand: request.expand ?? [],
    properties: request.properties ?? [],
  };
  return {
    issues: [...found.values()].map((issue) => showIssue(site, account, issue, asked)),
    issueErrors: missing.map((id) => ({
      id,
      errorMessage: 'Issue does not exist or you do not have permission to see it.',
    })),
  };
}

function refuseUnsupportedParameters(context: JiraContext): void {
  for (const name of ['overrideScreenSecurity', 'overrideEditableFlag']) {
    if (context.req.query(name) === 'true') throw unsupported(`${name}=true`);
  }
}
