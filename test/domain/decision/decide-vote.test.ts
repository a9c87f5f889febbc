import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../src/domain/approval/vote';
import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import { partDigestsOf } from '../../../src/domain/change/plan-fingerprint';
import { changeFacts, edited, REQUESTER, unread } from '../../builders/change-facts';
import { approvalRule, inForce, policyWith } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';
import { attempt, IN_ASSESSMENT as facts, POLICY as policy, refusal, RULE as rule, type Attempt } from './attempt-vote';

const UNREAD = unread('Jira did not answer');

function voted(...votes: readonly Partial<Vote>[]): ChangeFacts {
  return withVotes(facts, policy, votes);
}

describe('a vote that is taken', () => {
  it('says who, what, when, in which role, on which plan, under which policy', () => {
    expect(attempt({ comment: '  Fine by me. ' })).toEqual({
      taken: true,
      vote: {
        by: 'account-owner',
        account: 'human',
        decision: 'approve',
        at: minute(30),
        gate: 'authorize',
        roles: ['owner'],
        delegated: [],
        comment: 'Fine by me.',
        policyHash: inForce(policy).hash,
        fingerprint: facts.fingerprint,
        partDigests: partDigestsOf(facts, policy.materialFields),
      },
    });
  });

  it('is given only in roles that are asked for, out of those that the voter holds', () => {
    expect(attempt({ roles: ['board', 'security', 'owner'] })).toMatchObject({
      vote: { roles: ['security', 'owner'] },
    });
  });

  it.each<[string, Attempt]>([
    ['an approval after a decline', { on: voted({ decision: 'decline' }) }],
    ['a decline after an approval', { on: voted({}), decision: 'decline', comment: 'Not in March.' }],
    ['an approval after a withdrawal', { on: voted({}, { decision: 'withdraw' }) }],
    ['an approval again after an edit voided it', { on: edited(voted({}), { description: 'Another plan.' }) }],
    ['an approval beside that of another', { on: voted({ by: 'account-deputy' }) }],
    [
      'an approval of an approved change, which may have lost one',
      {
        on: { ...facts, stage: { state: 'known', value: 'approved' } },
        under: policyWith([approvalRule({ gates: ['authorize', 'implement'] })]),
      },
    ],
  ])('may be %s', (_sentence, of) => {
    expect(attempt(of)).toMatchObject({ taken: true, vote: { gate: 'authorize' } });
  });
});

describe('a vote that is refused', () => {
  it.each<[string, Attempt, object]>([
    ['where nobody is asked: in draft', { on: changeFacts() }, { code: 'no-approval-here' }],
    [
      'where nobody is asked: when it is closed',
      { on: changeFacts({ stage: 'closed' }) },
      { code: 'no-approval-here' },
    ],
    [
      'where no rule applies to the change',
      { under: policyWith([approvalRule({ when: { field: 'riskLevel', in: ['High'] } })]) },
      { code: 'no-approval-here' },
    ],
    ['while the stage is not known', { on: { ...facts, stage: UNREAD } }, { code: 'stage-unknown' }],
    ['while the votes are not known', { on: { ...facts, votes: UNREAD } }, { code: 'stage-unknown' }],
    ['from somebody without the role', { roles: ['board'] }, { code: 'not-an-approver', roles: ['owner', 'security'] }],
    ['from somebody without any role', { roles: [] }, { code: 'not-an-approver', roles: ['owner', 'security'] }],
    ['from a requester who holds the role', { voter: REQUESTER }, { code: 'requester-may-not-approve' }],
    ['while nobody knows who the requesters are', { on: { ...facts, requesters: UNREAD } }, { code: 'plan-unknown' }],
    [
      'while part of the plan cannot be read',
      { on: edited(facts, { rollbackSteps: UNREAD }) },
      { code: 'plan-unknown' },
    ],
    [
      'on a plan that was edited since it was read',
      { seenFingerprint: edited(facts, { description: 'Before.' }).fingerprint },
      { code: 'plan-changed' },
    ],
    ['on a fingerprint that somebody made up', { seenFingerprint: '0'.repeat(64) }, { code: 'plan-changed' }],
    [
      'on the plan of another change',
      { seenFingerprint: changeFacts({ change: { id: '10002', key: 'CHG-1' } }).fingerprint },
      { code: 'plan-changed' },
    ],
    ['when it says the same again', { on: voted({}) }, { code: 'already-voted', decision: 'approve' }],
    [
      'when it declines again',
      { on: voted({ decision: 'decline' }), decision: 'decline', comment: 'Still no.' },
      { code: 'already-voted', decision: 'decline' },
    ],
    ['when it declines without saying why', { decision: 'decline', comment: ' \n ' }, { code: 'comment-needed' }],
  ])('%s', (_sentence, of, expected) => {
    expect(refusal(of)).toEqual(expected);
  });

  it('is not refused to a requester where the policy does not separate the duties', () => {
    expect(refusal({ voter: REQUESTER, under: policyWith([rule]) })).toBe('taken');
  });

  it('is refused on an unknown requester also where the policy does not separate the duties', () => {
    const on = { ...facts, requesters: UNREAD };
    expect(refusal({ on, under: policyWith([rule]) })).toEqual({ code: 'plan-unknown' });
  });
});

describe('a withdrawal', () => {
  const withdraw = { decision: 'withdraw' } as const;

  it.each<[string, Attempt]>([
    ['an approval', { on: voted({}) }],
    ['a decline', { on: voted({ decision: 'decline' }) }],
    ['a vote that an edit voided', { on: edited(voted({}), { description: 'Another plan.' }) }],
    ['a vote in a role that the voter lost since', { on: voted({}), roles: [] }],
    ['a vote that is left out of the count', { on: voted({ by: REQUESTER }), voter: REQUESTER }],
    ['a vote while part of the plan cannot be read', { on: edited(voted({}), { description: UNREAD }) }],
    ['a vote by somebody whose page is out of date', { on: voted({}), seenFingerprint: '0'.repeat(64) }],
  ])('takes back %s', (_sentence, of) => {
    expect(attempt({ ...of, ...withdraw })).toMatchObject({ taken: true, vote: { decision: 'withdraw' } });
  });

  it.each<[string, Attempt, object]>([
    ['there is none', {}, { code: 'nothing-to-withdraw' }],
    ['it was taken back before', { on: voted({}, withdraw) }, { code: 'nothing-to-withdraw' }],
    ['it is the vote of another', { on: voted({ by: 'account-deputy' }) }, { code: 'nothing-to-withdraw' }],
    ['it was cast at another gate', { on: voted({ gate: 'close' }) }, { code: 'nothing-to-withdraw' }],
    [
      'nobody is asked any more',
      { on: { ...voted({}), stage: { state: 'known', value: 'closed' } } },
      { code: 'nothing-to-withdraw' },
    ],
    ['nobody knows where the change stands', { on: { ...voted({}), stage: UNREAD } }, { code: 'stage-unknown' }],
    ['nobody knows the votes', { on: { ...facts, votes: UNREAD } }, { code: 'stage-unknown' }],
  ])('is refused where %s', (_sentence, of, expected) => {
    expect(refusal({ ...of, ...withdraw })).toEqual(expected);
  });
});
