import { describe, expect, it } from '@jest/globals';
import { dsoPolicy } from '../../../src/policies/dso';
import { checked, found, stuckIn } from '../checked-policy';

describe('DSO on 20 November 2026', () => {
  const FINDINGS = [
    ['warning', 'condition-field-optional', 'tags', 'DSO-3.7a'],
    ['warning', 'undefined-word', 'significant', 'DSO-6'],
    ['warning', 'undefined-word', 'critical', 'DSO-3.1c'],
    ['warning', 'undefined-word', 'low-risk', 'DSO-3.1a'],
    ['warning', 'review-overdue', '124 days', 'DSO-6'],
  ];

  it('may be put in force with two people in each role; its review is 124 days overdue', () => {
    const check = checked(dsoPolicy, '2026-11-20', 2);
    expect({ mayBeActivated: check.mayBeActivated, stuck: stuckIn(check) }).toEqual({
      mayBeActivated: true,
      stuck: [],
    });
    expect(found(check)).toEqual(FINDINGS);
  });

  it('may not with one person in each: nobody else could approve what an approver asks for', () => {
    const check = checked(dsoPolicy, '2026-11-20');
    expect(check.mayBeActivated).toBe(false);
    expect(found(check)).toEqual(FINDINGS);
    expect(stuckIn(check)).toEqual([
      [
        'nobody-left',
        'security-team',
        'DSO-3.3b,DSO-4,DSO-3.7a',
        'Standard at authorize by account-security-team',
        'Normal at authorize by account-security-team',
        'Emergency at authorize by account-security-team',
        'Emergency at expedite by account-security-team',
      ],
      [
        'nobody-left',
        'change-approver',
        'DSO-3.1b,DSO-3.3a,DSO-4,DSO-3.7a',
        'Normal at authorize by account-change-approver',
      ],
      [
        'nobody-left',
        'change-approver',
        'DSO-3.3a,DSO-4,DSO-3.7a',
        'Emergency at authorize by account-change-approver',
        'Emergency at expedite by account-change-approver',
      ],
    ]);
  });

  it('has nobody to approve in one case only while one of two is away: what the other asks for', () => {
    const { fragile } = checked(dsoPolicy, '2026-11-20', 2).satisfiability;
    const why = fragile.map(({ without, deadEnds }) => [without, new Set(deadEnds.map((deadEnd) => deadEnd.why))]);
    expect(Object.fromEntries(why)).toEqual({
      'account-change-approver': new Set(['nobody-left']),
      'account-change-approver-2': new Set(['nobody-left']),
      'account-security-team': new Set(['nobody-left']),
      'account-security-team-2': new Set(['nobody-left']),
    });
  });
});
