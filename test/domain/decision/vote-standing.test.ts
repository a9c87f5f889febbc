import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../src/domain/approval/vote';
import { unknown } from '../../../src/domain/change/change-facts';
import { voteStandings } from '../../../src/domain/decision/vote-standing';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts, REQUESTER } from '../../builders/change-facts';
import { approvalRule, policyWith, separationRule } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';

const assessed = changeFacts({ stage: 'assessment' });
const worths = (policy: Policy, votes: readonly Partial<Vote>[], at = minute(30), facts = assessed) =>
  voteStandings(policy, withVotes(facts, policy, votes), at).map(({ worth }) => worth);

describe('what a vote is worth', () => {
  it('is told of each: it stands, is void by what edit, replaced or taken back', () => {
    expect(
      worths(policyWith([approvalRule()]), [
        {},
        { by: 'b', fingerprint: '0'.repeat(64), partDigests: { description: '0'.repeat(64) } },
        { by: 'c' },
        { by: 'c', decision: 'withdraw' },
      ]),
    ).toEqual([
      { weight: 'stands' },
      { weight: 'void', edited: ['description'] },
      { weight: 'superseded' },
      { weight: 'withdrawn' },
    ]);
  });

  it('is nothing where the voter has a duty that bars it, and says which', () => {
    expect(worths(policyWith([approvalRule(), separationRule()]), [{ by: REQUESTER }])).toEqual([
      { weight: 'barred', duty: 'requester' },
    ]);
  });

  it('is nothing in a role that nobody asks for', () => {
    expect(worths(policyWith([approvalRule()]), [{ roles: ['board'] }])).toEqual([{ weight: 'not-asked' }]);
  });

  it('is nothing from an account that is not known to be human, where only people count', () => {
    const rule = approvalRule({ humansOnly: true });
    expect(worths(policyWith([rule]), [{ account: 'unknown' }, { by: 'b' }])).toEqual([
      { weight: 'not-human' },
      { weight: 'stands' },
    ]);
  });

  it('ends when it has run out for every rule that hears it', () => {
    const short = approvalRule({ expiresAfterHours: 1 });
    const long = approvalRule({ id: 'long', expiresAfterHours: 2 });
    const after = (hours: number) => new Date(Date.parse(minute(0)) + hours * 3_600_000).toISOString();
    const both = policyWith([short, long]);
    expect(worths(both, [{}], after(1.5))).toEqual([{ weight: 'stands' }]);
    expect(worths(both, [{}], after(3))).toEqual([{ weight: 'expired', until: after(2) }]);
  });

  it('stands in a role that grants what the change asks an exception from', () => {
    const exceptions = { clauses: ['T-1'], requirement: { role: 'board' }, askedWith: [], granted: [] };
    const asking = changeFacts({ stage: 'assessment', fields: { exceptionTo: ['T-1'] } });
    const policy = policyWith([approvalRule()], { exceptions });
    expect(worths(policy, [{ roles: ['board'] }], minute(1), asking)).toEqual([{ weight: 'stands' }]);
    expect(worths(policy, [{ roles: ['board'] }])).toEqual([{ weight: 'not-asked' }]);
  });

  it('is not told while the votes cannot be read', () => {
    const facts = { ...assessed, votes: unknown('lookup-failed', 'gone') };
    expect(voteStandings(policyWith([approvalRule()]), facts, minute(1))).toEqual([]);
  });
});

describe('a vote for somebody else', () => {
  const lent = { role: 'owner', of: 'absent', since: minute(0), until: minute(60) };

  it.each<[boolean, Partial<Policy>, string]>([
    [true, { delegation: { longestDays: 14 } }, 'absent'],
    [false, { delegation: 'none' }, 'absent'],
    [false, { delegation: { longestDays: 14 } }, REQUESTER],
  ])('says whose voice it is, and whether it speaks for that person: %s (%#)', (counts, overrides, of) => {
    const policy = policyWith([approvalRule(), separationRule()], overrides);
    const facts = withVotes(assessed, policy, [{ roles: [], delegated: [{ ...lent, of }] }]);
    expect(voteStandings(policy, facts, minute(1))[0]?.lent).toEqual([{ role: 'owner', of, counts }]);
  });
});
