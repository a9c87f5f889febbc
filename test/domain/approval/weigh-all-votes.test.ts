import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../src/domain/approval/vote';
import { unknown, type ChangeFacts } from '../../../src/domain/change/change-facts';
import { CHANGE_FIELDS } from '../../../src/domain/change/change-field';
import { weighAllVotes } from '../../../src/domain/policy/rules/approval';
import { changeFacts, edited, fingerprinted, REQUESTER } from '../../builders/change-facts';
import { policyWith, separationRule } from '../../builders/policies';
import { minute, voteOn } from '../../builders/votes';

const materialFields = ['description', 'rollbackSteps', 'testPlan', 'standardTemplate'];
const policy = policyWith([], { materialFields });
const facts = changeFacts({ material: materialFields });

function weigh(votes: readonly Vote[], now: ChangeFacts = facts, under = policy) {
  return weighAllVotes(under, now, votes);
}

function after(fields: NonNullable<Parameters<typeof edited>[1]>): ChangeFacts {
  return edited(facts, fields, materialFields);
}

describe('a vote as people are shown it', () => {
  it('stands while the plan is the one it was cast on', () => {
    const vote = voteOn(facts, policy);
    expect(weigh([vote])).toEqual([{ vote, weight: 'stands', edited: [] }]);
  });

  it.each(materialFields)('is void after an edit of %s, and says so', (field) => {
    const vote = voteOn(facts, policy);
    expect(weigh([vote], after({ [field]: 'something else' }))).toEqual([{ vote, weight: 'void', edited: [field] }]);
  });

  it.each(CHANGE_FIELDS.filter((field) => !materialFields.includes(field) && field !== 'exceptionTo'))(
    'stands after an edit of %s, which is not material',
    (field) => {
      expect(weigh([voteOn(facts, policy)], after({ [field]: 'something else' }))[0]?.weight).toBe('stands');
    },
  );

  it('is void once the change asks for an exception, or for another one', () => {
    const asking = after({ exceptionTo: ['T-1'] });
    expect(weigh([voteOn(facts, policy)], asking)[0]).toMatchObject({ weight: 'void', edited: ['exceptionTo'] });
    expect(weigh([voteOn(asking, policy)], after({ exceptionTo: ['T-1', 'T-2'] }))[0]?.weight).toBe('void');
    expect(weigh([voteOn(asking, policy)], asking)[0]?.weight).toBe('stands');
  });

  it('is void once somebody else asks for the change', () => {
    const other = fingerprinted({ ...facts, requesters: { state: 'known', value: ['other'] } }, materialFields);
    expect(weigh([voteOn(facts, policy)], other)[0]).toMatchObject({ weight: 'void', edited: ['requesters'] });
  });

  it('is void while a material field cannot be read, and stands again once it can', () => {
    const vote = voteOn(facts, policy);
    const unread = after({ testPlan: unknown('lookup-failed', 'Jira did not answer') });
    expect([weigh([vote], unread)[0]?.weight, weigh([vote], facts)[0]?.weight]).toEqual(['void', 'stands']);
  });

  it('names all that was edited, in order of name', () => {
    const now = after({ testPlan: 'x', description: 'y', rollbackSteps: 'z' });
    expect(weigh([voteOn(facts, policy)], now)[0]?.edited).toEqual(['description', 'rollbackSteps', 'testPlan']);
  });

  it('is barred by the rules at the gate it was cast for', () => {
    const separated = policyWith([separationRule({ gates: ['close'] })], { materialFields });
    const votes = (['authorize', 'close'] as const).map((gate) => voteOn(facts, policy, { by: REQUESTER, gate }));
    expect(weigh(votes, facts, separated).map(({ weight }) => weight)).toEqual(['stands', 'barred']);
  });

  it('is weighed with the others for its gate, and shown in the order of the sheet', () => {
    const votes = (['authorize', 'close', 'authorize', 'close'] as const).map((gate, index) =>
      voteOn(facts, policy, { gate, at: minute(index), decision: index === 2 ? 'decline' : 'approve' }),
    );
    expect(weigh(votes).map(({ vote, weight }) => [vote.at, weight])).toEqual([
      [minute(0), 'superseded'],
      [minute(1), 'stands'],
      [minute(2), 'stands'],
      [minute(3), 'stands'],
    ]);
  });
});

describe('a vote that was superseded', () => {
  it('has nothing to say about edits, also where it was cast on another plan', () => {
    const first = voteOn(after({ description: 'Another plan.' }), policy);
    const second = voteOn(facts, policy, { decision: 'decline', at: minute(1) });
    expect(weigh([first, second])[0]).toEqual({ vote: first, weight: 'superseded', edited: [] });
  });
});

describe('a policy that counts other fields than it did', () => {
  it('voids the votes cast before without saying that somebody edited the plan', () => {
    const before = policyWith([], { materialFields: ['description'] });
    expect(weigh([voteOn(facts, before)])[0]).toMatchObject({ weight: 'void', edited: [] });
  });

  it('still names what really was edited', () => {
    const before = policyWith([], { materialFields: ['description', 'outcome'] });
    const now = after({ description: 'Something else.' });
    expect(weigh([voteOn(facts, before)], now)[0]?.edited).toEqual(['description']);
  });
});
