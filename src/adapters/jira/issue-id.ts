import { Failure } from '../../domain/failure';

/** A key such as `CHG-12`, or an id. */
const ISSUE = /^(?:[A-Za-z][A-Za-z0-9_]*-\d+|\d+)$/;

/** @throws Failure `not-found` for what can be no issue: it never reaches a path. */
export function requireIssueId(issue: string): string {
  if (!ISSUE.test(issue)) throw new Failure('not-found', 'Jira has no such issue.');
  return issue;
}
