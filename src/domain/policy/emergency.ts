import { fieldText, type ChangeFacts } from '../change/change-facts';
import type { Policy } from './policy';

/** Whether the change is of a type that the policy treats as an emergency. Not known is no. */
export function isEmergency(policy: Policy, facts: Pick<ChangeFacts, 'fields'>): boolean {
  const type = fieldText(facts, 'changeType')?.toLowerCase();
  return policy.changeTypes.some(({ id, emergency }) => emergency && id.toLowerCase() === type);
}
