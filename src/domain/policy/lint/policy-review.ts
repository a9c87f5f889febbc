import { reviewDueOn } from '../../obligation/review-due';
import type { CivilDate, Policy, PolicyMetadata } from '../policy';
import { isAnswered, isSamePlaceholder } from './answered-questions';
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

/** What the document says about itself, with the answers in place of its placeholders. */
function answeredMetadata(policy: Policy): PolicyMetadata {
  const { lastUpdated } = policy.about;
  const question = policy.questions.find(
    (candidate) => lastUpdated !== undefined && isSamePlaceholder(lastUpdated, candidate.placeholder),
  );
  const answer = question === undefined ? undefined : policy.answers[question.id];
  if (question === undefined || typeof answer !== 'string' || !isAnswered(policy, question)) return policy.about;
  return { ...policy.about, lastUpdated: answer };
}

function daysBetween(earlier: CivilDate, later: CivilDate): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY);
}
