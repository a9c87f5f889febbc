import { reviewDueOn } from '../../obligation/review-due';
import { answeredMetadata } from '../answered-metadata';
import type { CivilDate } from '../policy';
import type { LintCheck } from './lint-finding';

const DAY = 24 * 60 * 60 * 1000;

/** A policy that should have been reviewed before today, or that does not say when it is to be. */
export const policyReview: LintCheck = (policy, today) => {
  const due = reviewDueOn(answeredMetadata(policy));
  if (due === undefined) return [{ code: 'no-review-date', severity: 'warning', clauses: [], ruleIds: [] }];
  if (due >= today) return [];
  const clauses = policy.clocks.filter(({ from }) => from === 'policy-review').flatMap((clock) => clock.clauses);
  return [{ code: 'review-overdue', severity: 'warning', clauses, ruleIds: [], due, days: daysBetween(due, today) }];
};

function daysBetween(earlier: CivilDate, later: CivilDate): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY);
}
