import { isBefore } from '../../change/gate-order';
import type { FieldId } from '../../change/change-field';
import type { Gate } from '../../change/lifecycle';
import type { Condition } from '../condition';
import type { Policy } from '../policy';
import type { LintCheck } from './lint-finding';

/** Always there: a change is of a type that the policy knows, or blocked. */
const NEVER_EMPTY: FieldId = 'changeType';

interface Asking {
  readonly when?: Condition;
  readonly ruleId: string | null;
  readonly clauses: readonly string[];
  readonly gates: readonly Gate[];
}

/**
 * Fields of which a rule, or the scope, depends on what they hold, and that no rule has filled by then: who leaves one
 * empty is let off. A field that is asked whether it is filled, or what it does not hold, lets nobody off.
 */
export const optionalConditions: LintCheck = (policy) => {
  const scope: Asking = { ...policy.scope, ruleId: null, clauses: [], gates: ['submit'] };
  const asking = [scope, ...policy.rules.map((rule): Asking => ({ ...rule, ruleId: rule.id }))];
  const byField = new Map<FieldId, Asking[]>();
  for (const one of asking) {
    const fields = one.when === undefined ? [] : fieldsThatLetOff(one.when, policy, true, []);
    for (const field of new Set(fields)) {
      if (!isFilledBy(field, one.gates, policy)) byField.set(field, [...(byField.get(field) ?? []), one]);
    }
  }
  return [...byField].map(([field, all]) => ({
    code: 'condition-field-optional',
    severity: 'warning',
    clauses: [...new Set(all.flatMap(({ clauses }) => clauses))],
    ruleIds: all.flatMap(({ ruleId }) => ruleId ?? []),
    field,
    scope: all.includes(scope),
  }));
};

/** @param wanted Whether what the condition says makes the whole hold; within `not` it is the other way round. */
function fieldsThatLetOff(
  condition: Condition,
  policy: Policy,
  wanted: boolean,
  within: readonly string[],
): readonly FieldId[] {
  const inside = (part: Condition) => fieldsThatLetOff(part, policy, wanted, within);
  if ('all' in condition) return condition.all.flatMap(inside);
  if ('any' in condition) return condition.any.flatMap(inside);
  if ('not' in condition) return fieldsThatLetOff(condition.not, policy, !wanted, within);
  if ('field' in condition) {
    return wanted && !('filled' in condition) && condition.field !== NEVER_EMPTY ? [condition.field] : [];
  }
  if (!('term' in condition) || within.includes(condition.term)) return [];
  const means = policy.terms.find(({ id }) => id === condition.term)?.means;
  return means === undefined ? [] : fieldsThatLetOff(means, policy, wanted, [...within, condition.term]);
}

/** Whether some rule has the field filled at the first of the gates, or before. */
function isFilledBy(field: FieldId, gates: readonly Gate[], { rules }: Policy): boolean {
  return rules.some(
    (rule) =>
      rule.kind === 'required-fields' &&
      rule.strength === 'block' &&
      rule.fields.some((one) => one === field) &&
      gates.every((gate) => rule.gates.some((filled) => !isBefore(gate, filled))),
  );
}
