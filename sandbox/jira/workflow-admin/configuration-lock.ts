/** Only one change of workflows and their schemes at a time. */
import type { JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';
import { isOngoing } from '../tasks/submit-task';

/** Kinds of tasks that change workflows or schemes begin like this. */
export const WORKFLOW_TASK = 'workflow:';

/** Throws the 409 that Jira answers while a task changes the configuration of workflows. */
export function requireLock(site: JiraSite): void {
  if (site.store.state.tasks.some((task) => task.kind.startsWith(WORKFLOW_TASK) && isOngoing(task))) {
    throw new JiraRefusal(409, ['Failed to acquire lock']);
  }
}
