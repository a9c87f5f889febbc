import type { ChangeFacts } from '../change/change-facts';
import type { Policy } from './policy';

/** Whether the change is of a type that the policy treats as an emergency. Not known is no. */
export function isEmergency(policy: Policy, facts: ChangeFacts): boolean {
  const type = facts.fields.changeType;
  if (type.state === 'unknown' || type.value === null) return false;
  const name = type.value.toLowerCase();
  return policy.changeTypes.some(({ id, emergency }) => emergency && id.toLowerCase() === name);
}
