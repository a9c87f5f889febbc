/** GET and POST /rest/api/3/issue/{issueIdOrKey}/transitions */
import { Hono } from 'hono';
import { requireIssue } from '../access';
import type { JiraSite } from '../jira-site';
import { unsupported } from '../refusal';
import { expansions, readJson } from '../request';
import type { JiraEnv } from '../request';
import { availableTransitions, transitionView } from '../workflow/available-transitions';
import { performTransition } from '../workflow/perform-transition';

export function transitionRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/issue/:issue/transitions', (context) => {
    const account = context.get('account');
    const issue = requireIssue(site, account, context.req.param('issue'));
    if (context.req.query('includeUnavailableTransitions') === 'true') {
      throw unsupported('includeUnavailableTransitions=true');
    }
    const wanted = context.req.query('transitionId');
    const transitions = availableTransitions(site, account, issue)
      .filter((transition) => wanted === undefined || transition.id === wanted)
      .map((transition) => transitionView(site, issue, transition, expansions(context).includes('transitions.fields')));
    return context.json({ expand: 'transitions', transitions });
  });
  routes.post('/issue/:issue/transitions', async (context) => {
    await performTransition(site, context.get('account'), context.req.param('issue'), await readJson(context));
    return context.body(null, 204);
  });
  return routes;
}
