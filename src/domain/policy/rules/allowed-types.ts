import { fieldText } from '../../change/change-facts';
import { isOneOf } from '../condition';
import type { RuleKind } from '../rule';
import { findField } from './required-fields';

/** Only the named change types pass. A change without a type is asked for one. */
export const allowedTypes: RuleKind<'allowed-types'> = {
  kind: 'allowed-types',
  evaluate: ({ types }, { facts }) => {
    const filled = findField(facts, 'changeType');
    const type = fieldText(facts, 'changeType');
    if (filled.met !== 'yes' || type === undefined) return [filled];
    if (isOneOf(type, types)) return [{ met: 'yes', reason: { code: 'type-allowed', type } }];
    return [{ met: 'no', reason: { code: 'type-not-allowed', type, types }, remedy: { do: 'use-other-path', types } }];
  },
};
