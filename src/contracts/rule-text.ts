import type { Requirement } from '../domain/approval/requirement';
import type { Condition } from '../domain/policy/condition';
import type { Policy, Rule } from '../domain/policy/policy';
import { FIELD_TITLES, GATE_TITLES } from './field-titles';
import { list, roleTitle } from './reason-text';

/** What a rule does, as one sentence made from the rule: "Blocks Authorize until the Security Lead and the CTO have approved." */
export function ruleText(rule: Rule, policy: Policy): string {
  const gates = list(rule.gates.map((gate) => GATE_TITLES[gate]));
  const when = rule.when === undefined ? '' : ` when ${conditionText(rule.when)}`;
  if (rule.kind === 'requester-is-not-approver')
    return `Leaves the vote of whoever asked for the change out of the count at ${gates}${when}.`;
  const verb = rule.strength === 'block' ? `Blocks ${gates}` : `Asks for a reason at ${gates}`;
  const bond = rule.strength === 'block' ? 'until' : 'unless';
  return `${verb}${when} ${bond} ${wantText(rule, policy)}.`;
}

function wantText(rule: Exclude<Rule, { kind: 'requester-is-not-approver' }>, policy: Policy): string {
  switch (rule.kind) {
    case 'required-fields':
      return `${list(rule.fields.map((field) => FIELD_TITLES[field]))} ${rule.fields.length === 1 ? 'is' : 'are'} filled in`;
    case 'approval': {
      const many = 'allOf' in rule.requirement && rule.requirement.allOf.length > 1;
      return `${requirementText(rule.requirement, policy)} ${many ? 'have' : 'has'} approved the plan as it stands`;
    }
    case 'standard-catalogue':
      return `${FIELD_TITLES.standardTemplate} names an entry of the catalogue (${list(
        policy.standardChanges.map(({ title }) => title),
        'or',
      )})`;
    case 'allowed-types':
      return `the change type is ${list(rule.types, 'or')}`;
  }
}

/** A requirement in words: "the Security Lead and the CTO", "the Security Lead, then (the CTO or the Board)". */
export function requirementText(requirement: Requirement, policy: Policy): string {
  if ('role' in requirement) return `the ${roleTitle(policy, requirement.role)}`;
  const parts = 'allOf' in requirement ? requirement.allOf : requirement.anyOf;
  const texts = parts.map((part) => {
    const text = requirementText(part, policy);
    return 'role' in part || parts.length === 1 ? text : `(${text})`;
  });
  if ('anyOf' in requirement) return list(texts, 'or');
  return requirement.inOrder === true ? texts.join(', then ') : list(texts);
}

function conditionText(condition: Condition): string {
  if ('field' in condition) return `${FIELD_TITLES[condition.field]} is ${list(condition.in, 'or')}`;
  if ('all' in condition) return condition.all.map(conditionText).join(' and ');
  if ('any' in condition) return `(${condition.any.map(partText).join(' or ')})`;
  return negationText(condition.not);
}

function partText(part: Condition): string {
  return 'all' in part && part.all.length > 1 ? `(${conditionText(part)})` : conditionText(part);
}

function negationText(condition: Condition): string {
  if ('field' in condition) return `${FIELD_TITLES[condition.field]} is not ${list(condition.in, 'or')}`;
  return `it is not so that ${partText(condition)}`;
}
