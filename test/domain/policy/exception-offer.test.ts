import { describe, expect, it } from '@jest/globals';
import { evaluatePolicy } from '../../../src/domain/policy/evaluate-policy';
import { askedWith, offeredExceptions } from '../../../src/domain/policy/exception-offer';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { changeFacts, type FieldOverrides } from '../../builders/change-facts';
import { AT_AUTHORIZE, fieldsRule, policyWith } from '../../builders/policies';
import { freeze } from '../../builders/windows';

const EXCEPTIONS = {
  clauses: ['T-1'],
  requirement: { role: 'board' },
  askedWith: ['exceptionTo', 'deviationReason'],
  granted: [],
} as const;
const CLAUSES = [
  { id: 'T-1', text: 'Care.', service: 'enforced' },
  { id: 'T-2', text: 'Talk.', service: 'outside' },
] as const;
const EMPTY_PLAN: FieldOverrides = { testPlan: null };

function offered(rules: readonly Rule[], fields: FieldOverrides = EMPTY_PLAN, overrides: Partial<Policy> = {}) {
  const policy = policyWith(rules, { exceptions: EXCEPTIONS, clauses: CLAUSES, ...overrides });
  const facts = changeFacts({ stage: 'assessment', fields });
  const evaluation = evaluatePolicy(policy, facts, 'authorize', '2026-03-02T09:00:00.000Z');
  return offeredExceptions(policy, facts, evaluation).map(({ names, reasons }) => [
    names,
    reasons.map(({ code }) => code),
  ]);
}

describe('an exception can be asked', () => {
  it('from the clauses of what is missing, once for rules of the same clauses', () => {
    const rules = [fieldsRule({ fields: ['testPlan'] }), fieldsRule({ id: 'again', fields: ['services'] })];
    expect(offered(rules)).toEqual([[['T-1'], ['field-empty', 'field-empty']]]);
  });

  it('from a freeze that touches the planned time and that somebody may exempt from', () => {
    const interval = { from: '2026-03-03T00:00:00.000Z', until: '2026-03-04T00:00:00.000Z' };
    const windows = [freeze({ interval, exemptionBy: 'board' }), freeze({ id: 'other', interval })];
    expect(offered([], {}, { calendar: { windows }, exceptions: 'none' })).toEqual([[['quarter-end'], ['in-freeze']]]);
  });
});

describe('no exception can be asked', () => {
  it.each<[string, readonly Rule[], FieldOverrides, Partial<Policy>]>([
    ['where nothing is missing', [fieldsRule()], {}, {}],
    ['where the policy knows none', [fieldsRule({ fields: ['testPlan'] })], EMPTY_PLAN, { exceptions: 'none' }],
    ['from what serves no clause', [fieldsRule({ fields: ['testPlan'], clauses: [] })], EMPTY_PLAN, {}],
    ['from a clause that no rule enforces', [fieldsRule({ fields: ['testPlan'], clauses: ['T-2'] })], EMPTY_PLAN, {}],
    ['where it was asked', [fieldsRule({ fields: ['testPlan'] })], { ...EMPTY_PLAN, exceptionTo: ['t-1 '] }, {}],
    [
      'from having an exception granted',
      [{ ...AT_AUTHORIZE, id: 'granted', kind: 'exception-granted' }],
      { exceptionTo: ['T-9'] },
      {},
    ],
  ])('%s', (_why, rules, fields, overrides) => {
    expect(offered(rules, fields, overrides)).toEqual([]);
  });
});

describe('what goes with a request', () => {
  it('are the fields that the policy names, without the one that holds the names', () => {
    expect(askedWith(policyWith([], { exceptions: EXCEPTIONS }))).toEqual(['deviationReason']);
    expect(askedWith(policyWith([]))).toEqual([]);
  });
});
