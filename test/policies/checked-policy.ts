import { checkPolicy, type PolicyCheck } from '../../src/domain/policy/check-policy';
import type { Policy } from '../../src/domain/policy/policy';

/** A policy where one person, or so many, hold each of its roles, and nobody two. */
export function checked(policy: Policy, today: string, each = 1): PolicyCheck {
  const people = (role: string) =>
    Array.from({ length: each }, (_, index) => `account-${role}${index === 0 ? '' : `-${index + 1}`}`);
  const holders = Object.fromEntries(policy.roles.map(({ id }) => [id, people(id)]));
  return checkPolicy(policy, holders, today);
}

/** Each finding with the words that it is about, and its clauses. */
export function found({ lint }: PolicyCheck): readonly (readonly string[])[] {
  return lint.map((finding) => [finding.severity, finding.code, aboutOf(finding), ...finding.clauses]);
}

function aboutOf(finding: PolicyCheck['lint'][number]): string {
  switch (finding.code) {
    case 'undefined-word':
      return finding.word;
    case 'dangling-reference':
      return finding.reference;
    case 'placeholder':
      return finding.text;
    case 'review-overdue':
      return `${finding.days} days`;
    case 'unanswered-question':
      return finding.question;
    case 'condition-field-optional':
      return finding.field;
    case 'broken-promise':
      return finding.asks.join();
    default:
      return '';
  }
}

/** Who is stuck, where and why: one line for each dead end. */
export function stuckIn({ satisfiability }: PolicyCheck): readonly (readonly string[])[] {
  return satisfiability.deadEnds.map(({ why, roles, clauses, cells }) => [
    why,
    roles.join(),
    clauses.join(),
    ...new Set(cells.map(({ type, gate, requesters }) => `${type} at ${gate} by ${String(requesters)}`)),
  ]);
}
