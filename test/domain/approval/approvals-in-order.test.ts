import { describe, expect, it } from '@jest/globals';
import { dateApproval, findApproval } from '../../../src/domain/approval/find-approval';
import type { Requirement } from '../../../src/domain/approval/requirement';
import type { Vote } from '../../../src/domain/approval/vote';
import { by, minute, voicesOf } from '../../builders/votes';

const ANN = by('ann', 'owner');
const BEN = by('ben', 'security');
const CAT = by('cat', 'board');
const DAN = by('dan', 'board');

const inOrder = (...allOf: readonly Requirement[]): Requirement => ({ allOf, inOrder: true });
const THREE = inOrder({ role: 'owner' }, { role: 'security' }, { role: 'board' });

function find(requirement: Requirement, ...votes: readonly Partial<Vote>[]) {
  return findApproval(requirement, voicesOf(votes), { facts: {} });
}

function missing(role: string) {
  return { met: 'no', reason: { code: 'approval-missing', role }, remedy: { do: 'approve', role } };
}

function tooEarly(role: string, ...after: readonly string[]) {
  return { met: 'no', reason: { code: 'approval-out-of-order', role, after }, remedy: { do: 'approve', role } };
}

function approved(role: string, person: string, at: number) {
  return { met: 'yes', reason: { code: 'approved', role, by: person, at: minute(at) } };
}

describe('roles in order', () => {
  it('are met by approvals in that order only', () => {
    expect([
      find(THREE, ANN, BEN, CAT).met,
      find(THREE, BEN, ANN, CAT).met,
      find(THREE, ANN, CAT, BEN).met,
      find(THREE, CAT, BEN, ANN).met,
    ]).toEqual(['yes', 'no', 'no', 'no']);
  });

  it('say which one came too early, and after whom it counts', () => {
    expect(find(THREE, CAT, ANN, BEN).parts).toEqual([
      approved('owner', 'ann', 1),
      approved('security', 'ben', 2),
      tooEarly('board', 'owner', 'security'),
    ]);
  });

  it('name only those that the early one did not wait for', () => {
    expect(find(THREE, ANN, CAT, BEN).parts?.[2]).toEqual(tooEarly('board', 'security'));
  });

  it('do not name a part that the very same vote completed', () => {
    expect(find(THREE, by('ann', 'owner', 'board'), BEN).parts?.[2]).toEqual(tooEarly('board', 'security'));
  });

  it('call a part that nobody voted on missing, not out of order', () => {
    expect(find(THREE).parts).toEqual([missing('owner'), missing('security'), missing('board')]);
    expect(find(THREE, ANN).parts).toEqual([approved('owner', 'ann', 0), missing('security'), missing('board')]);
  });

  it('wait with a later part for an earlier one that is missing', () => {
    expect(find(THREE, BEN, CAT).parts).toEqual([
      missing('owner'),
      tooEarly('security', 'owner'),
      tooEarly('board', 'owner', 'security'),
    ]);
  });

  it('call nothing out of order that is in turn, while a later part is missing', () => {
    expect(find(THREE, ANN, BEN).parts).toEqual([
      approved('owner', 'ann', 0),
      approved('security', 'ben', 1),
      missing('board'),
    ]);
  });

  it('are met once the early one has approved again, or another holder of the role', () => {
    expect([find(THREE, CAT, ANN, BEN, CAT).met, find(THREE, CAT, ANN, BEN, DAN).met]).toEqual(['yes', 'yes']);
  });

  it('go by the place on the sheet, so that two approvals of the same moment have an order', () => {
    const votes = [ANN, BEN, CAT].map((vote) => ({ ...vote, at: minute(0) }));
    expect(find(THREE, ...votes).met).toBe('yes');
  });

  it('are met by one vote of somebody with all of the roles', () => {
    expect(find(THREE, by('ann', 'owner', 'security', 'board')).met).toBe('yes');
    expect(find(THREE, ANN, by('ben', 'security', 'board')).met).toBe('yes');
  });

  it('take another holder of an earlier role for no delay of those who came in turn', () => {
    expect(find(THREE, ANN, BEN, CAT, by('eve', 'owner')).met).toBe('yes');
  });

  it('tell of an early approval rather than of one that an edit voided', () => {
    const votes = [CAT, { ...DAN, fingerprint: 'f'.repeat(64) }, ANN, BEN];
    expect(find(THREE, ...votes).parts?.[2]?.reason.code).toBe('approval-out-of-order');
  });

  it('tell of the latest of several early approvals', () => {
    expect(find(THREE, CAT, ANN, DAN, BEN).parts?.[2]).toEqual(tooEarly('board', 'security'));
  });

  it('call an approval void that an edit voided, also before its turn', () => {
    expect(find(THREE, { ...CAT, fingerprint: 'f'.repeat(64) }).parts?.[2]?.reason.code).toBe('approval-void');
  });
});

