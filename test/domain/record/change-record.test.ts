import { describe, expect, it } from '@jest/globals';
import { CHANGE_FIELDS } from '../../../src/domain/change/change-field';
import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import type { ChangeHistory } from '../../../src/domain/change/change-history';
import type { Stage } from '../../../src/domain/change/lifecycle';
import type { Policy } from '../../../src/domain/policy/policy';
import { drawUpRecord } from '../../../src/domain/record/change-record';
import { changeFacts, edited, FILLED, REQUESTER, unread } from '../../builders/change-facts';
import { historyThrough, WHOLE_WAY } from '../../builders/histories';
import { approvalRule, inForce, policyWith } from '../../builders/policies';
import { minute, withVotes } from '../../builders/votes';

const CLOSING = { stage: 'closed', at: '2026-03-02T14:00:00.000Z', by: 'account-closer' } as const;
const policy = policyWith([approvalRule()]);

function draw(facts: ChangeFacts, history: ChangeHistory = historyThrough(WHOLE_WAY), under: Policy | null = policy) {
  return drawUpRecord({ facts, history, closing: CLOSING, policy: under && inForce(under), evaluation: null });
}

function times(...stages: readonly Stage[]) {
  const { implementedFrom, implementedUntil } = draw(changeFacts(), historyThrough(stages));
  return [implementedFrom?.slice(11, 16), implementedUntil?.slice(11, 16)];
}

describe('the record of a change', () => {
  it('holds who asked, who closed it, when, and under which policy', () => {
    expect(draw(changeFacts())).toMatchObject({
      change: { id: '10001', key: 'CHG-1' },
      stage: 'closed',
      closedAt: '2026-03-02T14:00:00.000Z',
      closedBy: 'account-closer',
      createdAt: '2026-03-02T09:00:00.000Z',
      requesters: [REQUESTER],
      policy: { id: 'TEST', version: '1', hash: inForce(policy).hash },
      evaluation: null,
    });
  });

  it('holds every field as it stood, the empty ones included', () => {
    expect(draw(changeFacts()).fields).toEqual(FILLED);
    expect(Object.keys(draw(changeFacts()).fields)).toEqual([...CHANGE_FIELDS]);
  });

  it('says of what could not be read that it could not, and why', () => {
    const facts = { ...edited(changeFacts(), { outcome: unread('Outcome') }), requesters: unread('Reporter') };
    const record = draw({ ...facts, votes: unread('The storage did not answer') });
    expect([record.fields.outcome, record.requesters, record.votes]).toEqual([
      { unknown: 'Outcome' },
      { unknown: 'Reporter' },
      { unknown: 'The storage did not answer' },
    ]);
  });

  it('holds every vote in the order in which they were cast, with the weight it had', () => {
    const facts = withVotes(changeFacts(), policy, [
      { by: 'a' },
      { by: 'b', gate: 'close' },
      { by: 'a', decision: 'withdraw' },
      { by: 'c', fingerprint: 'f'.repeat(64) },
    ]);
    const { votes } = draw(facts);
    expect('unknown' in votes ? votes : votes.map(({ vote, weight }) => [vote.by, vote.at, weight])).toEqual([
      ['a', minute(0), 'superseded'],
      ['b', minute(1), 'stands'],
      ['a', minute(2), 'withdrawn'],
      ['c', minute(3), 'void'],
    ]);
  });

  it('holds the votes as they were cast where no policy is known, and lets none of them stand', () => {
    const facts = withVotes(changeFacts(), policy, [{ by: 'a' }, { by: 'b' }]);
    const record = draw(facts, historyThrough(WHOLE_WAY), null);
    expect(record.policy).toBeNull();
    expect(record.votes).toMatchObject([
      { vote: { by: 'a' }, weight: 'void' },
      { vote: { by: 'b' }, weight: 'void' },
    ]);
  });
});

describe('the time of implementation', () => {
  it('is from the move into Implementing to the move out of it', () => {
    expect(times(...WHOLE_WAY)).toEqual(['12:00', '13:00']);
  });

  it('is none where the change was never implemented', () => {
    expect(times('draft', 'assessment', 'rejected')).toEqual([undefined, undefined]);
  });

  it('is the last one where the change was implemented again', () => {
    expect(times('approved', 'implementing', 'approved', 'implementing', 'rolled-back', 'closed')).toEqual([
      '12:00',
      '13:00',
    ]);
  });
});
