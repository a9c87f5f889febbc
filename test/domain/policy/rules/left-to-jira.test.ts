import { describe, expect, it } from '@jest/globals';
import { known } from '../../../../src/domain/change/change-facts';
import type { Finding } from '../../../../src/domain/policy/evaluation';
import type { Rule } from '../../../../src/domain/policy/policy-rule';
import { evaluateRule } from '../../../../src/domain/policy/rule-list';
import type { FactsOverrides } from '../../../builders/change-facts';
import { ruleContext } from '../../../builders/rule-context';

const BASE = { id: 'rule', clauses: ['T-1'], gates: ['close'], strength: 'block' } as const;
const LEFT: Finding = { met: 'yes', reason: { code: 'left-to-jira', duty: 'closer' } };

function find(rule: Rule, facts: FactsOverrides = {}): readonly Finding[] {
  return evaluateRule(rule, ruleContext({ gate: 'close', facts: { guarded: ['rule'], ...facts } }));
}

const RULES: readonly (readonly [string, Rule])[] = [
  ['who may close', { ...BASE, kind: 'who-may', duty: 'closer', roles: ['owner'] }],
  ['who may not close', { ...BASE, kind: 'separate-duties', pairs: [['closer', 'implementer']] }],
  ['who has to close', { ...BASE, kind: 'same-person', pairs: [['implementer', 'closer']] }],
];

describe.each(RULES)('a rule about %s', (_, rule) => {
  it('is left to Jira, where Jira holds that person against it', () => {
    expect(find(rule)).toEqual([LEFT]);
  });

  it('is not known where Jira does not', () => {
    expect(find(rule, { guarded: ['other'] })).toMatchObject([{ met: 'unknown', reason: { duty: 'closer' } }]);
  });

  it('is decided by the app where it knows who that is', () => {
    const [found] = find(rule, { actor: known('ann'), people: { ann: known({ roles: [] }) } });
    expect(found?.reason.code).not.toBe('left-to-jira');
  });
});

it('what is to be compared with the votes is never left to Jira', () => {
  const pairs = [['approver', 'closer']] as const;
  expect(find({ ...BASE, kind: 'separate-duties', pairs })).toMatchObject([{ met: 'unknown' }]);
  expect(find({ ...BASE, kind: 'same-person', pairs })).toMatchObject([{ met: 'no', reason: { code: 'duty-open' } }]);
});

it('of several pairs only those with the closer are left to Jira', () => {
  const rule: Rule = {
    ...BASE,
    kind: 'separate-duties',
    pairs: [
      ['closer', 'implementer'],
      ['implementer', 'tester'],
    ],
  };
  expect(find(rule, { fields: { implementer: 'ann', tester: 'ann' } })).toMatchObject([LEFT, { met: 'no' }]);
});
