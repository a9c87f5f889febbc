/** `avi:jira:failed:expression`: https://developer.atlassian.com/platform/forge/events-reference/jira/#expression-evaluation-failed */
import type { JiraSite } from '../jira-site';
import type { IssueRecord } from '../state';
import { workflowOf } from './life-cycle';

export interface FailedExpression {
  /** ARI of the module that the expression belongs to: the event is for its app only. */
  readonly extensionId: string;
  readonly expression: string;
  readonly conditionId?: string;
  readonly validatorId?: string;
}

/** Atlassian does not spell out `context`; here it names the issue and the project. */
export function publishFailedExpression(
  { site, issue }: { readonly site: JiraSite; readonly issue: IssueRecord },
  failed: FailedExpression,
  message: string,
): void {
  const name = 'avi:jira:failed:expression';
  const workflow = workflowOf(site, issue);
  const project = site.store.projectOf(issue);
  const payload = {
    eventType: name,
    selfGenerated: false,
    timestamp: String(site.clock.now()),
    ...failed,
    workflowId: workflow.id,
    workflowName: workflow.name,
    errorMessages: [message],
    context: { issue: { id: issue.id, key: issue.key }, project: { id: project.id, key: project.key } },
  };
  site.events.publish({ name, payload });
}
