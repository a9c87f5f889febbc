import type { ChangeFacts } from '../../change/change-facts';
import type { ChangeField } from '../../change/change-field';
import type { Finding } from '../evaluation';
import type { RuleKind } from '../rule';

/** Each of the rule's fields holds something other than white space. */
export const requiredFields: RuleKind<'required-fields'> = {
  kind: 'required-fields',
  evaluate: (rule, { facts }) => rule.fields.map((field) => findField(facts, field)),
};

/** Whether a field is filled, with the reason, and the remedy where it is not. */
export function findField(facts: ChangeFacts, field: ChangeField): Finding {
  const fact = facts.fields[field];
  if (fact.state === 'unknown') {
    return {
      met: 'unknown',
      reason: { code: 'field-unknown', field, cause: fact.cause },
      remedy: { do: 'mend-lookup', cause: fact.cause },
    };
  }
  if (fact.value === null || fact.value.trim() === '') {
    return { met: 'no', reason: { code: 'field-empty', field }, remedy: { do: 'fill-field', field } };
  }
  return { met: 'yes', reason: { code: 'field-filled', field } };
}
