import type { RuleKind } from '../rule';
import { findField } from './required-fields';

/** Only the named change types pass. A change without a type is asked for one. */
export const allowedTypes: RuleKind<'allowed-types'> = {
  kind: 'allowed-types',
  evaluate: (rule, { facts }) => {
    const fact = facts.fields.changeType;
    if (fact.state === 'unknown' || fact.value === null) return [findField(facts, 'changeType')];
    const type = fact.value;
    if (rule.types.some((allowed) => allowed.toLowerCase() === type.toLowerCase())) {
      return [{ met: 'yes', reason: { code: 'type-allowed', type } }];
    }
    return [
      {
        met: 'no',
        reason: { code: 'type-not-allowed', type, types: rule.types },
        remedy: { do: 'use-other-path', types: rule.types },
      },
    ];
  },
};
