import { describe, expect, it } from '@jest/globals';
import { known, unknown, type Fact, type FieldValue } from '../../../src/domain/change/change-facts';
import { levelIndex, openRiskFields, riskOf } from '../../../src/domain/policy/risk';
import type { RiskModel } from '../../../src/domain/policy/risk-model';
import { changeFacts, unread } from '../../builders/change-facts';
import { policyWith } from '../../builders/policies';

const UNREAD = unread('Jira did not answer');
const SCORES = { Low: 1, Medium: 2, High: 3 };
const MATRIX: RiskModel = {
  how: 'scored',
  levels: ['Low', 'Medium', 'High'],
  combine: 'product',
  dimensions: [
    { field: 'likelihood', scores: SCORES },
    { field: 'impact', scores: SCORES },
  ],
  bands: [
    { level: 'Low', from: 1 },
    { level: 'High', from: 6 },
    { level: 'Medium', from: 3 },
  ],
};

function risk(model: RiskModel, fields: Readonly<Record<string, FieldValue | Fact<FieldValue>>>): Fact<string | null> {
  return riskOf(policyWith([], { risk: model }), changeFacts({ fields }));
}

describe('a risk level that is asked for', () => {
  const ASKED: RiskModel = { how: 'asked', levels: ['Low', 'Medium', 'High'] };

  it.each<[FieldValue | Fact<FieldValue>, Fact<string | null>]>([
    ['High', known('High')],
    ['mEDIUM', known('Medium')],
    [null, known(null)],
    ['Enormous', unknown('unreadable-value', 'Enormous')],
    [UNREAD, UNREAD],
  ])('is what the field says, as far as the policy knows the level: %j', (riskLevel, expected) => {
    expect(risk(ASKED, { riskLevel })).toEqual(expected);
  });
});

describe('a risk level that is scored', () => {
  it.each([
    ['Low', 'Low', 'Low'],
    ['Low', 'Medium', 'Low'],
    ['Low', 'High', 'Medium'],
    ['Medium', 'Medium', 'Medium'],
    ['medium', 'HIGH', 'High'],
    ['High', 'High', 'High'],
  ])('by the product of the axes of a matrix: %s likelihood, %s impact is %s', (likelihood, impact, level) => {
    expect(risk(MATRIX, { likelihood, impact })).toEqual(known(level));
  });

  it('by the sum of the answers to questions', () => {
    const answered: RiskModel = { ...MATRIX, combine: 'sum' };
    expect(risk(answered, { likelihood: 'High', impact: 'Medium' })).toEqual(known('Medium'));
    expect(risk(answered, { likelihood: 'High', impact: 'High' })).toEqual(known('High'));
  });

  it('by the highest of several', () => {
    const highest: RiskModel = { ...MATRIX, combine: 'highest' };
    expect(risk(highest, { likelihood: 'Low', impact: 'High' })).toEqual(known('Medium'));
    expect(risk(highest, { likelihood: 'Medium', impact: 'Low' })).toEqual(known('Low'));
  });

  it('by the highest score of a field that holds several options, in whatever order they stand', () => {
    for (const impact of [
      ['Low', 'High'],
      ['High', 'Low'],
    ]) {
      expect(risk(MATRIX, { likelihood: 'High', impact })).toEqual(known('High'));
    }
  });

  it('has the level of the first band below all bands, and none without bands', () => {
    const from5: RiskModel = { ...MATRIX, bands: [{ level: 'Medium', from: 5 }] };
    expect(risk(from5, { likelihood: 'Low', impact: 'Low' })).toEqual(known('Medium'));
    expect(risk({ ...MATRIX, bands: [] }, { likelihood: 'Low', impact: 'Low' })).toEqual(known(null));
  });

  it.each<[FieldValue | Fact<FieldValue>, Fact<string | null>]>([
    [null, known(null)],
    ['Unclear', unknown('unreadable-value', 'Unclear')],
    [['Low', 'Unclear'], unknown('unreadable-value', 'Unclear')],
    [UNREAD, UNREAD],
  ])('is open or not known while one axis is: %j', (impact, expected) => {
    expect(risk(MATRIX, { likelihood: 'High', impact })).toEqual(expected);
  });
});

describe('what is missing before the risk is known', () => {
  const open = (model: RiskModel, fields: Readonly<Record<string, FieldValue | Fact<FieldValue>>>) =>
    openRiskFields(policyWith([], { risk: model }), changeFacts({ fields }));

  it('is nothing where every axis has an option that is scored', () => {
    expect(open(MATRIX, { likelihood: 'low', impact: 'High' })).toEqual([]);
  });

  it('is each axis that is empty, unreadable, or holds what the policy does not score', () => {
    expect(open(MATRIX, { likelihood: null, impact: 'Unclear' })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'likelihood' },
        remedy: { do: 'fill-field', field: 'likelihood' },
      },
      {
        met: 'unknown',
        reason: { code: 'risk-level-unknown', field: 'impact', value: 'Unclear', levels: ['Low', 'Medium', 'High'] },
        remedy: { do: 'choose-risk-level', field: 'impact', levels: ['Low', 'Medium', 'High'] },
      },
    ]);
    expect(open(MATRIX, { likelihood: UNREAD, impact: 'Low' })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'likelihood', cause: UNREAD.cause },
        remedy: { do: 'mend-lookup', cause: UNREAD.cause },
      },
    ]);
  });

  it('is every option of a field of several that the policy does not score', () => {
    const found = open(MATRIX, { likelihood: 'Low', impact: ['High', 'Unclear', 'Odd'] });
    expect(found.map(({ reason }) => ('value' in reason ? reason.value : undefined))).toEqual(['Unclear', 'Odd']);
  });

  it('is the Risk level field where the level is asked for', () => {
    expect(open({ how: 'asked', levels: ['Low'] }, { riskLevel: 'High' })).toMatchObject([
      { reason: { code: 'risk-level-unknown', field: 'riskLevel', levels: ['Low'] } },
    ]);
  });
});

describe('the place of a level', () => {
  it.each([
    ['Low', 0],
    ['High', 1],
    ['high', 1],
    ['None', -1],
  ])('%s is %d', (level, place) => {
    expect(levelIndex(['Low', 'High'], level)).toBe(place);
  });
});
