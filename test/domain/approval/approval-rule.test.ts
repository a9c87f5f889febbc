import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../src/domain/approval/vote';
import { type ChangeFacts } from '../../../src/domain/change/change-facts';
import { evaluateRule } from '../../../src/domain/policy/rule-list';
import type { RuleOf } from '../../../src/domain/policy/policy';
import { changeFacts, edited, REQUESTER, unread } from '../../builders/change-facts';
import { approvalRule, policyWith, separationRule } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';

const UNREAD = unread('The storage did not answer');
const rule = approvalRule({ gates: ['authorize', 'implement'] });
const policy = policyWith([rule]);
const facts = changeFacts();

function find(now: ChangeFacts, of: RuleOf<'approval'> = rule, within = policy) {
  return evaluateRule(of, { policy: within, facts: now, gate: 'implement' });
}

function voted(...votes: readonly Partial<Vote>[]): ChangeFacts {
  return withVotes(facts, policy, votes);
}

describe('a rule that asks for an approval', () => {
  it('looks again at a later gate at the votes cast for its point', () => {
    expect(find(voted({}))[0]?.met).toBe('yes');
    expect(find(voted({ gate: 'implement' }))[0]?.met).toBe('no');
  });

  it('is unmet while somebody who was asked declines, beside an approval of another', () => {
    const declined = find(voted({ by: 'account-deputy' }, { decision: 'decline', comment: 'Not in March.' }));
    expect(declined.map(({ met }) => met)).toEqual(['yes', 'no']);
    expect(declined[1]).toEqual({
      met: 'no',
      reason: { code: 'declined', by: 'account-owner', at: minute(1), roles: ['owner'] },
      remedy: { do: 'settle-decline', by: 'account-owner' },
    });
  });

  it('does not know where the votes could not be read', () => {
    expect(find({ ...facts, votes: UNREAD })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'votes-unknown', cause: UNREAD.cause },
        remedy: { do: 'mend-lookup', cause: UNREAD.cause },
      },
    ]);
  });

  it('does not know where part of the plan cannot be read, and does not call that an edit', () => {
    expect(find(edited(voted({}), { rollbackSteps: UNREAD }))).toEqual([
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'rollbackSteps', cause: UNREAD.cause },
        remedy: { do: 'mend-lookup', cause: UNREAD.cause },
      },
    ]);
  });

  it('does not know where it cannot be read who asks for the change', () => {
    expect(find({ ...voted({}), requesters: UNREAD })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'requesters-unknown', cause: UNREAD.cause },
        remedy: { do: 'mend-lookup', cause: UNREAD.cause },
      },
    ]);
  });
});

describe('an approval where requesters may not approve', () => {
  const mine = voted({ by: REQUESTER });

  it('does not count the vote of a requester, nor the decline', () => {
    const separated = policyWith([rule, separationRule()]);
    expect(find(mine, rule, separated)[0]?.met).toBe('no');
    expect(find(voted({}, { by: REQUESTER, decision: 'decline' }), rule, separated)).toHaveLength(1);
  });

  it('counts it where the policy separates the duties at another gate or for other changes', () => {
    const elsewhere = policyWith([rule, separationRule({ gates: ['close'] })]);
    const others = policyWith([rule, separationRule({ when: { field: 'changeType', in: ['Emergency'] } })]);
    expect([find(mine, rule, elsewhere)[0]?.met, find(mine, rule, others)[0]?.met]).toEqual(['yes', 'yes']);
  });

  it('does not count it where it cannot be told whether the duties are separated', () => {
    const perhaps = policyWith([rule, separationRule({ when: { field: 'riskLevel', in: ['High'] } })]);
    expect(find(edited(mine, { riskLevel: UNREAD }), rule, perhaps)[0]?.met).toBe('no');
  });
});
