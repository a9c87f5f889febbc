/** Changing the type of an issue: which types an edit may choose, and what the action validators of apps say to it. */
import { isObject } from '../document';
import { ExpressionProblem, UnsupportedExpression } from '../expressions/expression-problem';
import { issueObject } from '../expressions/issue-object';
import { issueTypeObject, projectObject, userObject } from '../expressions/jira-objects';
import { runExpression } from '../expressions/run-expression';
import type { Value } from '../expressions/values';
import { asText } from '../fields/field-kind';
import type { Reading } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import { unsupported } from '../refusal';
import type { IssueRecord } from '../state';

const REFUSED = 'Changing the type of this issue was blocked by an app.';

/** Types with the workflow that the issue has: everything else takes a move. The type of the issue is one of them. */
export function alternativeTypes(site: JiraSite, issue: IssueRecord): readonly string[] {
  const project = site.store.projectOf(issue);
  const current = site.store.workflowFor(project, asText(issue.values.issuetype));
  return site.store
    .issueTypeIdsOf(project)
    .filter((id) => levelOf(site, id) >= 0 && site.store.workflowFor(project, id).id === current.id);
}

function levelOf(site: JiraSite, issueTypeId: string): number {
  return site.store.state.issueTypes.find(({ id }) => id === issueTypeId)?.hierarchyLevel ?? 0;
}

/** `{id}` or `{name}` of one of the types. */
export function readIssueType(site: JiraSite, choices: readonly string[], input: unknown): Reading {
  const type = site.store.state.issueTypes.find(
    ({ id, name }) =>
      choices.includes(id) && isObject(input) && (input.id === undefined ? name === input.name : id === input.id),
  );
  return type === undefined ? { refusal: 'The issue type selected is invalid.' } : { value: type.id };
}

/**
 * The message of the first action validator for `workItemTypeChanged` that does not return true. An expression that fails
 * refuses: Atlassian documents that for workflow rules and says nothing of actions.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-action-validator/
 */
export function typeChangeRefusal(
  site: JiraSite,
  account: Account,
  issue: IssueRecord,
  newTypeId: string,
): string | undefined {
  if (newTypeId === '' || newTypeId === issue.values.issuetype) return undefined;
  const variables = new Map<string, Value>([
    ['user', userObject(site, account.accountId, account)],
    ['issue', issueObject(site, issue, { viewer: account, inContext: true })],
    ['project', projectObject(site, site.store.projectOf(issue), account)],
    ['newIssueType', newTypeId],
    ['newIssueTypeData', issueTypeObject(site, newTypeId)],
  ]);
  const refusing = site.extensions
    .actionValidators()
    .find(({ expression }) => !isAllowed(site, account, expression, variables));
  return refusing === undefined ? undefined : (refusing.errorMessage ?? REFUSED);
}

function isAllowed(
  site: JiraSite,
  account: Account,
  expression: string,
  variables: ReadonlyMap<string, Value>,
): boolean {
  try {
    return runExpression(site, account, expression, variables).value === true;
  } catch (error) {
    if (error instanceof ExpressionProblem) return false;
    if (error instanceof UnsupportedExpression) throw unsupported(error.message);
    throw error;
  }
}
