/** Moves one issue, and tells of it in the changelog and by an event. */
import { asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import type { ChangeItem } from '../state';
import { applyValues, recordHistory } from './apply-edits';
import type { PlannedMove } from './bulk-move';
import { publishUpdated } from './issue-events';

/**
 * The issue keeps its id, comments, history and values; in another project it gets a new key. No workflow rule runs: a
 * move is no transition.
 */
export function moveIssue(
  site: JiraSite,
  account: Account,
  { issue, project, issueTypeId, statusId }: PlannedMove,
): void {
  const source = site.store.projectOf(issue);
  const before = site.store.workflowFor(source, asText(issue.values.issuetype));
  const after = site.store.workflowFor(project, issueTypeId);
  const category = site.store.statusOf(issue).category;
  const items: ChangeItem[] = [...applyValues(site, issue, new Map([['project', project.id]]))];
  if (project.id !== source.id) {
    const from = issue.key;
    site.store.moveKey(issue, project);
    items.push(plainItem('Key', { from: null, fromString: from, to: null, toString: issue.key }));
  }
  items.push(
    ...applyValues(
      site,
      issue,
      new Map([
        ['issuetype', issueTypeId],
        ['status', statusId],
      ]),
    ),
  );
  if (before.id !== after.id) {
    items.push(plainItem('Workflow', { from: before.id, fromString: before.name, to: after.id, toString: after.name }));
  }
  if (site.store.status(statusId).category !== category) issue.values.statuscategorychangedate = site.clock.now();
  const history = recordHistory(site, issue, account.accountId, items);
  if (history !== undefined) publishUpdated(site, account, issue, history, 'issue_moved');
}

function plainItem(field: string, change: Pick<ChangeItem, 'from' | 'fromString' | 'to' | 'toString'>): ChangeItem {
  return { field, fieldtype: 'jira', fieldId: null, ...change };
}
