import type { Policy } from '../domain/policy/policy';
import type { Rule, RuleOf } from '../domain/policy/policy-rule';
import { GATE_TITLES } from './field-titles';
import { conditionText } from './wording/condition-text';
import { list } from './wording/lists';
import { RULE_WANTS, type Want } from './wording/rule-wants';

export { conditionText } from './wording/condition-text';
export { durationText } from './wording/duration-text';
export { requirementText } from './wording/requirement-text';

/**
 * What a rule does, in sentences made from the rule: "Blocks Authorize when Change type is Normal until the Security Lead
 * and the CTO have approved the plan as it stands."
 */
export function ruleText(rule: Rule, policy: Policy): string {
  const { bond, text, more = [] } = wantOf(rule.kind, rule, policy);
  const gates = list(rule.gates.map((gate) => GATE_TITLES[gate]));
  const when = rule.when === undefined ? '' : ` when ${conditionText(rule.when, policy)}`;
  const first =
    rule.strength === 'block'
      ? `Blocks ${gates}${when} ${bond} ${text}.`
      : `Asks for a reason at ${gates}${when} unless ${text}.`;
  return [first, ...more].join(' ');
}

function wantOf<K extends Rule['kind']>(kind: K, rule: RuleOf<K>, policy: Policy): Want {
  return RULE_WANTS[kind](rule, policy);
}
