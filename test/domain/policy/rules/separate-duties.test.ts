import { describe, expect, it } from '@jest/globals';
import { known } from '../../../../src/domain/change/change-facts';
import type { DutyPair } from '../../../../src/domain/policy/duty';
import { separateDuties } from '../../../../src/domain/policy/rules/separate-duties';
import { changeFacts, unread, type FactsOverrides } from '../../../builders/change-facts';
import { approvalRule, policyWith, separationRule } from '../../../builders/policies';
import { ruleContext, type ContextOverrides } from '../../../builders/rule-context';
import { by, withVotes } from '../../../builders/votes';

const UNREAD = unread('Jira did not answer');
const { cause } = UNREAD;

function find(pairs: readonly DutyPair[], context: ContextOverrides = {}, strength: 'block' | 'warn' = 'block') {
  const rule = separationRule({ pairs, strength });
  return separateDuties.evaluate(rule, ruleContext({ ...context, policy: { rules: [rule], ...context.policy } }));
}

function separate(...duties: DutyPair) {
  return { met: 'yes', reason: { code: 'duties-separate', duties } };
}

describe('approving and another duty', () => {
  const pairs = [['requester', 'approver']] as const;
  const votes = [by('ann', 'owner'), by('ben', 'board')];
  const facts = (requesters: readonly string[], cast = votes) =>
    withVotes(changeFacts({ requesters }), policyWith(), cast);

  it('are separate where nobody voted who has the other', () => {
    expect(find(pairs, { facts: facts(['eve']) })).toEqual([separate('requester', 'approver')]);
  });

  it('are separate also where somebody voted who has, because the vote is left out', () => {
    expect(find(pairs, { facts: facts(['ann', 'eve', 'ben']) })).toEqual([
      { met: 'yes', reason: { code: 'vote-left-out', by: 'ann', duty: 'requester' } },
      { met: 'yes', reason: { code: 'vote-left-out', by: 'ben', duty: 'requester' } },
    ]);
    const implementing = changeFacts({ fields: { implementer: 'ann' } });
    expect(find([['approver', 'implementer']], { facts: withVotes(implementing, policyWith(), votes) })).toEqual([
      { met: 'yes', reason: { code: 'vote-left-out', by: 'ann', duty: 'implementer' } },
    ]);
  });

  it('say once whose vote is left out, and not of one that was taken back', () => {
    const twice = [by('ann', 'owner'), { ...by('ann', 'owner'), decision: 'decline' as const }];
    expect(find(pairs, { facts: facts(['ann'], twice) })).toHaveLength(1);
    const back = [...twice, { ...by('ann', 'owner'), decision: 'withdraw' as const }];
    expect(find(pairs, { facts: facts(['ann'], back) })).toEqual([separate('requester', 'approver')]);
    expect(find(pairs, { facts: facts(['ann'], [...back, by('ann', 'owner')]) })).toHaveLength(1);
  });

  it('look at the votes for this gate, and for the points that are looked at again here', () => {
    const early = facts(['ann'], [{ ...by('ann', 'owner'), gate: 'authorize' }]);
    const again = (gates: readonly ('authorize' | 'implement')[]) => [separationRule(), approvalRule({ gates })];
    const code = (rules: ReturnType<typeof again>) =>
      find(pairs, { facts: early, gate: 'implement', policy: { rules } }).map(({ reason }) => reason.code);
    expect([code(again(['authorize'])), code(again(['authorize', 'implement']))]).toEqual([
      ['duties-separate'],
      ['vote-left-out'],
    ]);
    const elsewhere = facts(['ann'], [{ ...by('ann', 'owner'), gate: 'close' }]);
    expect(find(pairs, { facts: elsewhere })).toEqual([separate('requester', 'approver')]);
  });

  it('tell a vote that stands at one point from one that was taken back at another', () => {
    const cast = [
      { ...by('ann', 'owner'), gate: 'authorize' as const },
      { ...by('ann', 'owner'), gate: 'implement' as const, decision: 'withdraw' as const },
    ];
    const rules = [separationRule(), approvalRule({ gates: ['implement'] })];
    expect(find(pairs, { facts: facts(['ann'], cast), gate: 'implement', policy: { rules } })[0]?.reason.code).toBe(
      'vote-left-out',
    );
  });

  it('are separate while nobody has the other, and while the votes are not known', () => {
    const open = changeFacts({ fields: { implementer: null } });
    expect(find([['implementer', 'approver']], { facts: open })).toEqual([separate('implementer', 'approver')]);
    expect(find(pairs, { facts: { votes: UNREAD, requesters: ['ann'] } })).toEqual([separate('requester', 'approver')]);
  });

  it('are not known to be while it is not known who has the other', () => {
    expect(find(pairs, { facts: { requesters: UNREAD } })).toEqual([
      { met: 'unknown', reason: { code: 'requesters-unknown', cause }, remedy: { do: 'mend-lookup', cause } },
    ]);
    expect(find([['approver', 'implementer']], { facts: { fields: { implementer: UNREAD } } })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'duty-unknown', duty: 'implementer', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
    expect(find([['approver', 'closer']])).toMatchObject([
      { met: 'unknown', reason: { duty: 'closer', cause: { code: 'not-looked-up', detail: 'actor' } } },
    ]);
  });

  it('are compared by people where the policy only warns: the vote counts, and a reason is asked for', () => {
    const mine = {
      facts: facts(['ben']),
      policy: { rules: [separationRule({ strength: 'warn' }), approvalRule({ requirement: { role: 'board' } })] },
    };
    expect(find(pairs, mine, 'warn')).toEqual([
      {
        met: 'no',
        reason: { code: 'duties-not-separate', duties: ['requester', 'approver'], by: 'ben' },
        remedy: { do: 'ask-somebody-else' },
      },
    ]);
    expect(find([['approver', 'requester']], mine, 'warn')[0]?.remedy).toEqual({ do: 'ask-somebody-else' });
    expect(find(pairs, { ...mine, facts: facts(['eve']) }, 'warn')).toEqual([separate('requester', 'approver')]);
  });

  it('ask for another implementer rather than another approval, where the policy only warns', () => {
    const implementing = withVotes(changeFacts({ fields: { implementer: 'ann' } }), policyWith(), votes);
    const rules = [separationRule({ strength: 'warn' }), approvalRule()];
    expect(find([['implementer', 'approver']], { facts: implementing, policy: { rules } }, 'warn')).toMatchObject([
      { met: 'no', remedy: { do: 'name-somebody-else', duty: 'implementer' } },
    ]);
  });
});

describe('two duties that are told by the change', () => {
  function among(pair: DutyPair, facts: FactsOverrides) {
    return find([pair], { facts });
  }

  it('are separate in different hands', () => {
    expect(among(['implementer', 'tester'], { fields: { implementer: 'ann', tester: 'ben' } })).toEqual([
      separate('implementer', 'tester'),
    ]);
  });

  it('are not separate in the same hands, and somebody else is to be named', () => {
    expect(among(['implementer', 'tester'], { fields: { implementer: 'ann', tester: 'ann' } })).toEqual([
      {
        met: 'no',
        reason: { code: 'duties-not-separate', duties: ['implementer', 'tester'], by: 'ann' },
        remedy: { do: 'name-somebody-else', duty: 'tester' },
      },
    ]);
  });

  it.each<[DutyPair, string]>([
    [['requester', 'implementer'], 'implementer'],
    [['implementer', 'requester'], 'implementer'],
    [['verifier', 'closer'], 'verifier'],
    [['closer', 'verifier'], 'verifier'],
    [['tester', 'verifier'], 'verifier'],
    [['requester', 'closer'], 'closer'],
    [['closer', 'requester'], 'closer'],
  ])('of %j ask for another %s', (pair, duty) => {
    const fields = { implementer: 'ann', tester: 'ann', verifier: 'ann' };
    const found = among(pair, { fields, requesters: ['ben', 'ann'], actor: known('ann') });
    expect(found).toMatchObject([{ reason: { by: 'ann' }, remedy: { do: 'name-somebody-else', duty } }]);
  });

  it.each([
    [{ implementer: null, tester: 'ann' }],
    [{ implementer: 'ann', tester: null }],
    [{ implementer: null, tester: UNREAD }],
    [{ implementer: UNREAD, tester: '  ' }],
  ])('are separate while one of them is open: %j', (fields) => {
    expect(among(['implementer', 'tester'], { fields })).toEqual([separate('implementer', 'tester')]);
  });

  it.each<[FactsOverrides['fields'], string]>([
    [{ implementer: UNREAD, tester: 'ann' }, 'implementer'],
    [{ implementer: 'ann', tester: UNREAD }, 'tester'],
    [{ implementer: UNREAD, tester: UNREAD }, 'implementer'],
  ])('are not known to be while one of them is not: %j', (fields, duty) => {
    expect(among(['implementer', 'tester'], fields === undefined ? {} : { fields })).toEqual([
      { met: 'unknown', reason: { code: 'duty-unknown', duty, cause }, remedy: { do: 'mend-lookup', cause } },
    ]);
  });

  it('are found pair by pair', () => {
    const fields = { implementer: 'ann', tester: 'ann', verifier: 'ben' };
    const pairs = [
      ['implementer', 'tester'],
      ['tester', 'verifier'],
    ] as const;
    expect(find(pairs, { facts: { fields } }).map(({ met }) => met)).toEqual(['no', 'yes']);
  });
});
