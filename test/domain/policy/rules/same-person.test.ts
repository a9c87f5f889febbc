import { describe, expect, it } from '@jest/globals';
import { known } from '../../../../src/domain/change/change-facts';
import type { Duty, DutyPair } from '../../../../src/domain/policy/duty';
import { samePerson } from '../../../../src/domain/policy/rules/same-person';
import { changeFacts, unread, type FactsOverrides } from '../../../builders/change-facts';
import { approvalRule, AT_AUTHORIZE, policyWith } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';
import { by, withVotes } from '../../../builders/votes';

const UNREAD = unread('Jira did not answer');
const { cause } = UNREAD;
const PAIR: DutyPair = ['approver', 'verifier'];
const policy = policyWith([approvalRule()]);

/** What is found at Close of a change with these votes. */
function find(duties: DutyPair, overrides: FactsOverrides, ...votes: Parameters<typeof withVotes>[2]) {
  const facts = withVotes(changeFacts(overrides), policy, votes);
  const rule = { ...AT_AUTHORIZE, id: 'same', kind: 'same-person', pairs: [duties] } as const;
  return samePerson.evaluate(rule, ruleContext({ facts, policy, gate: 'close' }));
}

function open(duty: Duty, ...people: readonly string[]) {
  return { met: 'no', reason: { code: 'duty-open', duty }, remedy: { do: 'name-person', duty, by: people } };
}

describe('the approver and the verifier', () => {
  const ANN = by('ann', 'owner');
  const BEN = by('ben', 'owner');

  it('are the same where the verifier is one of those who approved', () => {
    expect(find(PAIR, { fields: { verifier: 'ben' } }, ANN, BEN)).toEqual([
      { met: 'yes', reason: { code: 'same-person', duties: PAIR, by: 'ben' } },
    ]);
  });

  it('are not the same where somebody else verifies, and an approver is to be named', () => {
    expect(find(PAIR, { fields: { verifier: 'eve' } }, ANN, BEN)).toEqual([
      {
        met: 'no',
        reason: { code: 'not-same-person', duties: PAIR, by: 'eve' },
        remedy: { do: 'name-person', duty: 'verifier', by: ['ann', 'ben'] },
      },
    ]);
    const turned: DutyPair = ['verifier', 'approver'];
    expect(find(turned, { fields: { verifier: 'eve' } }, ANN)).toMatchObject([
      { reason: { by: 'eve' }, remedy: { duty: 'verifier', by: ['ann'] } },
    ]);
  });

  it('are open while nobody verifies, or nobody has approved', () => {
    expect(find(PAIR, { fields: { verifier: null } }, ANN)).toEqual([open('verifier', 'ann')]);
    expect(find(PAIR, { fields: { verifier: 'ann' } })).toEqual([open('approver', 'ann')]);
    expect(find(PAIR, { fields: { verifier: null } })).toEqual([open('approver'), open('verifier')]);
  });

  it.each<[string, Parameters<typeof withVotes>[2][number]]>([
    ['that an edit voided', { ...ANN, fingerprint: 'f' }],
    ['that declines', { ...ANN, decision: 'decline' }],
    ['in another role', by('ann', 'board')],
    ['for another point', { ...ANN, gate: 'close' }],
  ])('are open where all there is is a vote %s', (_what, vote) => {
    expect(find(PAIR, { fields: { verifier: 'ann' } }, vote)).toEqual([open('approver', 'ann')]);
  });

  it('are not known while one of them is not, unless the other is open', () => {
    expect(find(PAIR, { fields: { verifier: UNREAD } }, ANN)).toEqual([
      {
        met: 'unknown',
        reason: { code: 'duty-unknown', duty: 'verifier', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
    expect(find(PAIR, { fields: { verifier: 'ann', description: UNREAD } }, ANN)).toEqual([
      {
        met: 'unknown',
        reason: { code: 'duty-unknown', duty: 'approver', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
    expect(find(PAIR, { fields: { verifier: UNREAD } })).toEqual([open('approver')]);
  });
});

describe('other duties in the same hands', () => {
  it('may be had by one of several who share them', () => {
    const overrides = { requesters: ['ann', 'ben'], fields: { implementer: 'ben' } };
    expect(find(['requester', 'implementer'], overrides)).toEqual([
      { met: 'yes', reason: { code: 'same-person', duties: ['requester', 'implementer'], by: 'ben' } },
    ]);
  });

  it.each<[DutyPair, string]>([
    [['requester', 'implementer'], 'implementer'],
    [['implementer', 'requester'], 'implementer'],
    [['implementer', 'tester'], 'tester'],
    [['closer', 'requester'], 'closer'],
  ])('of %j ask for another %s', (duties, duty) => {
    const found = find(duties, {
      requesters: ['ann'],
      fields: { implementer: 'ben', tester: 'cat' },
      actor: known('dan'),
    });
    expect(found).toMatchObject([{ met: 'no', remedy: { do: 'name-person', duty } }]);
  });
});
