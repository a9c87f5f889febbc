import { fieldText } from '../../change/change-facts';
import { holds, type ConditionContext } from '../holds';
import type { Policy } from '../policy';
import type { Rule } from '../policy-rule';
import { cellsOf } from '../satisfiability/cells';

/** So many kinds of change are told apart; what goes beyond is unknown, and so neither surely met nor surely not. */
const MOST_CELLS = 2000;

/** Whether some change of the type may come under the rule. */
export function mayReach(rule: Rule, type: string, policy: Policy): boolean {
  return changesOf(type, [rule], policy).some((context) => truth(rule, context) !== 'no');
}

/** Whether every change of the type comes under one of the rules. */
export function cover(rules: readonly Rule[], type: string, policy: Policy): boolean {
  return changesOf(type, rules, policy).every((context) => rules.some((rule) => truth(rule, context) === 'yes'));
}

/** Whether every change that may come under the rule comes under one of the others as well. */
export function isNeverAlone(rule: Rule, others: readonly Rule[], policy: Policy): boolean {
  return contextsFor([rule, ...others], policy, 'unanswered').every(
    (context) => truth(rule, context) === 'no' || others.some((other) => truth(other, context) === 'yes'),
  );
}

/** Whether no change comes under the rule, however the policy's questions are answered. */
export function isIdle(rule: Rule, policy: Policy): boolean {
  return contextsFor([rule], policy, 'all').every((context) => truth(rule, context) === 'no');
}

function changesOf(type: string, rules: readonly Rule[], policy: Policy): readonly ConditionContext[] {
  return contextsFor(rules, policy, 'unanswered').filter(({ facts }) => fieldText(facts, 'changeType') === type);
}

function contextsFor(
  rules: readonly Rule[],
  policy: Policy,
  questions: 'unanswered' | 'all',
): readonly ConditionContext[] {
  const conditions = rules.flatMap(({ when }) => (when === undefined ? [] : [when]));
  return cellsOf(policy, conditions, questions, MOST_CELLS).cells.map(({ context }) => context);
}

function truth({ when }: Rule, context: ConditionContext): 'yes' | 'no' | 'unknown' {
  return when === undefined ? 'yes' : holds(when, context);
}
