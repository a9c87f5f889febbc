import { describe, expect, it } from '@jest/globals';
import { findApproval, standingDeclines } from '../../../src/domain/approval/find-approval';
import { rolesIn, type Requirement } from '../../../src/domain/approval/requirement';
import type { Vote } from '../../../src/domain/approval/vote';
import { weighVotes } from '../../../src/domain/approval/weigh-votes';
import { planOf } from '../../../src/domain/change/plan-fingerprint';
import { changeFacts } from '../../builders/change-facts';
import { policyWith } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';

const policy = policyWith([]);
const facts = changeFacts();

function counts(votes: readonly Partial<Vote>[]) {
  const cast = withVotes(facts, policy, votes).votes;
  if (cast.state === 'unknown') throw new Error('The votes of the test are known.');
  return weighVotes(cast.value, 'authorize', planOf(facts, policy.materialFields), new Set());
}

function find(requirement: Requirement, votes: readonly Partial<Vote>[]) {
  return findApproval(requirement, counts(votes));
}

const owner = { by: 'account-owner', roles: ['owner'] };
const security = { by: 'account-security', roles: ['security'] };
const board = { by: 'account-board', roles: ['board'] };

describe('one role', () => {
  const requirement = { role: 'owner' };

  it('is met by the first standing approval in that role', () => {
    expect(find(requirement, [security, owner, { by: 'account-deputy', roles: ['owner'] }])).toEqual({
      met: 'yes',
      reason: { code: 'approved', role: 'owner', by: 'account-owner', at: minute(1) },
    });
  });

  it('is not met by approvals in other roles, and says whom to ask', () => {
    expect(find(requirement, [security, board])).toEqual({
      met: 'no',
      reason: { code: 'approval-missing', role: 'owner' },
      remedy: { do: 'approve', role: 'owner' },
    });
  });

  it.each(['decline', 'withdraw'] as const)('is not met by a vote to %s', (decision) => {
    expect(find(requirement, [owner, { ...owner, decision }]).reason.code).toBe('approval-missing');
  });

  it('names the approval that an edit voided', () => {
    const finding = find(requirement, [
      { ...owner, fingerprint: 'f'.repeat(64), partDigests: { description: 'e'.repeat(64) } },
    ]);
    expect(finding.reason).toEqual({
      code: 'approval-void',
      role: 'owner',
      by: 'account-owner',
      at: minute(0),
      edited: ['description'],
    });
  });

  it('is met by a standing approval beside a void one', () => {
    expect(
      find(requirement, [
        { ...owner, fingerprint: 'f'.repeat(64) },
        { ...owner, by: 'account-deputy' },
      ]).met,
    ).toBe('yes');
  });
});

describe('all of several roles', () => {
  const requirement = { allOf: [{ role: 'owner' }, { role: 'security' }] };

  it('is met once each has approved, and not before', () => {
    expect([[], [owner], [security], [security, owner]].map((votes) => find(requirement, votes).met)).toEqual([
      'no',
      'no',
      'no',
      'yes',
    ]);
  });

  it('shows each part, so that only the missing one is asked for', () => {
    expect(find(requirement, [security]).parts?.map(({ reason }) => reason.code)).toEqual([
      'approval-missing',
      'approved',
    ]);
  });

  it('is met by one person who holds both roles', () => {
    expect(find(requirement, [{ roles: ['owner', 'security'] }]).met).toBe('yes');
  });
});

describe('any of several roles', () => {
  const requirement = { anyOf: [{ role: 'owner' }, { allOf: [{ role: 'security' }, { role: 'board' }] }] };

  it('is met by one of its parts as a whole', () => {
    expect([[], [owner], [security], [board], [security, board]].map((votes) => find(requirement, votes).met)).toEqual([
      'no',
      'yes',
      'no',
      'no',
      'yes',
    ]);
  });
});

describe('roles in order', () => {
  const requirement: Requirement = {
    allOf: [{ role: 'owner' }, { role: 'security' }, { role: 'board' }],
    inOrder: true,
  };

  it('is met by approvals in that order only', () => {
    expect(find(requirement, [owner, security, board]).met).toBe('yes');
    expect(find(requirement, [security, owner, board]).met).toBe('no');
    expect(find(requirement, [owner, board, security]).met).toBe('no');
  });

  it('says which one came too early, and after whom it counts', () => {
    expect(find(requirement, [board, owner, security]).parts).toEqual([
      { met: 'yes', reason: { code: 'approved', role: 'owner', by: 'account-owner', at: minute(1) } },
      { met: 'yes', reason: { code: 'approved', role: 'security', by: 'account-security', at: minute(2) } },
      {
        met: 'no',
        reason: { code: 'approval-out-of-order', role: 'board', after: ['owner', 'security'] },
        remedy: { do: 'approve', role: 'board' },
      },
    ]);
  });

  it('is met once the early one has approved again', () => {
    expect(find(requirement, [board, owner, security, board]).met).toBe('yes');
  });

  it('takes a later approval of another holder of the role', () => {
    expect(find(requirement, [board, owner, security, { by: 'account-deputy', roles: ['board'] }]).met).toBe('yes');
  });

  it('does not take two approvals of the same moment for one after the other', () => {
    const votes = [owner, security, board].map((vote) => ({ ...vote, at: minute(0) }));
    expect(find(requirement, votes).met).toBe('no');
  });

  it('waits with a later part for an earlier one that is missing', () => {
    expect(find(requirement, [security, board]).parts?.map(({ reason }) => reason.code)).toEqual([
      'approval-missing',
      'approval-out-of-order',
      'approval-out-of-order',
    ]);
  });

  it('puts whole parts in order, not only roles', () => {
    const nested: Requirement = {
      allOf: [{ anyOf: [{ role: 'owner' }, { role: 'security' }] }, { role: 'board' }],
      inOrder: true,
    };
    expect(
      [
        [owner, board],
        [security, board],
        [board, owner],
      ].map((votes) => find(nested, votes).met),
    ).toEqual(['yes', 'yes', 'no']);
  });
});

describe('a decline', () => {
  const requirement = { anyOf: [{ role: 'owner' }, { role: 'security' }] };
  const decline = { decision: 'decline' } as const;

  it('stands when somebody in a role of the requirement gave it', () => {
    const found = standingDeclines(requirement, counts([owner, { ...security, ...decline }]));
    expect(found.map(({ vote }) => vote.by)).toEqual(['account-security']);
  });

  it('counts for nothing from a role that was not asked, once withdrawn, or on another plan', () => {
    const votes = [
      { ...board, ...decline },
      { ...security, ...decline },
      { ...security, decision: 'withdraw' as const },
      { ...owner, ...decline, fingerprint: 'f'.repeat(64) },
    ];
    expect(standingDeclines(requirement, counts(votes))).toEqual([]);
  });
});

describe('the roles of a requirement', () => {
  it('are each named once, in the order of the text', () => {
    const requirement = { allOf: [{ role: 'board' }, { anyOf: [{ role: 'owner' }, { role: 'board' }] }] };
    expect(rolesIn(requirement)).toEqual(['board', 'owner']);
  });
});
