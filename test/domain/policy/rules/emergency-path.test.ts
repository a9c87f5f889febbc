import { describe, expect, it } from '@jest/globals';
import { isEmergency } from '../../../../src/domain/policy/emergency';
import { EMERGENCY_MODES, type Emergencies } from '../../../../src/domain/policy/policy';
import { emergencyPath } from '../../../../src/domain/policy/rules/emergency-path';
import { changeFacts, unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE, policyWith } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const types = ['Emergency', 'Hotfix'];

const changeTypes = [
  { id: 'Normal', description: 'Planned.', emergency: false },
  ...types.map((id) => ({ id, description: 'Urgent.', emergency: true })),
  { id: 'Standard', description: 'Routine.', emergency: false },
];

function find(fields: FieldOverrides, mode: Emergencies['mode'] = 'implement-first') {
  const rule = { ...AT_AUTHORIZE, id: 'expedite', kind: 'emergency-path' } as const;
  const emergencies = { mode, bypasses: [], tell: [] };
  return emergencyPath.evaluate(
    rule,
    ruleContext({ policy: { changeTypes, emergencies }, facts: { fields }, gate: 'expedite' }),
  );
}

describe('the way of emergencies', () => {
  it.each(['Emergency', 'hotfix'])('is open to a change of type %s', (changeType) => {
    expect(find({ changeType })).toEqual([{ met: 'yes', reason: { code: 'is-emergency', type: changeType } }]);
  });

  it.each(['Normal', 'Whim'])('is closed to a change of type %s, which is told what passes', (changeType) => {
    expect(find({ changeType })).toEqual([
      {
        met: 'no',
        reason: { code: 'not-an-emergency', type: changeType, types },
        remedy: { do: 'use-other-path', types },
      },
    ]);
  });

  it('asks a change without a type for one', () => {
    expect(find({ changeType: null })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'changeType' },
        remedy: { do: 'fill-field', field: 'changeType' },
      },
    ]);
  });

  it('is not known to be open where the type could not be read', () => {
    expect(find({ changeType: unread('Change type') }).map(({ met }) => met)).toEqual(['unknown']);
  });

  it.each(EMERGENCY_MODES.filter((mode) => mode !== 'not-allowed'))('is open where the policy says %s', (mode) => {
    expect(find({ changeType: 'Emergency' }, mode).map(({ met }) => met)).toEqual(['yes']);
  });

  it.each(['Emergency', 'Normal', null, unread('Change type')])(
    'is closed to every change where the policy knows no emergencies (type %j)',
    (changeType) => {
      expect(find({ changeType }, 'not-allowed')).toEqual([
        {
          met: 'no',
          reason: { code: 'no-emergency-path' },
          remedy: { do: 'use-other-path', types: [] },
        },
      ]);
    },
  );
});

describe('an emergency', () => {
  it.each([
    ['Emergency', true],
    ['HOTFIX', true],
    ['Normal', false],
    ['Emergenc', false],
    [null, false],
    [unread('Change type'), false],
  ])('is known by its type: %j', (changeType, expected) => {
    expect(isEmergency(policyWith([], { changeTypes }), changeFacts({ fields: { changeType } }))).toBe(expected);
  });
});
