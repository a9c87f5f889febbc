import type { Account, JiraSite } from '../jira-site';
import type { Json, Task } from '../state';

export interface NewTask {
  /** A key of `TASK_WORK`. */
  readonly kind: string;
  readonly description: string;
  readonly input: Json;
}

/** Puts a task in line. Nothing is done yet: see `advance-tasks.ts`. */
export function submitTask(site: JiraSite, account: Account, { kind, description, input }: NewTask): Task {
  const task: Task = {
    id: site.store.nextId('task'),
    description,
    kind,
    input,
    status: 'ENQUEUED',
    message: '',
    result: null,
    submittedBy: account.accountId,
    submitted: site.clock.now(),
    started: null,
    finished: null,
  };
  site.store.state.tasks.push(task);
  return task;
}

/** A task that waits or runs. */
export function isOngoing({ status }: Task): boolean {
  return status === 'ENQUEUED' || status === 'RUNNING';
}
