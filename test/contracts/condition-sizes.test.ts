import { describe, expect, it } from '@jest/globals';
import { policyDocument } from '../../src/contracts/policy-document';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy, Term } from '../../src/domain/policy/policy';
import { problemsIn } from '../builders/malformed';
import { fieldsRule, policyWith } from '../builders/policies';
import { CLOCK, EXCEPTION_PATH, GRANTED } from '../builders/policy-parts';

const NOT_EMPTY: Condition = { field: 'scope', filled: true };

/** Words each of which stands for ten times the one before. */
function words(count: number): readonly Term[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `w${String(index)}`,
    means: index === 0 ? NOT_EMPTY : { not: { all: Array<Condition>(10).fill({ term: `w${String(index - 1)}` }) } },
  }));
}

const TOO_MUCH =
  'With its words spelt out, the policy compares more than 20000 things. Use fewer words that stand for other words.';

const problems = (overrides: Partial<Policy>) => problemsIn(policyDocument, policyWith([], overrides));

describe('a policy whose words stand for other words', () => {
  it('is read while they stand for little', () => {
    expect(problems({ terms: words(5) })).toEqual([]);
  });

  it('is refused, at once, where that grows beyond measure, at the first word that goes too far', () => {
    expect(problems({ terms: words(60) })).toEqual([`terms.5.means: ${TOO_MUCH}`]);
  });

  it.each<[string, Partial<Policy>]>([
    ['scope', { scope: { when: many() } }],
    ['standardChanges.0', { standardChanges: [{ id: 'a', title: 'A', preApprovedBy: null, when: many() }] }],
    ['exceptions.granted.0', { exceptions: { ...EXCEPTION_PATH, granted: [{ ...GRANTED, when: many() }] } }],
    [
      'records.notifications.0',
      {
        records: {
          retentionMonths: 12,
          legalHold: false,
          notifications: [{ clauses: [], on: 'closed', tell: ['owner'], when: many() }],
        },
      },
    ],
    ['clocks.0', { clocks: [{ ...CLOCK, when: many() }] }],
    ['rules.0', { rules: [fieldsRule({ when: many() })] }],
  ])('is refused where it is a condition that goes too far: %s', (place, overrides) => {
    expect(problems({ terms: words(4), ...overrides })).toEqual([`${place}.when: ${TOO_MUCH}`]);
  });

  it('that go round in a circle are told as that', () => {
    const terms: readonly Term[] = [
      { id: 'a', means: { any: Array<Condition>(90).fill({ term: 'b' }) } },
      { id: 'b', means: { any: Array<Condition>(90).fill({ term: 'a' }) } },
    ];
    expect(problems({ terms })).toEqual(['terms.0.means: A word cannot be explained by itself: "a" by "b" by "a".']);
  });
});

/** With four words, each ten times the one before: twenty times a thousand. */
function many(): Condition {
  return { any: Array<Condition>(20).fill({ term: 'w3' }) };
}
