import type { FieldId } from '../change/change-field';
import type { Condition } from './condition';
import type { Policy } from './policy';

/** The fields that a condition looks at by name, each once, in its order; also through the terms of the policy. */
export function fieldsOfCondition(condition: Condition, policy: Pick<Policy, 'terms'>): readonly FieldId[] {
  return [...new Set(namedFields(condition, policy, []))];
}

/** A term that means itself is looked into once. */
function namedFields(
  condition: Condition,
  policy: Pick<Policy, 'terms'>,
  within: readonly string[],
): readonly FieldId[] {
  if ('field' in condition) return [condition.field];
  if ('all' in condition) return condition.all.flatMap((part) => namedFields(part, policy, within));
  if ('any' in condition) return condition.any.flatMap((part) => namedFields(part, policy, within));
  if ('not' in condition) return namedFields(condition.not, policy, within);
  if (!('term' in condition) || within.includes(condition.term)) return [];
  const means = policy.terms.find(({ id }) => id === condition.term)?.means;
  return means === undefined ? [] : namedFields(means, policy, [...within, condition.term]);
}
