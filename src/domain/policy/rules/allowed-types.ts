import { fieldsOfCondition } from '../condition-fields';
import { isOneOf } from '../holds';
import { filledText } from '../filled-text';
import type { RuleKind } from '../rule';

/**
 * Only the named change types pass. A change without a type is asked for one. Where the rule binds only on some
 * condition, the fields of that condition may be what is wrong with the change.
 */
export const allowedTypes: RuleKind<'allowed-types'> = {
  kind: 'allowed-types',
  evaluate: ({ types, when }, { policy, facts }) => {
    const type = filledText(facts, 'changeType');
    if (typeof type !== 'string') return [type];
    if (isOneOf(type, types)) return [{ met: 'yes', reason: { code: 'type-allowed', type } }];
    const fields = when === undefined ? [] : fieldsOfCondition(when, policy);
    const given = fields.filter((field) => field !== 'changeType');
    return [
      { met: 'no', reason: { code: 'type-not-allowed', type, types }, remedy: { do: 'choose-type', types, given } },
    ];
  },
};
