import { describe, expect, it } from '@jest/globals';
import { checkPolicy } from '../../../src/domain/policy/check-policy';
import { lintPolicy } from '../../../src/domain/policy/lint-policy';
import { policyWith } from '../../builders/policies';
import { CLEAN, foundWith, TODAY } from './lint-clean-policy';

const HOLDERS = { owner: ['olga', 'otto'], board: ['bea', 'bob', 'ben'], helper: ['hal'], warden: ['wim'] };

describe('a policy', () => {
  it('in which nothing is wrong has no findings', () => {
    expect(lintPolicy(CLEAN, TODAY)).toEqual([]);
  });

  it('that may be put in force has neither errors nor dead ends', () => {
    expect(checkPolicy(CLEAN, HOLDERS, TODAY)).toMatchObject({
      lint: [],
      satisfiability: { deadEnds: [], fragile: [], notToldApart: [] },
      mayBeActivated: true,
    });
  });

  it('may be put in force with warnings, and with people who must not be away', () => {
    const policy = { ...CLEAN, records: { ...CLEAN.records, retentionMonths: null } };
    const check = checkPolicy(policy, { ...HOLDERS, board: ['bea', 'bob'] }, TODAY);
    expect(check.lint.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'retention-missing']]);
    expect(check.satisfiability.fragile.map(({ without }) => without)).toEqual(['bea', 'bob']);
    expect(check.mayBeActivated).toBe(true);
  });

  it('may not be put in force with an error', () => {
    const check = checkPolicy({ ...CLEAN, answers: {} }, HOLDERS, TODAY);
    expect(check.satisfiability.deadEnds).toEqual([]);
    expect(check.mayBeActivated).toBe(false);
  });

  it('may not be put in force with a dead end', () => {
    const check = checkPolicy(CLEAN, { ...HOLDERS, owner: [] }, TODAY);
    expect(check.lint).toEqual([]);
    expect(check.satisfiability.deadEnds.map(({ why, roles }) => [why, roles])).toEqual([['role-empty', ['owner']]]);
    expect(check.mayBeActivated).toBe(false);
  });

  it('whose catalogue has run out is a dead end on that day', () => {
    const standardChanges = [{ id: 'patch', title: 'Patch', preApprovedBy: null, until: '2026-03-01' }];
    const check = checkPolicy({ ...CLEAN, standardChanges }, HOLDERS, TODAY);
    expect(check.satisfiability.deadEnds.map(({ why }) => why)).toEqual(['no-entry']);
  });
});

describe('findings', () => {
  it('begin with what keeps a policy from being put in force', () => {
    const found = foundWith({ answers: {}, records: { ...CLEAN.records, retentionMonths: null } });
    expect(found.map(({ severity, code }) => [severity, code])).toEqual([
      ['error', 'placeholder'],
      ['error', 'unanswered-question'],
      ['warning', 'retention-missing'],
    ]);
  });

  it('are many in a policy that is hardly begun', () => {
    expect(lintPolicy(policyWith([], { about: {} }), TODAY).map(({ code }) => code)).toEqual([
      'emergency-mode-not-kept',
      'expedite-open',
      'clause-not-enforced',
      'no-review-date',
      'unused-role',
      'unused-role',
    ]);
  });
});
