/** GET and POST /rest/api/3/issue/{issueIdOrKey}/comment, GET …/comment/{id} */
import { Hono } from 'hono';
import { requireIssue } from '../access';
import { commentView } from '../issue/comment-view';
import { postComment } from '../issue/comments';
import type { JiraSite } from '../jira-site';
import { badRequest, notFound, unsupported } from '../refusal';
import { expansions, readJson, readWindow } from '../request';
import type { JiraContext, JiraEnv } from '../request';

export function commentRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/issue/:issue/comment', (context) => {
    const account = context.get('account');
    const issue = requireIssue(site, account, context.req.param('issue'));
    if (expansions(context).includes('renderedBody')) throw unsupported('expand=renderedBody');
    const { startAt, maxResults } = readWindow(context, 100, 5000);
    const ordered = newestFirst(context) ? [...issue.comments].reverse() : issue.comments;
    return context.json({
      startAt,
      maxResults,
      total: ordered.length,
      comments: ordered
        .slice(startAt, startAt + maxResults)
        .map((comment) => commentView(site, issue, comment, account)),
    });
  });
  routes.post('/issue/:issue/comment', async (context) => {
    const account = context.get('account');
    const body = await readJson(context);
    const { issue, comment } = postComment(site, account, context.req.param('issue'), body);
    return context.json(commentView(site, issue, comment, account), 201);
  });
  routes.get('/issue/:issue/comment/:comment', (context) => {
    const account = context.get('account');
    const issue = requireIssue(site, account, context.req.param('issue'));
    const id = context.req.param('comment');
    const comment = issue.comments.find((entry) => entry.id === id);
    if (comment === undefined) throw notFound(`Can not find a comment for the id: ${id}.`);
    return context.json(commentView(site, issue, comment, account));
  });
  return routes;
}

function newestFirst(context: JiraContext): boolean {
  const order = context.req.query('orderBy') ?? 'created';
  if (!['created', '+created', '-created'].includes(order)) throw badRequest(`Invalid orderBy parameter: ${order}`);
  return order === '-created';
}
