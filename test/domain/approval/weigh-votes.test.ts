import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Vote, VoteDecision } from '../../../src/domain/approval/vote';
import { weighVotes, type Scales, type VoteWeight } from '../../../src/domain/approval/weigh-votes';
import type { Gate } from '../../../src/domain/change/lifecycle';
import { changeFacts } from '../../builders/change-facts';
import { fixedSeed } from '../../builders/fixed-seed';
import { policyWith } from '../../builders/policies';
import { voteOn } from '../../builders/votes';

const PLAN = 'a'.repeat(64);
const OTHER_PLAN = 'b'.repeat(64);
const SCALES: Scales = { fingerprint: PLAN, isBarred: () => false };
const standing = voteOn(changeFacts(), policyWith(), { fingerprint: PLAN });

function cast(...votes: readonly Partial<Vote>[]): readonly Vote[] {
  return votes.map((vote) => ({ ...standing, by: 'ann', ...vote }));
}

function weights(votes: readonly Vote[], gate?: Gate, scales = SCALES): readonly VoteWeight[] {
  return weighVotes(votes, scales, gate).map(({ weight }) => weight);
}

const decline = { decision: 'decline' } as const;
const withdraw = { decision: 'withdraw' } as const;

describe('the weight of a vote', () => {
  it('stands on the plan it was cast on, and has its place on the sheet', () => {
    const [vote] = cast({});
    expect(weighVotes(cast({}), SCALES)).toEqual([{ vote, place: 0, weight: 'stands' }]);
  });

  it('is void on any other plan', () => {
    expect(weights(cast({ fingerprint: OTHER_PLAN }, { by: 'ben', ...decline, fingerprint: OTHER_PLAN }))).toEqual([
      'void',
      'void',
    ]);
  });

  it('is barred where the person may not vote for this gate, on whichever plan', () => {
    const scales = { ...SCALES, isBarred: (person: string, gate: Gate) => person === 'ann' && gate === 'authorize' };
    const votes = cast({}, { by: 'ben' }, { gate: 'close' }, { by: 'ann', fingerprint: OTHER_PLAN });
    expect(weighVotes(votes, scales, 'authorize').map(({ place, weight }) => [place, weight])).toEqual([
      [0, 'barred'],
      [1, 'stands'],
      [3, 'barred'],
    ]);
    expect(weights(votes, 'close', scales)).toEqual(['stands']);
  });
});

describe('votes of the same person', () => {
  it.each<[string, readonly Partial<Vote>[], readonly VoteWeight[]]>([
    ['an approval and a decline', [{}, decline], ['superseded', 'stands']],
    ['a decline and an approval', [decline, {}], ['superseded', 'stands']],
    ['two declines', [decline, decline], ['superseded', 'stands']],
    ['an approval that is taken back', [{}, withdraw], ['superseded', 'withdrawn']],
    ['a decline that is taken back', [decline, withdraw], ['superseded', 'withdrawn']],
    ['an approval after a withdrawal', [{}, withdraw, {}], ['superseded', 'superseded', 'stands']],
    ['two approvals', [{}, {}], ['stands', 'stands']],
    ['two approvals after a decline', [{}, decline, {}, {}], ['superseded', 'superseded', 'stands', 'stands']],
    ['approvals of two plans', [{ fingerprint: OTHER_PLAN }, {}], ['void', 'stands']],
    [
      'a decline of another plan after an approval',
      [{}, { ...decline, fingerprint: OTHER_PLAN }],
      ['superseded', 'void'],
    ],
    ['three decisions', [{}, decline, withdraw], ['superseded', 'superseded', 'withdrawn']],
  ])('count from the latest decision: %s', (_name, votes, expected) => {
    expect(weights(cast(...votes))).toEqual(expected);
  });

  it('do not touch those of another', () => {
    expect(weights(cast({}, { by: 'ben', ...withdraw }))).toEqual(['stands', 'withdrawn']);
  });
});

describe('votes for several gates', () => {
  const votes = cast({}, { gate: 'close', ...decline }, { by: 'ben', gate: 'close' });

  it('are weighed for each by itself', () => {
    expect(weights(votes, 'authorize')).toEqual(['stands']);
    expect(weights(votes, 'close')).toEqual(['stands', 'stands']);
    expect(weights(votes, 'implement')).toEqual([]);
  });

  it('keep their places on the whole sheet', () => {
    expect(weighVotes(votes, SCALES, 'close').map(({ place }) => place)).toEqual([1, 2]);
  });

  it('are weighed as one where no gate is named', () => {
    expect(weights(votes)).toEqual(['superseded', 'stands', 'stands']);
  });
});

/** What counts of each person, written down anew: forwards, forgetting at each decision but an approval what came before. */
function standingPlaces(votes: readonly Vote[]): readonly number[] {
  const kept = new Map<string, readonly number[]>();
  votes.forEach(({ by, decision }, place) => {
    const before = decision === 'approve' && votes[kept.get(by)?.[0] ?? -1]?.decision === 'approve' ? kept.get(by) : [];
    kept.set(by, decision === 'withdraw' ? [] : [...(before ?? []), place]);
  });
  return [...kept.values()].flat().sort((a, b) => a - b);
}

describe('any votes', () => {
  it('stand as the meaning says', () => {
    const vote = fc.record({
      by: fc.constantFrom('ann', 'ben', 'cat'),
      decision: fc.constantFrom<VoteDecision>('approve', 'decline', 'withdraw'),
    });
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 8 }), (list) => {
        const votes = cast(...list);
        const standingNow = weighVotes(votes, SCALES).filter(({ weight }) => weight === 'stands');
        expect(standingNow.map(({ place }) => place)).toEqual(standingPlaces(votes));
      }),
      fixedSeed(500),
    );
  });
});
