/** PUT and DELETE /rest/api/3/issue/{issueIdOrKey} */
import { holds, requireIssue } from '../access';
import { asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import { badFields, badRequest, forbidden } from '../refusal';
import { issueScreen } from '../screens/issue-screens';
import type { IssueRecord } from '../state';
import { isEditable } from '../workflow/life-cycle';
import { applyValues, recordHistory } from './apply-edits';
import { addComment } from './comments';
import { editRequestSchema, notOnScreen, readEdits, refuseUnsupportedParts, scopeOf } from './issue-edits';
import { publishDeleted, publishUpdated } from './issue-events';
import { alternativeTypes, typeChangeRefusal } from './issue-type-change';

/** Edits the fields of the edit screen: all of them or, with a message for each that is refused, none. */
export function updateIssue(site: JiraSite, account: Account, idOrKey: string, body: unknown): IssueRecord {
  const issue = requireIssue(site, account, idOrKey);
  const request = editRequestSchema.safeParse(body);
  if (!request.success) throw badRequest('The request body must have "fields" or "update".');
  refuseUnsupportedParts(body, 'transition', 'properties', 'historyMetadata');
  const screen = editScreen(site, account, issue);
  const named = [...Object.keys(request.data.fields ?? {}), ...Object.keys(request.data.update ?? {})];
  if (screen.length === 0 && named.some((id) => id !== 'comment')) {
    throw badFields(Object.fromEntries(named.filter((id) => id !== 'comment').map((id) => [id, notOnScreen(id)])));
  }
  const issueTypeIds = alternativeTypes(site, issue);
  const edits = readEdits(site, { account, ...scopeOf(site, issue), screen, issue, issueTypeIds }, request.data);
  const refusal = typeChangeRefusal(site, account, issue, asText(edits.values.get('issuetype')));
  if (refusal !== undefined) throw badRequest(refusal);
  const history = recordHistory(site, issue, account.accountId, applyValues(site, issue, edits.values));
  if (history !== undefined) publishUpdated(site, account, issue, history, 'issue_updated');
  for (const comment of edits.comments) addComment(site, account, issue, comment);
  return issue;
}

/** Ids of the fields that this account may edit now; none without EDIT_ISSUES or in a status that is not editable. */
export function editScreen(site: JiraSite, account: Account, issue: IssueRecord): readonly string[] {
  const { project, issueTypeId } = scopeOf(site, issue);
  const may = holds(site, account, 'EDIT_ISSUES', project) && isEditable(site, issue);
  return may ? issueScreen(site.store, project, issueTypeId, 'edit') : [];
}

/** Deletes the issue with its comments, history, properties and links. */
export function deleteIssue(site: JiraSite, account: Account, idOrKey: string): void {
  const issue = requireIssue(site, account, idOrKey);
  if (!holds(site, account, 'DELETE_ISSUES', site.store.projectOf(issue))) {
    throw forbidden('You do not have permission to delete issues in this project.');
  }
  publishDeleted(site, account, issue);
  site.store.state.links = site.store.state.links.filter(
    (link) => link.inwardId !== issue.id && link.outwardId !== issue.id,
  );
  site.store.removeIssue(issue);
}