describe('whole parts in order', () => {
  it('count from the vote that completed the part before', () => {
    const either = inOrder({ anyOf: [{ role: 'owner' }, { role: 'security' }] }, { role: 'board' });
    const both = inOrder({ allOf: [{ role: 'owner' }, { role: 'security' }] }, { role: 'board' });
    const sheets = [
      [ANN, CAT],
      [BEN, CAT],
      [CAT, ANN],
      [ANN, CAT, BEN],
      [ANN, BEN, CAT],
    ];
    expect(sheets.map((votes) => find(either, ...votes).met)).toEqual(['yes', 'yes', 'no', 'yes', 'yes']);
    expect(sheets.map((votes) => find(both, ...votes).met)).toEqual(['no', 'no', 'no', 'no', 'yes']);
  });

  it('put the very role out of order that came early, not the part around it', () => {
    const requirement = inOrder({ role: 'owner' }, { allOf: [{ role: 'security' }, { role: 'board' }] });
    expect(find(requirement, CAT, ANN, BEN).parts?.[1]).toEqual({
      met: 'no',
      reason: { code: 'all-of' },
      parts: [approved('security', 'ben', 2), tooEarly('board', 'owner')],
    });
  });

  it('show early holders of a role of whom several are needed', () => {
    const requirement = inOrder({ role: 'owner' }, { atLeast: 2, role: 'board' });
    const reason = { code: 'enough-of-role', role: 'board', needed: 2, have: 1 };
    expect(find(requirement, CAT, ANN, DAN).parts?.[1]).toEqual({
      met: 'no',
      reason,
      parts: [
        approved('board', 'dan', 2),
        tooEarly('board', 'owner'),
        { met: 'no', reason, remedy: { do: 'approve-by-more', role: 'board', more: 1 } },
      ],
    });
    expect(find(requirement, ANN, CAT, DAN).met).toBe('yes');
  });

  it('keep an inner order within the turn of the whole', () => {
    const requirement = inOrder({ role: 'owner' }, inOrder({ role: 'security' }, { role: 'board' }));
    expect(find(requirement, ANN, BEN, CAT).met).toBe('yes');
    expect(find(requirement, BEN, ANN, CAT).parts?.[1]?.parts).toEqual([
      tooEarly('security', 'owner'),
      tooEarly('board', 'security'),
    ]);
    expect(find(requirement, ANN, CAT, BEN).parts?.[1]?.parts?.[1]).toEqual(tooEarly('board', 'security'));
  });

  it('name a role once, however often it comes before', () => {
    const requirement = inOrder({ role: 'owner' }, { atLeast: 2, role: 'owner' }, { role: 'board' });
    expect(find(requirement, CAT).parts?.[2]).toEqual(tooEarly('board', 'owner'));
  });
});

describe('the moment at which a requirement became met', () => {
  function metAt(requirement: Requirement, ...votes: readonly Partial<Vote>[]) {
    return dateApproval(requirement, voicesOf(votes), { facts: {} }).metAt;
  }

  it.each<[string, Requirement, number]>([
    ['a role: its first approval', { role: 'board' }, 2],
    ['all of several: the last of their first approvals', { allOf: [{ role: 'board' }, { role: 'owner' }] }, 2],
    ['any of several: the first', { anyOf: [{ role: 'board' }, { role: 'security' }] }, 1],
    ['two of three: the second', { atLeast: 2, of: [{ role: 'board' }, { role: 'owner' }, { role: 'security' }] }, 1],
    ['two of a role: the second person', { atLeast: 2, role: 'board' }, 4],
    ['several in order: the last', inOrder({ role: 'board' }, { role: 'owner' }), 5],
  ])('is, for %s', (_name, requirement, at) => {
    expect(metAt(requirement, ANN, BEN, CAT, CAT, DAN, by('eve', 'owner'))).toBe(minute(at));
  });

  it('is none while it is not met', () => {
    expect(metAt({ role: 'board' }, ANN)).toBeUndefined();
    expect(metAt({ percent: 1, role: 'owner' }, ANN)).toBeUndefined();
  });
});
