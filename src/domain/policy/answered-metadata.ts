import { isAnswered, isSamePlaceholder } from './lint/answered-questions';
import type { Policy, PolicyMetadata } from './policy';

/** What the document says about itself, with the day that its owner answered where it left a placeholder for one. */
export function answeredMetadata(policy: Policy): PolicyMetadata {
  const { lastUpdated } = policy.about;
  if (lastUpdated === undefined) return policy.about;
  const question = policy.questions.find(({ placeholder }) => isSamePlaceholder(lastUpdated, placeholder));
  const answer = question === undefined ? undefined : policy.answers[question.id];
  if (question === undefined || typeof answer !== 'string' || !isAnswered(policy, question)) return policy.about;
  return { ...policy.about, lastUpdated: answer };
}
