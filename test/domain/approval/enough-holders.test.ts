import { describe, expect, it } from '@jest/globals';
import { findApproval } from '../../../src/domain/approval/find-approval';
import { holdersNeeded } from '../../../src/domain/approval/holders-needed';
import type { Vote } from '../../../src/domain/approval/vote';
import { known } from '../../../src/domain/change/change-facts';
import { unread } from '../../builders/change-facts';
import { by, minute, voicesOf } from '../../builders/votes';

const UNREAD = unread('Jira did not answer');
const OTHER_PLAN = { fingerprint: 'f'.repeat(64) };
const CAT = by('cat', 'board');
const DAN = by('dan', 'board');
const EVE = by('eve', 'board');

function approved(person: string, at: number) {
  return { met: 'yes', reason: { code: 'approved', role: 'board', by: person, at: minute(at) } };
}

describe('at least so many of a role', () => {
  const requirement = { atLeast: 2, role: 'board' };

  function find(...votes: readonly Partial<Vote>[]) {
    return findApproval(requirement, voicesOf(votes), { facts: {} });
  }

  it('are met by so many people, and show them', () => {
    expect(find(CAT, by('ann', 'owner'), DAN)).toEqual({
      met: 'yes',
      reason: { code: 'enough-of-role', role: 'board', needed: 2, have: 2 },
      parts: [approved('cat', 0), approved('dan', 2)],
    });
  });

  it('count each person once, however often the person approves', () => {
    expect(find(CAT, CAT)).toMatchObject({ met: 'no', reason: { needed: 2, have: 1 } });
  });

  it('ask for as many more as are missing', () => {
    const missing = {
      met: 'no',
      reason: { code: 'enough-of-role', role: 'board', needed: 2, have: 0 },
      remedy: { do: 'approve-by-more', role: 'board', more: 2 },
    };
    expect(find()).toEqual(missing);
    expect(find(DAN)).toEqual({
      met: 'no',
      reason: { ...missing.reason, have: 1 },
      parts: [
        approved('dan', 0),
        {
          met: 'no',
          reason: { ...missing.reason, have: 1 },
          remedy: { do: 'approve-by-more', role: 'board', more: 1 },
        },
      ],
    });
  });

  it('show an approval that an edit voided beside those that count, once, and only while it is missing', () => {
    const there = find(DAN, { ...CAT, ...OTHER_PLAN }, { ...CAT, ...OTHER_PLAN }, { ...DAN, ...OTHER_PLAN });
    expect(there.parts?.slice(0, -1)).toEqual([
      approved('dan', 0),
      {
        met: 'no',
        reason: { code: 'approval-void', role: 'board', by: 'cat', at: minute(2), edited: [] },
        remedy: { do: 'approve', role: 'board' },
      },
    ]);
    expect(find(CAT, DAN, { ...EVE, ...OTHER_PLAN }).parts).toHaveLength(2);
    expect(find({ ...CAT, ...OTHER_PLAN }).parts?.map(({ reason }) => reason.code)).toEqual([
      'approval-void',
      'enough-of-role',
    ]);
  });

  it('say how many there are beyond what is needed', () => {
    expect(find(CAT, DAN, EVE)).toMatchObject({ met: 'yes', reason: { needed: 2, have: 3 } });
  });

  it('take the votes of a deputy for those of whom they are cast for', () => {
    const lent = { role: 'board', of: 'cat', since: minute(0), until: minute(60) };
    const deputy = { ...by('dan', 'board'), delegated: [lent] };
    const votes = (given: readonly Partial<Vote>[]) => voicesOf(given, { longestDays: 1 });
    expect(findApproval(requirement, votes([deputy]), { facts: {} }).met).toBe('yes');
    expect(findApproval(requirement, votes([CAT, { ...deputy, roles: [] }]), { facts: {} }).met).toBe('no');
  });
});

describe('a share of a role', () => {
  function find(percent: number, size: number, ...votes: readonly Partial<Vote>[]) {
    return findApproval({ percent, role: 'board' }, voicesOf(votes), { facts: { roleSizes: { board: known(size) } } });
  }

  it('is met by so many of its holders', () => {
    expect([find(50, 4, CAT).met, find(50, 4, CAT, DAN).met, find(50, 5, CAT, DAN).met]).toEqual(['no', 'yes', 'no']);
  });

  it('says the share with the number', () => {
    expect(find(50, 4, CAT).reason).toEqual({
      code: 'enough-of-role',
      role: 'board',
      needed: 2,
      have: 1,
      percent: 50,
    });
  });

  it.each([{}, { roleSizes: {} }, { roleSizes: { owner: known(3) } }])(
    'is not known where nobody counted the holders: %j',
    (facts) => {
      const cause = { code: 'not-looked-up', detail: 'board' };
      expect(findApproval({ percent: 50, role: 'board' }, voicesOf([CAT, DAN]), { facts })).toEqual({
        met: 'unknown',
        reason: { code: 'role-size-unknown', role: 'board', cause },
        remedy: { do: 'mend-lookup', cause },
      });
    },
  );

  it('is not known where the holders could not be counted, and says why', () => {
    const terms = { facts: { roleSizes: { board: UNREAD } } };
    expect(findApproval({ percent: 50, role: 'board' }, voicesOf([CAT]), terms).reason).toEqual({
      code: 'role-size-unknown',
      role: 'board',
      cause: UNREAD.cause,
    });
  });
});

describe('how many holders are needed', () => {
  it.each([
    [1, 10, 1],
    [10, 10, 1],
    [11, 10, 2],
    [50, 3, 2],
    [50, 4, 2],
    [66, 3, 2],
    [67, 3, 3],
    [100, 7, 7],
    [7, 100, 7],
    [29, 100, 29],
    [0, 10, 1],
    [50, 0, 1],
  ])('is, of %d per cent of %d, %d', (percent, size, needed) => {
    expect(holdersNeeded({ percent, role: 'board' }, { board: known(size) })).toEqual(known(needed));
  });

  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
  ])('is, of at least %d, %d', (atLeast, needed) => {
    expect(holdersNeeded({ atLeast, role: 'board' }, undefined)).toEqual(known(needed));
  });
});

describe('a share of unknown size in a nest of requirements', () => {
  const share = { percent: 50, role: 'board' };

  it.each([
    ['any of it and another that is met', { anyOf: [share, { role: 'owner' }] }, 'yes'],
    ['any of it and another that is missing', { anyOf: [share, { role: 'security' }] }, 'unknown'],
    ['all of it and another that is met', { allOf: [share, { role: 'owner' }] }, 'unknown'],
    ['all of it and another that is missing', { allOf: [share, { role: 'security' }] }, 'no'],
    ['it before another that is met', { allOf: [share, { role: 'owner' }], inOrder: true }, 'unknown'],
    ['it after another that is met', { allOf: [{ role: 'owner' }, share], inOrder: true }, 'unknown'],
    [
      'two of it and two others, one met',
      { atLeast: 2, of: [share, { role: 'owner' }, { role: 'security' }] },
      'unknown',
    ],
    ['three of it and two others, one met', { atLeast: 3, of: [share, { role: 'owner' }, { role: 'security' }] }, 'no'],
  ] as const)('leaves open what it decides: %s', (_name, requirement, met) => {
    expect(findApproval(requirement, voicesOf([by('ann', 'owner')]), { facts: {} }).met).toBe(met);
  });
});
