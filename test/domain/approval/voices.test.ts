import { describe, expect, it } from '@jest/globals';
import { isDelegated } from '../../../src/domain/approval/delegation';
import { keepWeights, standingVotesAnyPoint, voicesAtPoint } from '../../../src/domain/approval/kept-weights';
import type { DelegatedRole, Vote } from '../../../src/domain/approval/vote';
import { changeFacts, unread } from '../../builders/change-facts';
import { policyWith, separationRule } from '../../builders/policies';
import { by, minute, withVotes } from '../../builders/votes';

const DAY = 24 * 60;
const MONTH = { longestDays: 30 };
const LENT: DelegatedRole = { role: 'board', of: 'cat', since: minute(0), until: minute(60) };
const policy = policyWith([], { delegation: MONTH });

function context(...votes: readonly Partial<Vote>[]) {
  return { policy, facts: withVotes(changeFacts(), policy, votes) };
}

/** Who speaks in which roles for Authorize. */
function speakers(within: ReturnType<typeof context>) {
  return voicesAtPoint(within, 'authorize').map(({ vote, holder, roles }) => [vote.by, holder, roles]);
}

describe('a role that was handed over', () => {
  it('is had from the first instant on, and not at the last', () => {
    const times = [minute(-1), minute(0), minute(59), minute(60)];
    expect(times.map((at) => isDelegated(LENT, at, MONTH))).toEqual([false, true, true, false]);
  });

  it('is had where the policy lets it be handed over', () => {
    const terms = [MONTH, 'none', { ...MONTH, roles: ['board'] }, { ...MONTH, roles: ['owner'] }] as const;
    expect(terms.map((delegation) => isDelegated(LENT, minute(0), delegation))).toEqual([true, false, true, false]);
  });

  it('is not had where it was handed over for longer than may be, not even at first', () => {
    const days = [30 * DAY, 30 * DAY + 1].map((until) => ({ ...LENT, until: minute(until) }));
    expect(days.map((lent) => isDelegated(lent, minute(0), MONTH))).toEqual([true, false]);
  });
});

describe('the voices of a vote', () => {
  it('are the own one and one for everybody who handed a role over', () => {
    const delegated = [LENT, { ...LENT, of: 'dan' }, { ...LENT, role: 'security' }];
    expect(speakers(context({ ...by('ann', 'owner'), delegated }))).toEqual([
      ['ann', 'ann', ['owner']],
      ['ann', 'cat', ['board', 'security']],
      ['ann', 'dan', ['board']],
    ]);
  });

  it('are none for a voter without a role, and only those of others for one with none of the own', () => {
    expect(speakers(context(by('ann')))).toEqual([]);
    expect(speakers(context({ ...by('ann'), delegated: [LENT] }))).toEqual([['ann', 'cat', ['board']]]);
  });

  it('do not speak in roles that were not handed over at the time of the vote', () => {
    const vote = { ...by('ann', 'owner'), delegated: [LENT], at: minute(60) };
    expect(speakers(context(vote))).toEqual([['ann', 'ann', ['owner']]]);
  });

  it('do not speak for anybody who may not vote, nor through anybody who may not', () => {
    const separated = policyWith([separationRule()], { delegation: MONTH });
    const within = (requester: string) => ({
      policy: separated,
      facts: withVotes(changeFacts({ requesters: [requester] }), separated, [
        { ...by('ann', 'owner'), delegated: [LENT, { ...LENT, of: 'dan' }] },
      ]),
    });
    expect(speakers(within('cat'))).toEqual([
      ['ann', 'ann', ['owner']],
      ['ann', 'dan', ['board']],
    ]);
    expect(speakers(within('ann'))).toEqual([]);
  });

  it('say where the vote is on the sheet and whether it stands', () => {
    const within = context(
      by('ann', 'owner'),
      { ...by('ben', 'owner'), fingerprint: 'f' },
      {
        ...by('cat', 'owner'),
        decision: 'decline',
      },
    );
    expect(voicesAtPoint(within, 'authorize').map(({ place, weight }) => [place, weight])).toEqual([
      [0, 'stands'],
      [1, 'void'],
      [2, 'stands'],
    ]);
  });

  it('are none of votes that were taken back or superseded, and none while the votes are not known', () => {
    const decision = 'withdraw';
    expect(speakers(context(by('ann', 'owner'), { ...by('ann', 'owner'), decision }))).toEqual([]);
    expect(speakers({ policy, facts: changeFacts({ votes: unread('The storage did not answer') }) })).toEqual([]);
  });
});

describe('approvals at any point', () => {
  it('are those that stand, whichever point they were cast for', () => {
    const within = context(
      by('ann', 'owner'),
      { ...by('ben', 'board'), gate: 'close' },
      { ...by('cat', 'board'), decision: 'decline' },
      { ...by('dan', 'board'), fingerprint: 'f' },
    );
    expect(standingVotesAnyPoint(within).map(({ vote }) => vote.by)).toEqual(['ann', 'ben']);
  });

  it('are gone with a later decision of the same person at any other point', () => {
    expect(
      standingVotesAnyPoint(context(by('ann', 'owner'), { ...by('ann'), gate: 'close', decision: 'decline' })),
    ).toEqual([]);
  });

  it('are left out where the person may not vote for the point of the vote', () => {
    const separated = policyWith([separationRule({ gates: ['close'] })]);
    const votes = [{ gate: 'close' }, { gate: 'authorize' }] as const;
    const requesters = ['account-owner'];
    const facts = withVotes(changeFacts({ requesters }), separated, votes);
    expect(standingVotesAnyPoint({ policy: separated, facts }).map(({ place }) => place)).toEqual([1]);
  });
});

describe('weights that are kept for an evaluation', () => {
  it('are the same, once they were asked for', () => {
    const weights = keepWeights();
    const within = { ...context(by('ann', 'owner'), { ...by('ben', 'board'), gate: 'close' as const }), weights };
    const first = voicesAtPoint(within, 'authorize');
    expect(voicesAtPoint(within, 'authorize')).toBe(first);
    expect(weights.atPoint('authorize', within)).toBe(first);
    expect(weights.atAnyPoint(within)).toBe(weights.atAnyPoint(within));
  });

  it('are kept apart for each point and for all of them', () => {
    const weights = keepWeights();
    const within = { ...context(by('ann', 'owner'), { ...by('ben', 'board'), gate: 'close' as const }), weights };
    expect(voicesAtPoint(within, 'authorize').map(({ place }) => place)).toEqual([0]);
    expect(voicesAtPoint(within, 'close').map(({ place }) => place)).toEqual([1]);
    expect(standingVotesAnyPoint(within).map(({ place }) => place)).toEqual([0, 1]);
  });
});
