import { describe, expect, it } from '@jest/globals';
import { dateApproval, findApproval } from '../../../src/domain/approval/find-approval';
import type { Requirement } from '../../../src/domain/approval/requirement';
import type { Vote } from '../../../src/domain/approval/vote';
import { known } from '../../../src/domain/change/change-facts';
import { by, minute, voicesOf } from '../../builders/votes';

const BOTH: Requirement = { allOf: [{ role: 'owner' }, { role: 'security' }] };
const ANN = by('ann', 'owner', 'security');
const BEN = by('ben', 'owner');
const TERMS = { facts: { roleSizes: { board: known(4) } }, distinctPeople: true };

function look(requirement: Requirement, ...votes: readonly Partial<Vote>[]) {
  return dateApproval(requirement, voicesOf(votes, { longestDays: 1 }), TERMS);
}

function met(requirement: Requirement, ...votes: readonly Partial<Vote>[]) {
  return look(requirement, ...votes).finding.met;
}

const LENT = { role: 'owner', of: 'ann', since: minute(0), until: minute(60) };

/** A vote in the name of somebody else, besides the voter's own roles. */
function inNameOf(of: string, role: string, vote: Partial<Vote>): Partial<Vote> {
  return { ...vote, delegated: [{ ...LENT, role, of }] };
}

describe('a requirement that asks for different people', () => {
  it('is not met by one person in two places, and says that another is needed', () => {
    expect(look(BOTH, ANN)).toEqual({
      finding: {
        met: 'no',
        reason: { code: 'all-of' },
        parts: [
          {
            met: 'yes',
            reason: { code: 'all-of' },
            parts: [
              { met: 'yes', reason: { code: 'approved', role: 'owner', by: 'ann', at: minute(0) } },
              { met: 'yes', reason: { code: 'approved', role: 'security', by: 'ann', at: minute(0) } },
            ],
          },
          { met: 'no', reason: { code: 'different-people-needed' }, remedy: { do: 'ask-somebody-else' } },
        ],
      },
    });
  });

  it('is not met by two votes of the same person', () => {
    expect(met(BOTH, by('ann', 'owner'), by('ann', 'security'))).toBe('no');
  });

  it('shows who fills which place, and since when', () => {
    expect(look(BOTH, ANN, BEN)).toEqual({
      finding: {
        met: 'yes',
        reason: { code: 'all-of' },
        parts: [
          { met: 'yes', reason: { code: 'approved', role: 'owner', by: 'ben', at: minute(1) } },
          { met: 'yes', reason: { code: 'approved', role: 'security', by: 'ann', at: minute(0) } },
        ],
      },
      metAt: minute(1),
    });
  });

  it('says what is missing as any other, while something is', () => {
    expect(look(BOTH, BEN).finding).toEqual(findApproval(BOTH, voicesOf([BEN]), { facts: {} }));
  });

  it('is met by one person where one place is asked for', () => {
    const any: Requirement = { anyOf: [{ role: 'owner' }, { role: 'security' }] };
    expect(look(any, ANN)).toEqual({
      finding: {
        met: 'yes',
        reason: { code: 'any-of' },
        parts: [{ met: 'yes', reason: { code: 'approved', role: 'owner', by: 'ann', at: minute(0) } }],
      },
      metAt: minute(0),
    });
  });

  it('is not fulfilled by votes that are void, or that decline', () => {
    const other = { ...by('dan', 'security'), fingerprint: 'f'.repeat(64) };
    expect(met(BOTH, ANN, { ...other })).toBe('no');
    expect(met(BOTH, ANN, { ...by('dan', 'security'), decision: 'decline' })).toBe('no');
    expect(met(BOTH, ANN, by('dan', 'security'))).toBe('yes');
  });

  it('takes the way that another choice leaves open', () => {
    const requirement: Requirement = { allOf: [{ anyOf: [{ role: 'owner' }, { role: 'board' }] }, { role: 'owner' }] };
    expect(met(requirement, by('ann', 'owner', 'board'))).toBe('no');
    expect(met(requirement, by('ann', 'owner'), by('cat', 'board'))).toBe('yes');
    expect(met(requirement, by('ann', 'board'), by('cat', 'owner', 'board'))).toBe('yes');
  });

  it('does not count a holder of a role, of whom several are needed, in another place', () => {
    const requirement: Requirement = { allOf: [{ atLeast: 2, role: 'board' }, { role: 'owner' }] };
    const [cat, dan] = [by('cat', 'board', 'owner'), by('dan', 'board')];
    expect([met(requirement, cat, dan), met(requirement, cat, dan, by('eve', 'board'))]).toEqual(['no', 'yes']);
    expect(look(requirement, cat, dan, BEN).finding.parts?.[0]).toEqual({
      met: 'yes',
      reason: { code: 'enough-of-role', role: 'board', needed: 2, have: 2 },
      parts: [
        { met: 'yes', reason: { code: 'approved', role: 'board', by: 'cat', at: minute(0) } },
        { met: 'yes', reason: { code: 'approved', role: 'board', by: 'dan', at: minute(1) } },
      ],
    });
  });

  it('counts a share of a role like so many holders, and one of unknown size for nothing', () => {
    const half: Requirement = { allOf: [{ percent: 50, role: 'board' }, { role: 'owner' }] };
    const [cat, dan] = [by('cat', 'board', 'owner'), by('dan', 'board')];
    expect([met(half, cat, dan), met(half, cat, dan, BEN)]).toEqual(['no', 'yes']);
    expect(look(half, cat, dan, BEN).finding.parts?.[0]?.reason).toEqual({
      code: 'enough-of-role',
      role: 'board',
      needed: 2,
      have: 2,
      percent: 50,
    });
    const unknownSize: Requirement = { anyOf: [{ percent: 1, role: 'owner' }, BOTH] };
    expect([met(unknownSize, ANN), met(unknownSize, ANN, BEN)]).toEqual(['no', 'yes']);
  });

  it('is met since the earliest way there is, whichever comes first in the text', () => {
    const any: Requirement = { anyOf: [{ role: 'owner' }, { role: 'board' }] };
    expect(look(any, by('cat', 'board'), BEN)).toMatchObject({
      finding: { parts: [{ reason: { role: 'board', by: 'cat' } }] },
      metAt: minute(0),
    });
  });

  it('says how many of several parts are met by different people', () => {
    const two: Requirement = { atLeast: 2, of: [{ role: 'owner' }, { role: 'security' }, { role: 'board' }] };
    expect(met(two, by('ann', 'owner', 'security', 'board'))).toBe('no');
    expect(look(two, by('ann', 'owner', 'security', 'board'), by('cat', 'board')).finding).toMatchObject({
      met: 'yes',
      reason: { code: 'at-least', needed: 2, have: 2 },
      parts: [{ reason: { role: 'owner', by: 'ann' } }, { reason: { role: 'board', by: 'cat' } }],
    });
  });
});

