import { Failure } from '../domain/failure';
import type { Policy } from '../domain/policy/policy';
import { PRESETS } from '../policies/presets';

/** The policies that an administrator can put in force. */
export function offeredPolicies(): readonly Policy[] {
  return PRESETS;
}

/** An offered policy. @throws Failure `bad-request` when there is none of this id. */
export function offeredPolicy(presetId: string): Policy {
  const policy = PRESETS.find(({ id }) => id === presetId);
  if (policy === undefined) throw new Failure('bad-request', 'There is no such policy to put in force.');
  return policy;
}
