import { describe, expect, it } from '@jest/globals';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import type { GrantedException, Policy } from '../../src/domain/policy/policy';
import { mestaPolicy } from '../../src/policies/mesta';
import { changeFacts } from '../builders/change-facts';
import { describeClauses } from './clause-table';
import { describeDecisions } from './decision-table';
import { mestaCases } from './mesta/cases';

describeClauses(mestaPolicy, {
  prefix: 'MESTA',
  document: '000_e57bb79538b0d594.txt',
  ids: [
    ['MESTA-M1', 'MESTA-M2'],
    ['MESTA-1a', 'MESTA-1b', 'MESTA-1c', 'MESTA-1d', 'MESTA-1e', 'MESTA-1f'],
    ['MESTA-2a', 'MESTA-2b', 'MESTA-2c'],
    ['MESTA-3.1', 'MESTA-3.2', 'MESTA-3.3a', 'MESTA-3.3b'],
    ['MESTA-4', 'MESTA-5a', 'MESTA-5b', 'MESTA-5c', 'MESTA-6', 'MESTA-CONF'],
  ].flat(),
});

describeDecisions(mestaPolicy, mestaCases);

describe('a standing exception of Mesta', () => {
  const untilMay: GrantedException = {
    id: 'EX-1',
    clauses: ['MESTA-1d'],
    grantedBy: ['cto'],
    from: '2026-01-01',
    until: '2026-05-31',
    reviewedOn: [],
  };
  const facts = changeFacts({ fields: { implementationPlan: 'Copy and switch.', rollbackSteps: null } });
  const verdict = (granted: GrantedException, instant: string) =>
    evaluatePolicy(withException(granted), facts, 'submit', instant).verdict;

  it('lapses when it is not reviewed within a quarter', () => {
    expect(verdict(untilMay, '2026-04-01T23:59:59.000Z')).toBe('warn');
    expect(verdict(untilMay, '2026-04-02T00:00:00.000Z')).toBe('block');
  });

  it('holds for another quarter when it was reviewed', () => {
    const reviewed = { ...untilMay, reviewedOn: ['2026-03-20'] };
    expect(verdict(reviewed, '2026-05-31T12:00:00.000Z')).toBe('warn');
    expect(verdict(reviewed, '2026-06-01T12:00:00.000Z')).toBe('block');
  });
});

function withException(granted: GrantedException): Policy {
  const { exceptions } = mestaPolicy;
  if (exceptions === 'none') throw new Error('The document has exceptions.');
  return { ...mestaPolicy, exceptions: { ...exceptions, granted: [granted] } };
}
