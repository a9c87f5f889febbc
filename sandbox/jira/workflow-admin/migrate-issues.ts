/** Moves issues into the statuses of another workflow. */
import { asText } from '../fields/field-kind';
import { applyValues, recordHistory } from '../issue/apply-edits';
import type { JiraSite } from '../jira-site';
import type { ChangeItem, IssueRecord } from '../state';
import { issuesOf, moveFor } from './assignment';
import type { StatusMove, WorkflowChange } from './assignment';

/**
 * Gives the issues of each change the workflow and the status that they have from now on. Each issue gets one history,
 * by whoever asked for the change. No validator runs and no event is published: a migration is no edit of an issue.
 */
export function migrateIssues(
  site: JiraSite,
  author: string,
  changes: readonly WorkflowChange[],
  moves: readonly StatusMove[],
): void {
  for (const change of changes) {
    for (const issue of issuesOf(site, change)) {
      const status = asText(issue.values.status);
      const target = moveFor(moves, change.project.id, change.issueTypeId, status) ?? status;
      const items = [...workflowItem(change), ...statusItem(site, issue, target)];
      recordHistory(site, issue, author, items);
    }
  }
}

function workflowItem({ before, after }: WorkflowChange): readonly ChangeItem[] {
  if (before.id === after.id) return [];
  const names = { from: before.id, fromString: before.name, to: after.id, toString: after.name };
  return [{ field: 'Workflow', fieldtype: 'jira', fieldId: null, ...names }];
}

function statusItem(site: JiraSite, issue: IssueRecord, target: string): readonly ChangeItem[] {
  const before = site.store.statusOf(issue);
  const items = applyValues(site, issue, new Map([['status', target]]));
  if (site.store.status(target).category !== before.category) issue.values.statuscategorychangedate = site.clock.now();
  return items;
}
