import { isOneOf } from '../holds';
import { typesOf } from '../emergency';
import { filledText } from '../filled-text';
import type { RuleKind } from '../rule';

/** Only an emergency takes this way, and only where the policy has one for emergencies. */
export const emergencyPath: RuleKind<'emergency-path'> = {
  kind: 'emergency-path',
  evaluate: (_rule, { policy, facts }) => {
    if (policy.emergencies.mode === 'not-allowed') {
      return [{ met: 'no', reason: { code: 'no-emergency-path' }, remedy: { do: 'use-other-path', types: [] } }];
    }
    const type = filledText(facts, 'changeType');
    if (typeof type !== 'string') return [type];
    const types = typesOf(policy, { emergency: true });
    if (isOneOf(type, types)) return [{ met: 'yes', reason: { code: 'is-emergency', type } }];
    return [{ met: 'no', reason: { code: 'not-an-emergency', type, types }, remedy: { do: 'use-other-path', types } }];
  },
};
