import { fieldText, type ChangeFacts } from '../change/change-facts';
import { isOneOf } from './condition';
import type { Policy } from './policy';

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
