import { describe, expect, it } from '@jest/globals';
import type { RoleDelegation } from '../../../src/domain/settings';
import { askedApprovers } from '../../../src/domain/shown-state/asked-approvers';
import { changeFacts, fingerprinted, REQUESTER } from '../../builders/change-facts';
import { approvalRule, policyWith } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';
import type { Rule } from '../../../src/domain/policy/policy-rule';

const NOW = '2026-03-02T12:00:00.000Z';
const TWO = policyWith([approvalRule({ requirement: { role: 'owner', atLeast: 2 } })]);
const facts = changeFacts({ stage: 'assessment' });
const owner = (person: string) => ({ role: 'owner', person });
const lent = (more: Partial<RoleDelegation> = {}): RoleDelegation => ({
  role: 'owner',
  from: 'b',
  to: 'deputy',
  since: minute(0),
  until: '2026-03-09T09:00:00.000Z',
  ...more,
});

describe('who is asked to approve', () => {
  it('is everybody who holds a role that is asked, each once and in order', () => {
    const holders = [owner('c'), owner('b'), { role: 'board', person: 'b' }];
    expect(askedApprovers(TWO, facts, holders, [], NOW)).toEqual(['b', 'c']);
  });

  it('is nobody whose approval stands already', () => {
    const voted = withVotes(facts, TWO, [{ by: 'b' }]);
    expect(askedApprovers(TWO, voted, [owner('b'), owner('c')], [], NOW)).toEqual(['c']);
  });

  it('is somebody again whose approval was voided by an edit', () => {
    const voted = withVotes(facts, TWO, [{ by: 'b' }]);
    const { fields } = changeFacts({ fields: { description: 'Another plan.' } });
    const edited = fingerprinted({ ...voted, fields }, TWO.materialFields);
    expect(askedApprovers(TWO, edited, [owner('b')], [], NOW)).toEqual(['b']);
  });

  it('is nobody whose vote would not count', () => {
    const apart: Rule = { kind: 'separate-duties', id: 'apart', clauses: ['T-1'], gates: ['authorize'], strength: 'block', pairs: [['requester', 'approver']] }; // prettier-ignore
    const policy = policyWith([...TWO.rules, apart]);
    expect(askedApprovers(policy, facts, [owner(REQUESTER), owner('c')], [], NOW)).toEqual(['c']);
  });

  it.each([
    ['a deputy of a holder, while the role is lent', lent(), ['b', 'deputy']],
    ['no deputy before that', lent({ since: '2026-03-02T12:00:00.001Z' }), ['b']],
    ['no deputy afterwards', lent({ until: NOW }), ['b']],
    ['no deputy of somebody who does not hold the role', lent({ from: 'x' }), ['b']],
    ['no deputy in another role', lent({ role: 'board' }), ['b']],
  ])('is %s', (_what, delegation, people) => {
    expect(askedApprovers(TWO, facts, [owner('b')], [delegation], NOW)).toEqual(people);
  });
});
