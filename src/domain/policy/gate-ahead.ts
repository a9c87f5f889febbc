import type { ChangeFacts } from '../change/change-facts';
import { nextGate, type Gate } from '../change/lifecycle';
import { isEmergency } from './emergency';
import type { Policy } from './policy';

/** The gate that a change meets next under a policy; none once it is closed, or while its stage is not known. */
export function gateAhead(policy: Policy, facts: Pick<ChangeFacts, 'stage' | 'fields'>): Gate | undefined {
  if (facts.stage.state === 'unknown') return undefined;
  const expedited = policy.emergencies.mode !== 'not-allowed' && isEmergency(policy, facts);
  return nextGate(facts.stage.value, expedited);
}
