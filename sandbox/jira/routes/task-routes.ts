/** GET /rest/api/3/task/{taskId} and POST /rest/api/3/task/{taskId}/cancel */
import { Hono } from 'hono';
import { isAdministrator } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, forbidden, notFound } from '../refusal';
import type { JiraEnv } from '../request';
import type { Task } from '../state';
import { advanceTask } from '../tasks/advance-tasks';
import { taskView } from '../tasks/task-view';

export function taskRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  routes.get('/task/:task', (context) => {
    const task = requireTask(context.get('account'), context.req.param('task'));
    advanceTask(site, task);
    return context.json(taskView(site, task));
  });
  routes.post('/task/:task/cancel', (context) => {
    const task = requireTask(context.get('account'), context.req.param('task'));
    if (task.status !== 'ENQUEUED') throw badRequest('The task cannot be cancelled any more.');
    Object.assign(task, { status: 'CANCELLED', finished: site.clock.now() });
    return context.body(null, 202);
  });
  return routes;

  function requireTask(account: Account, id: string): Task {
    const task = site.store.state.tasks.find((entry) => entry.id === id);
    if (task === undefined) throw notFound('The task does not exist.');
    if (task.submittedBy !== account.accountId && !isAdministrator(site, account)) {
      throw forbidden('Only Jira administrators and the creator of a task can see it.');
    }
    return task;
  }
}
