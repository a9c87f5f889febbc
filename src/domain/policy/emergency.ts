import { fieldText, type ChangeFacts } from '../change/change-facts';
import { isOneOf } from './holds';
import type { Policy, SchedulingRule } from './policy';
import type { Rule } from './policy-rule';

/** Whether the change is of a type that the policy treats as an emergency. Not known is no. */
export function isEmergency(policy: Pick<Policy, 'changeTypes'>, facts: Pick<ChangeFacts, 'fields'>): boolean {
  const type = fieldText(facts, 'changeType');
  return type !== undefined && isOneOf(type, typesOf(policy, { emergency: true }));
}

/** The types of change that the policy treats as emergencies, or those that it does not, in the order of the policy. */
export function typesOf(
  policy: Pick<Policy, 'changeTypes'>,
  { emergency }: { readonly emergency: boolean },
): readonly string[] {
  return policy.changeTypes.filter((type) => type.emergency === emergency).map(({ id }) => id);
}

const SCHEDULING: Readonly<Partial<Record<Rule['kind'], SchedulingRule>>> = {
  'outside-freezes': 'freezes',
  'in-maintenance-window': 'maintenance-windows',
  notice: 'notice',
  'no-overlap': 'overlap',
};

/** Which of the scheduling rules this one is, where the change is an emergency that the policy does not bind to it. */
export function bypassedRule(
  rule: Rule,
  { policy, facts }: { readonly policy: Policy; readonly facts: Pick<ChangeFacts, 'fields'> },
): SchedulingRule | undefined {
  const { bypasses } = policy.emergencies;
  if (bypasses.length === 0) return undefined;
  const scheduling = SCHEDULING[rule.kind];
  if (scheduling === undefined || !bypasses.includes(scheduling)) return undefined;
  return isEmergency(policy, facts) ? scheduling : undefined;
}
