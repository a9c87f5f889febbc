/** POST /rest/api/3/bulk/issues/move and …/delete, GET /rest/api/3/bulk/queue/{taskId} */
import { Hono } from 'hono';
import { z } from 'zod';
import { selectedIssues } from '../issue/bulk-delete';
import { planMoves } from '../issue/bulk-move';
import { BULK_DELETE, BULK_MOVE } from '../issue/bulk-work';
import { jsonSchema } from '../json';
import type { Account, JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';
import { readJson } from '../request';
import type { JiraContext, JiraEnv } from '../request';
import type { Task } from '../state';
import { advanceTask } from '../tasks/advance-tasks';
import { submitTask } from '../tasks/submit-task';

const resultSchema = z.object({
  processed: z.array(z.number()),
  failed: z.record(z.string(), z.array(z.string())),
  total: z.number(),
});

/**
 * Everybody who is logged in may make bulk changes, as Jira grants it at first; what they may do to an issue is checked for
 * each. Unlike the other resources, these answer refusals as `{errors: [{message}]}`.
 */
export function bulkRoutes(site: JiraSite): Hono<JiraEnv> {
  const routes = new Hono<JiraEnv>();
  const submit = async (context: JiraContext, kind: string, check: (account: Account, body: unknown) => unknown) =>
    answering(context, async () => {
      const account = context.get('account');
      const body = jsonSchema.parse(await readJson(context));
      check(account, body);
      const task = submitTask(site, account, { kind, description: `Bulk operation ${kind}`, input: body });
      return context.json({ taskId: task.id }, 201);
    });
  routes.post('/bulk/issues/move', (context) =>
    submit(context, BULK_MOVE, (account, body) => planMoves(site, account, body)),
  );
  routes.post('/bulk/issues/delete', (context) =>
    submit(context, BULK_DELETE, (account, body) => selectedIssues(site, account, body)),
  );
  routes.get('/bulk/queue/:task', (context) => {
    const task = site.store.state.tasks.find(({ id }) => id === context.req.param('task'));
    if (task === undefined || ![BULK_MOVE, BULK_DELETE].includes(task.kind)) {
      return context.json(
        { errors: [{ message: 'The task associated with this taskId is not a bulk operation task' }] },
        400,
      );
    }
    advanceTask(site, task);
    return context.json(progressOf(task));
  });
  return routes;
}

async function answering(context: JiraContext, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof JiraRefusal) || error.status === 501) throw error;
    return context.json({ errors: error.errorMessages.map((message) => ({ message })) }, error.status);
  }
}

const PROGRESS: Readonly<Record<Task['status'], number>> = {
  ENQUEUED: 0,
  RUNNING: 50,
  COMPLETE: 100,
  FAILED: 100,
  CANCELLED: 100,
};

/** Instants in milliseconds, as in Atlassian's examples, although the schema calls them date-times. */
function progressOf(task: Task) {
  const result = resultSchema.safeParse(task.result);
  return {
    taskId: task.id,
    status: task.status,
    progressPercent: PROGRESS[task.status],
    submittedBy: { accountId: task.submittedBy },
    created: task.submitted,
    ...(task.started === null ? {} : { started: task.started }),
    updated: task.finished ?? task.started ?? task.submitted,
    ...(result.success
      ? {
          processedAccessibleIssues: result.data.processed,
          failedAccessibleIssues: result.data.failed,
          invalidOrInaccessibleIssueCount: 0,
          totalIssueCount: result.data.total,
        }
      : {}),
  };
}
