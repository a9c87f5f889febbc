import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../src/domain/approval/vote';
import { weighVotes } from '../../../src/domain/approval/weigh-votes';
import { unknown, type ChangeFacts } from '../../../src/domain/change/change-facts';
import { CHANGE_FIELDS } from '../../../src/domain/change/change-field';
import { planOf } from '../../../src/domain/change/plan-fingerprint';
import { genericPolicy } from '../../../src/policies/generic';
import { changeFacts, edited } from '../../builders/change-facts';
import { policyWith } from '../../builders/policies';
import { minute, voteOn } from '../../builders/votes';

const facts = changeFacts();
const policy = policyWith([], { materialFields: genericPolicy.materialFields });

function weigh(votes: readonly Vote[], now: ChangeFacts = facts, barred: readonly string[] = []) {
  return weighVotes(votes, 'authorize', planOf(now, policy.materialFields), new Set(barred));
}

describe('the weight of a vote', () => {
  it('stands while the plan is the one it was cast on', () => {
    const vote = voteOn(facts, policy);
    expect(weigh([vote])).toEqual([{ vote, weight: 'stands', edited: [] }]);
  });

  it.each(policy.materialFields)('is void after an edit of %s, and says so', (field) => {
    const vote = voteOn(facts, policy);
    expect(weigh([vote], edited(facts, { [field]: 'something else' }))).toEqual([
      { vote, weight: 'void', edited: [field] },
    ]);
    expect(weigh([voteOn(edited(facts, { [field]: null }), policy)])[0]?.weight).toBe(
      field === 'standardTemplate' ? 'stands' : 'void',
    );
  });

  it.each(CHANGE_FIELDS.filter((field) => !policy.materialFields.includes(field)))(
    'stands after an edit of %s, which is not material',
    (field) => {
      expect(weigh([voteOn(facts, policy)], edited(facts, { [field]: 'something else' }))[0]?.weight).toBe('stands');
    },
  );

  it('is void once somebody else asks for the change', () => {
    const other = { ...facts, requesters: { state: 'known', value: ['account-other'] } } as const;
    expect(weigh([voteOn(facts, policy)], other)[0]).toMatchObject({ weight: 'void', edited: ['requesters'] });
  });

  it('is void while a material field cannot be read, and stands again once it can', () => {
    const vote = voteOn(facts, policy);
    const unread = edited(facts, { testPlan: unknown('lookup-failed', 'Jira did not answer') });
    expect([weigh([vote], unread)[0]?.weight, weigh([vote], facts)[0]?.weight]).toEqual(['void', 'stands']);
  });

  it('stands again when the edit is taken back, because it is the same plan', () => {
    const there = edited(facts, { testPlan: 'Another plan.' });
    const back = edited(there, { testPlan: 'Place ten orders on staging.' });
    expect(weigh([voteOn(facts, policy)], back)[0]?.weight).toBe('stands');
  });

  it('is void on another change with the same words', () => {
    const twin = changeFacts({ change: { id: '10002', key: 'CHG-2' } });
    expect(weigh([voteOn(facts, policy)], twin)[0]?.weight).toBe('void');
  });

  it('stands when only the key of the change is another', () => {
    const moved = changeFacts({ change: { id: facts.change.id, key: 'OPS-7' } });
    expect(weigh([voteOn(facts, policy)], moved)[0]?.weight).toBe('stands');
  });

  it('names all that was edited, in order of name', () => {
    const now = edited(facts, { testPlan: 'x', description: 'y', rollbackSteps: 'z' });
    expect(weigh([voteOn(facts, policy)], now)[0]?.edited).toEqual(['description', 'rollbackSteps', 'testPlan']);
  });
});

describe('votes of the same person', () => {
  const first = voteOn(facts, policy, { at: minute(0) });

  it('count by the latest one, whatever it says', () => {
    const second = voteOn(facts, policy, { at: minute(1), decision: 'decline' });
    expect(weigh([first, second]).map(({ weight }) => weight)).toEqual(['superseded', 'stands']);
  });

  it('count for nothing after a withdrawal', () => {
    const second = voteOn(facts, policy, { at: minute(1), decision: 'withdraw' });
    expect(weigh([first, second]).map(({ weight }) => weight)).toEqual(['superseded', 'withdrawn']);
  });

  it('do not supersede each other across gates', () => {
    const atClose = voteOn(facts, policy, { at: minute(1), gate: 'close', decision: 'decline' });
    expect(weigh([first, atClose])).toEqual([{ vote: first, weight: 'stands', edited: [] }]);
  });

  it('do not touch the vote of another person', () => {
    const other = voteOn(facts, policy, { at: minute(1), by: 'account-other', decision: 'withdraw' });
    expect(weigh([first, other]).map(({ weight }) => weight)).toEqual(['stands', 'withdrawn']);
  });
});

describe('somebody who may not vote', () => {
  it('is left out, also on the very plan', () => {
    const votes = [voteOn(facts, policy), voteOn(facts, policy, { by: 'account-other' })];
    expect(weigh(votes, facts, ['account-owner']).map(({ weight }) => weight)).toEqual(['barred', 'stands']);
  });
});

describe('a policy that counts other fields than it did', () => {
  it('voids the votes cast before without saying that somebody edited the plan', () => {
    const before = policyWith([], { materialFields: ['description'] });
    expect(weigh([voteOn(facts, before)])[0]).toMatchObject({ weight: 'void', edited: [] });
  });

  it('still names what really was edited', () => {
    const before = policyWith([], { materialFields: ['description', 'outcome'] });
    const now = edited(facts, { description: 'Something else.' });
    expect(weigh([voteOn(facts, before)], now)[0]?.edited).toEqual(['description']);
  });
});
