import { describe, expect, it } from '@jest/globals';
import { known } from '../../../src/domain/change/change-facts';
import { dutyHolders, peopleOf } from '../../../src/domain/policy/duty-holders';
import type { Duty } from '../../../src/domain/policy/duty';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts, edited, unread, type FactsOverrides } from '../../builders/change-facts';
import { approvalRule, policyWith, separationRule } from '../../builders/policies';
import { by, withVotes } from '../../builders/votes';

const UNREAD = unread('Jira did not answer');

function holders(duty: Duty, facts: FactsOverrides) {
  return dutyHolders(duty, { policy: policyWith(), facts: changeFacts(facts) });
}

describe('who has a duty', () => {
  it('is told by the requesters', () => {
    expect(holders('requester', { requesters: ['ann', 'ben'] })).toEqual(known(['ann', 'ben']));
    expect(holders('requester', { requesters: UNREAD })).toEqual(UNREAD);
  });

  it.each(['implementer', 'tester', 'verifier'] as const)('is told by the field: %s', (duty) => {
    const found = ['ann', null, ' ', UNREAD].map((value) => holders(duty, { fields: { [duty]: value } }));
    expect(found).toEqual([known(['ann']), known([]), known([]), UNREAD]);
  });

  it('is told by who passes the gate, for the closer, and not known where Jira does not say', () => {
    expect(holders('closer', { actor: known('ann') })).toEqual(known(['ann']));
    expect(holders('closer', { actor: UNREAD })).toEqual(UNREAD);
    expect(holders('closer', {})).toEqual({ state: 'unknown', cause: { code: 'not-looked-up', detail: 'actor' } });
  });
});

describe('who approves', () => {
  const policy = policyWith([
    approvalRule({ requirement: { allOf: [{ role: 'owner' }, { role: 'security' }] } }),
    approvalRule({ requirement: { role: 'board' }, point: 'close', gates: ['close'] }),
    approvalRule({ requirement: { role: 'risk' }, when: { field: 'riskLevel', in: ['High'] } }),
  ]);

  function approvers(under: Policy, fields: FactsOverrides['fields'], ...votes: Parameters<typeof withVotes>[2]) {
    return dutyHolders('approver', {
      policy: under,
      facts: withVotes(changeFacts({ fields: fields ?? {} }), under, votes),
    });
  }

  it('is everybody whose approval stands at one of the points, in a role that is asked for there, once', () => {
    const close = { gate: 'close' } as const;
    const votes = [
      by('ann', 'owner', 'board'),
      by('ann', 'owner', 'security', 'board'),
      by('ben', 'board'),
      { ...by('cat', 'board'), ...close },
      { ...by('dan', 'owner'), ...close },
      { ...by('eve', 'owner'), decision: 'decline' as const },
      { ...by('fay', 'owner'), fingerprint: 'f' },
    ];
    expect(approvers(policy, {}, ...votes)).toEqual(known(['ann', 'cat']));
  });

  it('goes by the rules that apply, and those of which nobody knows whether they do', () => {
    const vote = by('ann', 'risk');
    expect(approvers(policy, { riskLevel: 'Low' }, vote)).toEqual(known([]));
    expect(approvers(policy, { riskLevel: 'High' }, vote)).toEqual(known(['ann']));
    expect(approvers(policy, { riskLevel: UNREAD }, vote)).toEqual(known(['ann']));
  });

  it('is not somebody whose vote is left out', () => {
    const separated = policyWith([...policy.rules, separationRule({ pairs: [['approver', 'tester']] })]);
    expect(approvers(separated, { tester: 'ann' }, by('ann', 'owner'), by('ben', 'owner'))).toEqual(known(['ben']));
  });

  it('is whoever voted, where that was in the name of another', () => {
    const lent = { role: 'owner', of: 'cat', since: '2026-03-02T00:00:00.000Z', until: '2026-03-03T00:00:00.000Z' };
    const lending = policyWith(policy.rules, { delegation: { longestDays: 1 } });
    expect(approvers(lending, {}, { ...by('ann'), delegated: [lent] })).toEqual(known(['ann']));
  });

  it('is not known while the votes, or part of the plan, could not be read', () => {
    const facts = withVotes(changeFacts(), policy, [by('ann', 'owner')]);
    const unknowns = [
      { ...facts, votes: UNREAD },
      { ...facts, requesters: UNREAD },
      edited(facts, { description: UNREAD }),
    ];
    expect(unknowns.map((these) => dutyHolders('approver', { policy, facts: these }))).toEqual([
      UNREAD,
      UNREAD,
      UNREAD,
    ]);
    expect(dutyHolders('approver', { policy, facts })).toEqual(known(['ann']));
  });
});

describe('the people of a duty', () => {
  it('are those who are known', () => {
    const people = (tester: string | null | typeof UNREAD) =>
      peopleOf('tester', { policy: policyWith(), facts: changeFacts({ fields: { tester } }) });
    expect([people('ann'), people(null), people(UNREAD)]).toEqual([['ann'], [], []]);
  });
});
