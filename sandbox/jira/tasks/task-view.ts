import type { JiraSite } from '../jira-site';
import type { JiraContext } from '../request';
import type { Task } from '../state';

const PROGRESS: Readonly<Record<Task['status'], number>> = {
  ENQUEUED: 0,
  RUNNING: 50,
  COMPLETE: 100,
  FAILED: 100,
  CANCELLED: 100,
};

/** A task as GET /rest/api/3/task/{taskId} shows it; instants in milliseconds since the epoch. */
export function taskView(site: JiraSite, task: Task) {
  const { id, description, status, message, result, submitted, started, finished } = task;
  return {
    self: selfOf(site, task),
    id,
    description,
    status,
    ...(message === '' ? {} : { message }),
    ...(finished === null ? {} : { result }),
    // Jira gives a number here that is no account id and that nothing else in its API refers to.
    submittedBy: 10_000 + site.directory.people.findIndex(({ accountId }) => accountId === task.submittedBy),
    progress: PROGRESS[status],
    elapsedRuntime: started === null ? 0 : (finished ?? site.clock.now()) - started,
    submitted,
    ...(started === null ? {} : { started }),
    ...(finished === null ? {} : { finished }),
    lastUpdate: finished ?? started ?? submitted,
  };
}

/** 303 with the place of the task: how Jira answers a request that it carries out as a task. */
export function seeTask(site: JiraSite, context: JiraContext, task: Task): Response {
  return context.json(taskView(site, task), 303, { location: selfOf(site, task) });
}

function selfOf(site: JiraSite, { id }: Task): string {
  return `${site.baseUrl()}/rest/api/3/task/${id}`;
}
