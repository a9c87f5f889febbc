/**
 * When the work of a task is done. Jira says only that a task takes its time; here it is a matter of being asked, so that
 * every run goes the same way: each GET of a task takes it one step further, from ENQUEUED to RUNNING to COMPLETE, and a
 * task that nobody asks about is complete once the clock has moved on by `TASK_MILLISECONDS`.
 */
import type { Account, JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';
import type { Task } from '../state';
import { isOngoing } from './submit-task';
import { TASK_WORK } from './task-work';

export const TASK_MILLISECONDS = 5_000;

/** Takes one step. A step that ends the task does its work; a refusal by Jira makes the task FAILED. */
export function advanceTask(site: JiraSite, task: Task): void {
  const now = site.clock.now();
  if (task.status === 'ENQUEUED') {
    Object.assign(task, { status: 'RUNNING', started: now });
  } else if (task.status === 'RUNNING') {
    Object.assign(task, { ...carryOut(site, task), finished: now });
  }
}

/** Ends the tasks whose time is over; called before a request is answered. */
export function settleTasks(site: JiraSite): void {
  const due = site.clock.now() - TASK_MILLISECONDS;
  for (const task of site.store.state.tasks.filter((entry) => isOngoing(entry) && entry.submitted <= due)) {
    while (isOngoing(task)) advanceTask(site, task);
  }
}

function carryOut(site: JiraSite, task: Task): Pick<Task, 'status' | 'message' | 'result'> {
  const work = TASK_WORK[task.kind];
  if (work === undefined) throw new Error(`Nobody knows how to do the task ${task.kind}`);
  try {
    return { status: 'COMPLETE', message: '', result: work(site, accountOf(site, task), task.input) };
  } catch (error) {
    if (!(error instanceof JiraRefusal)) throw error;
    return { status: 'FAILED', message: error.message, result: null };
  }
}

function accountOf(site: JiraSite, { submittedBy: accountId }: Task): Account {
  const app = site.directory.findPerson(accountId)?.accountType === 'app';
  return { kind: app ? 'app' : 'user', accountId };
}
