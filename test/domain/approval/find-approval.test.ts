import { describe, expect, it } from '@jest/globals';
import { findApproval } from '../../../src/domain/approval/find-approval';
import type { Requirement } from '../../../src/domain/approval/requirement';
import type { Vote } from '../../../src/domain/approval/vote';
import { by, minute, voicesOf } from '../../builders/votes';

const OTHER_PLAN = { fingerprint: 'f'.repeat(64) };
const ANN = by('ann', 'owner');
const BEN = by('ben', 'security');
const CAT = by('cat', 'board');

function find(requirement: Requirement, votes: readonly Partial<Vote>[]) {
  return findApproval(requirement, voicesOf(votes), { facts: {} });
}

/** Whether the requirement is met by each of these sets of votes. */
function met(requirement: Requirement, ...cases: readonly (readonly Partial<Vote>[])[]) {
  return cases.map((votes) => find(requirement, votes).met);
}

describe('one role', () => {
  const requirement = { role: 'owner' };

  it('is met by the first standing approval in that role', () => {
    expect(find(requirement, [BEN, ANN, by('dan', 'owner')])).toEqual({
      met: 'yes',
      reason: { code: 'approved', role: 'owner', by: 'ann', at: minute(1) },
    });
  });

  it('is not met by approvals in other roles, and says whom to ask', () => {
    expect(find(requirement, [BEN, CAT])).toEqual({
      met: 'no',
      reason: { code: 'approval-missing', role: 'owner' },
      remedy: { do: 'approve', role: 'owner' },
    });
  });

  it.each(['decline', 'withdraw'] as const)('is not met by a vote to %s', (decision) => {
    expect(find(requirement, [{ ...ANN, decision }]).reason).toEqual({ code: 'approval-missing', role: 'owner' });
  });

  it('says of a void approval when it was given, and what was edited since where that can be told', () => {
    const voices = voicesOf([{ ...ANN, ...OTHER_PLAN }]);
    const untold = { code: 'approval-void', role: 'owner', by: 'ann', at: minute(0), edited: [] };
    const told = { ...untold, edited: ['description'] };
    const remedy = { do: 'approve', role: 'owner' };
    expect(findApproval(requirement, voices, { facts: {} })).toEqual({ met: 'no', reason: untold, remedy });
    expect(findApproval(requirement, voices, { facts: {}, editedSince: () => ['description'] })).toEqual({
      met: 'no',
      reason: told,
      remedy,
    });
  });

  it('tells of the latest of several void approvals', () => {
    const votes = [{ ...ANN, ...OTHER_PLAN }, { ...by('dan', 'owner'), ...OTHER_PLAN }, BEN];
    expect(find(requirement, votes).reason).toMatchObject({ code: 'approval-void', by: 'dan' });
  });

  it('is met by a standing approval beside a void one', () => {
    expect(met(requirement, [{ ...ANN, ...OTHER_PLAN }, by('dan', 'owner')], [ANN, { ...ANN, ...OTHER_PLAN }])).toEqual(
      ['yes', 'yes'],
    );
  });

  it('says whose role it was that somebody approved with', () => {
    const lent = { role: 'owner', of: 'ann', since: minute(0), until: minute(60) };
    const voices = voicesOf([{ ...by('dan', 'board'), delegated: [lent] }], { longestDays: 1 });
    expect(findApproval(requirement, voices, { facts: {} }).reason).toEqual({
      code: 'approved',
      role: 'owner',
      by: 'dan',
      at: minute(0),
      for: 'ann',
    });
  });
});

describe('all of several', () => {
  const requirement = { allOf: [{ role: 'owner' }, { role: 'security' }] };

  it('are met once each is, and not before', () => {
    expect(met(requirement, [], [ANN], [BEN], [BEN, ANN])).toEqual(['no', 'no', 'no', 'yes']);
  });

  it('show each part, so that only the missing one is asked for', () => {
    expect(find(requirement, [BEN])).toEqual({
      met: 'no',
      reason: { code: 'all-of' },
      parts: [
        { met: 'no', reason: { code: 'approval-missing', role: 'owner' }, remedy: { do: 'approve', role: 'owner' } },
        { met: 'yes', reason: { code: 'approved', role: 'security', by: 'ben', at: minute(0) } },
      ],
    });
  });

  it('are met by one person who holds both roles', () => {
    expect(find(requirement, [by('ann', 'owner', 'security')])).toMatchObject({
      met: 'yes',
      reason: { code: 'all-of' },
    });
  });
});

describe('any of several', () => {
  const requirement = { anyOf: [{ role: 'owner' }, { allOf: [{ role: 'security' }, { role: 'board' }] }] };

  it('are met by one of them as a whole', () => {
    expect(met(requirement, [], [ANN], [BEN], [CAT], [BEN, CAT])).toEqual(['no', 'yes', 'no', 'no', 'yes']);
  });

  it('show what is met and what is not', () => {
    const finding = find(requirement, [ANN]);
    expect([finding.reason, finding.parts?.map(({ met: part }) => part)]).toEqual([{ code: 'any-of' }, ['yes', 'no']]);
  });
});

describe('at least so many of several', () => {
  const of = [{ role: 'owner' }, { role: 'security' }, { role: 'board' }];

  it('are met by that number, whichever they are', () => {
    const requirement = { atLeast: 2, of };
    expect(met(requirement, [], [CAT], [ANN, CAT], [BEN, CAT], [ANN, BEN], [ANN, BEN, CAT])).toEqual([
      'no',
      'no',
      'yes',
      'yes',
      'yes',
      'yes',
    ]);
  });

  it('say how many are needed and how many there are', () => {
    expect(find({ atLeast: 2, of }, [CAT]).reason).toEqual({ code: 'at-least', needed: 2, have: 1 });
    expect(find({ atLeast: 2, of }, [ANN, BEN, CAT]).reason).toEqual({ code: 'at-least', needed: 2, have: 3 });
  });

  it('are never met by more than there are', () => {
    expect(met({ atLeast: 4, of }, [ANN, BEN, CAT])).toEqual(['no']);
  });
});

describe('a requirement that asks for nothing', () => {
  it.each<[string, Requirement]>([
    ['all of none', { allOf: [] }],
    ['all of none in order', { allOf: [], inOrder: true }],
    ['any of none', { anyOf: [] }],
    ['none of none', { atLeast: 0, of: [] }],
    ['none of several', { atLeast: 0, of: [{ role: 'owner' }] }],
    ['no holder of a role', { atLeast: 0, role: 'owner' }],
  ])('is not met without an approval: %s', (_name, requirement) => {
    expect(met(requirement, [], [BEN])).toEqual(['no', 'no']);
  });
});
