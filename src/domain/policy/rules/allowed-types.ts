import { isOneOf } from '../holds';
import { filledText } from '../filled-text';
import type { RuleKind } from '../rule';

/** Only the named change types pass. A change without a type is asked for one. */
export const allowedTypes: RuleKind<'allowed-types'> = {
  kind: 'allowed-types',
  evaluate: ({ types }, { facts }) => {
    const type = filledText(facts, 'changeType');
    if (typeof type !== 'string') return [type];
    if (isOneOf(type, types)) return [{ met: 'yes', reason: { code: 'type-allowed', type } }];
    return [{ met: 'no', reason: { code: 'type-not-allowed', type, types }, remedy: { do: 'use-other-path', types } }];
  },
};
