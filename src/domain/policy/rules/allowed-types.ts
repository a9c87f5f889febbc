import type { RuleKind } from '../rule';

/** Only the named change types pass. */
export const allowedTypes: RuleKind<'allowed-types'> = {
  kind: 'allowed-types',
  fields: () => ['changeType'],
  evaluate: (rule, { facts }) => {
    const fact = facts.fields.changeType;
    if (fact.state === 'unknown') {
      return [
        {
          met: 'unknown',
          reason: { code: 'field-unknown', field: 'changeType', cause: fact.cause },
          remedy: { do: 'mend-lookup', cause: fact.cause },
        },
      ];
    }
    const type = fact.value;
    if (type !== null && rule.types.some((allowed) => allowed.toLowerCase() === type.toLowerCase())) {
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