describe('different people in an order', () => {
  const requirement: Requirement = { ...BOTH, inOrder: true };

  it('vote in that order, each with a vote of the own', () => {
    expect([
      met(requirement, ANN),
      met(requirement, ANN, BEN),
      met(requirement, BEN, ANN),
      met(requirement, ANN, BEN, ANN),
      met(requirement, ANN, BEN, by('dan', 'security')),
    ]).toEqual(['no', 'no', 'yes', 'yes', 'yes']);
  });

  it('count from the vote that completed what comes before, whoever gave it', () => {
    const nested: Requirement = {
      allOf: [{ allOf: [{ role: 'owner' }, { role: 'owner' }] }, { role: 'board' }],
      inOrder: true,
    };
    const [cat, dan] = [by('cat', 'board'), by('dan', 'owner')];
    expect([met(nested, BEN, cat, dan), met(nested, BEN, dan, cat), met(nested, BEN, BEN, cat)]).toEqual([
      'no',
      'yes',
      'no',
    ]);
  });
});

describe('people who vote for others', () => {
  it('fill one place, be it the own or that of another', () => {
    expect(met(BOTH, inNameOf('ann', 'owner', by('dan', 'security')))).toBe('no');
    expect(met(BOTH, inNameOf('ann', 'owner', by('dan', 'security')), by('eve', 'security'))).toBe('yes');
  });

  it('fill the place of whoever handed the role over, who cannot fill another', () => {
    expect(met(BOTH, inNameOf('ann', 'owner', by('dan')), by('ann', 'security'))).toBe('no');
    expect(met(BOTH, by('ann', 'security'), inNameOf('ann', 'owner', by('dan')))).toBe('no');
    expect(met(BOTH, inNameOf('ann', 'owner', by('dan')), by('eve', 'security'))).toBe('yes');
  });

  it('fill one place also where they vote for two others', () => {
    const lent = [LENT, { ...LENT, role: 'security', of: 'cat' }];
    expect(met(BOTH, { ...by('dan'), delegated: lent })).toBe('no');
    expect(met(BOTH, { ...by('dan'), delegated: lent }, by('eve', 'owner'))).toBe('yes');
  });

  it('do not both vote for the same person', () => {
    const votes = [inNameOf('ann', 'owner', by('dan')), inNameOf('ann', 'security', by('eve'))];
    expect(met(BOTH, ...votes)).toBe('no');
  });
});

describe('a search for different people that takes too long', () => {
  const SEATS = 12;

  /** Everybody holds the one role of which there is a place too many. */
  function crowd(places: number): readonly Partial<Vote>[] {
    return Array.from({ length: places }, (_, index) => by(`person-${String(index)}`, 'owner', 'security'));
  }
  const requirement: Requirement = {
    allOf: Array.from({ length: SEATS }, (_, index) => ({ role: index % 2 === 0 ? 'owner' : 'security' })),
  };

  it('finds a way where people are enough', () => {
    expect(met(requirement, ...crowd(SEATS))).toBe('yes');
  });

  it('ends, and finds none where one is missing', () => {
    expect(met(requirement, ...crowd(SEATS - 1))).toBe('no');
  });

  it('still finds the way that a vote fewer had, whatever more is said', () => {
    expect(look(requirement, ...crowd(SEATS + 8)).metAt).toBe(minute(SEATS - 1));
  });
});
