import { describe, expect, it } from '@jest/globals';
import { genericPolicy } from '../../src/policies/generic';
import { mestaPolicy } from '../../src/policies/mesta';
import { pol005Policy } from '../../src/policies/pol005';
import { checked, found } from './checked-policy';

describe('on 20 November 2026, with one person in each role,', () => {
  it('GEN may be put in force; its words of severity are nowhere defined', () => {
    const check = checked(genericPolicy, '2026-11-20');
    expect({ mayBeActivated: check.mayBeActivated, deadEnds: check.satisfiability.deadEnds }).toEqual({
      mayBeActivated: true,
      deadEnds: [],
    });
    expect(found(check)).toEqual([
      ['warning', 'undefined-word', 'major', 'GEN-5c'],
      ['warning', 'undefined-word', 'significant', 'GEN-7a'],
      ['warning', 'undefined-word', 'serious', 'GEN-8b'],
      ['warning', 'undefined-word', 'moderate', 'GEN-3n'],
      ['warning', 'undefined-word', 'high-risk', 'GEN-5b', 'GEN-5c', 'GEN-7c'],
      ['warning', 'undefined-word', 'low-risk', 'GEN-3s1'],
      ['warning', 'undefined-word', 'high-impact', 'GEN-4.2a'],
      ['warning', 'no-review-date', ''],
      ['warning', 'retention-missing', ''],
    ]);
  });

  it('MESTA may be put in force; it is a placeholder in part, and its review is 292 days overdue', () => {
    const check = checked(mestaPolicy, '2026-11-20');
    expect({ mayBeActivated: check.mayBeActivated, deadEnds: check.satisfiability.deadEnds }).toEqual({
      mayBeActivated: true,
      deadEnds: [],
    });
    expect(found(check)).toEqual([
      [
        'warning',
        'placeholder',
        '[Detailed policy requirements would be listed here in the full document]',
        'MESTA-3.1',
      ],
      ['warning', 'review-overdue', '292 days', 'MESTA-M2'],
      ['warning', 'retention-missing', ''],
    ]);
  });

  it('POL-005 may be put in force; it refers to a section that it does not have, and what is major is for a label to say', () => {
    const check = checked(pol005Policy, '2026-11-20');
    expect({ mayBeActivated: check.mayBeActivated, deadEnds: check.satisfiability.deadEnds }).toEqual({
      mayBeActivated: true,
      deadEnds: [],
    });
    expect(found(check)).toEqual([
      ['warning', 'condition-field-optional', 'tags', 'POL005-7c'],
      ['warning', 'dangling-reference', 'section 4', 'POL005-9'],
      ['warning', 'undefined-word', 'major', 'POL005-7c'],
      ['warning', 'retention-missing', ''],
    ]);
  });
});

describe('the review of POL-005', () => {
  it('is due on 29 January 2027, and overdue from the day after', () => {
    const overdue = (today: string) =>
      checked(pol005Policy, today).lint.filter(({ code }) => code === 'review-overdue');
    expect(overdue('2027-01-29')).toEqual([]);
    expect(overdue('2027-01-30')).toEqual([
      { code: 'review-overdue', severity: 'warning', clauses: ['POL005-M'], ruleIds: [], due: '2027-01-29', days: 1 },
    ]);
  });
});
