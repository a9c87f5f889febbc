import { isAnswered } from './answered-questions';
import type { LintCheck } from './lint-finding';

/** What the document leaves open, or says in two ways, and its owner has not settled. */
export const unansweredQuestions: LintCheck = (policy) =>
  policy.questions
    .filter((question) => !isAnswered(policy, question))
    .map(({ id, clauses, ask }) => ({
      code: 'unanswered-question',
      severity: 'error',
      clauses,
      ruleIds: [],
      question: id,
      ask,
    }));
