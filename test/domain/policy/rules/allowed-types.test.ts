import { describe, expect, it } from '@jest/globals';
import { allowedTypes } from '../../../../src/domain/policy/rules/allowed-types';
import { unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const types = ['Emergency', 'Normal'];

function find(fields: FieldOverrides) {
  const rule = { ...AT_AUTHORIZE, id: 'types', kind: 'allowed-types', types } as const;
  return allowedTypes.evaluate(rule, ruleContext({ facts: { fields } }));
}

describe('allowed types', () => {
  it.each(['Emergency', 'EMERGENCY', 'normal'])('let %s pass, without regard to case', (changeType) => {
    expect(find({ changeType })).toEqual([{ met: 'yes', reason: { code: 'type-allowed', type: changeType } }]);
  });

  it.each(['Standard', 'Norm'])('refuse %s and say which types pass', (changeType) => {
    expect(find({ changeType })).toEqual([
      {
        met: 'no',
        reason: { code: 'type-not-allowed', type: changeType, types },
        remedy: { do: 'choose-type', types, given: [] },
      },
    ]);
  });

  it('point to the other fields for which the type is not allowed', () => {
    const when = {
      all: [
        { field: 'changeType', in: ['Standard'] },
        { field: 'emergencyReason', filled: true },
      ],
    } as const;
    const rule = { ...AT_AUTHORIZE, id: 'types', kind: 'allowed-types', types, when } as const;
    const [finding] = allowedTypes.evaluate(rule, ruleContext({ facts: { fields: { changeType: 'Standard' } } }));
    expect(finding?.remedy).toEqual({ do: 'choose-type', types, given: ['emergencyReason'] });
  });

  it.each([null, ' '])('ask a change whose type is %j for one', (changeType) => {
    expect(find({ changeType })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'changeType' },
        remedy: { do: 'fill-field', field: 'changeType' },
      },
    ]);
  });

  it('do not know where the type could not be read', () => {
    const changeType = unread('Change type');
    const { cause } = changeType;
    expect(find({ changeType })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'changeType', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
  });
});
