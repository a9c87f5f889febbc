import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import type { Gate } from '../../../src/domain/change/lifecycle';
import { allowed, refused, warned, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { sceneOf, UNREAD, type Ballot, type Fields } from '../scene';

const APPROVER: Ballot = { by: 'account-approver' };
const CTO: Ballot = { by: 'account-cto' };
const NO_TEST: Fields = { testResults: null, exceptionTo: ['MESTA-1a'] };

/** The policy of Mesta: an engineer, somebody who approves, and a CTO. */
export const mestaCases: DecisionTable = (policy) => {
  const { change, voted, since } = sceneOf({
    policy,
    people: { 'account-engineer': [], 'account-approver': ['change-approver'], 'account-cto': ['cto'] },
    requester: 'account-engineer',
    fields: {
      implementationPlan: 'Copy, switch, watch for an hour.',
      postImplementationReview: 'Nothing to do otherwise next time.',
      riskLevel: null,
    },
  });
  const approved = (facts: ChangeFacts) => voted(facts, APPROVER);
  const byBoth = (facts: ChangeFacts) => voted(facts, APPROVER, CTO);

  const edits = (gate: Gate) =>
    refused(
      gate,
      ['summary', 'description', 'implementationPlan', 'rollbackSteps'].map((field): Line => [
        `an approved change whose ${field} was edited since`,
        since(approved(change()), { [field]: 'Something else.' }),
        ['MESTA-1a'],
      ]),
    );
  const exceptions = (gate: Gate) => [
    ...allowed(gate, [
      ['a change that the CTO excepts from what it does not need', byBoth(change({ exceptionTo: ['MESTA-1d'] }))],
    ]),
    ...refused(gate, [
      ['a change whose exception nobody granted', approved(change({ exceptionTo: ['MESTA-1d'] })), ['MESTA-3.3a']],
      [
        'a change whose exception the CTO declined',
        voted(change({ exceptionTo: ['MESTA-1d'] }), APPROVER, { ...CTO, decision: 'decline' }),
        ['MESTA-3.3a'],
      ],
      [
        'a change that asks for an exception from nothing',
        byBoth(change({ exceptionTo: ['MESTA-9'] })),
        ['MESTA-3.3a'],
      ],
      [
        'an approved change that asks for an exception since',
        since(byBoth(change()), { exceptionTo: ['MESTA-1d'] }),
        ['MESTA-1a', 'MESTA-3.3a'],
      ],
    ]),
  ];
  const documented = (gate: Gate) =>
    refused(gate, [
      ['a change without a description', approved(change({ description: null })), ['MESTA-1b']],
      ['a change without an implementation plan', approved(change({ implementationPlan: null })), ['MESTA-1a']],
      ['a change without a rollback plan', approved(change({ rollbackSteps: null })), ['MESTA-1d']],
    ]);

  return [
    ...allowed('submit', [
      ['a documented and planned change that can be rolled back', change()],
      [
        'a change that nobody has tested or reviewed yet',
        change({ testResults: null, postImplementationReview: null }),
      ],
    ]),
    ...documented('submit'),
    ...refused('submit', [
      ['a change whose rollback plan cannot be read', change({ rollbackSteps: UNREAD }), ['MESTA-1d']],
    ]),
    ...warned('submit', [
      [
        'a change without a rollback plan to which the CTO agreed',
        voted(change({ rollbackSteps: null, exceptionTo: ['MESTA-1d'] }), CTO),
        ['MESTA-1d'],
      ],
    ]),
    ...allowed('authorize', [['an approved change', approved(change())]]),
    ...refused('authorize', [
      ['a change that nobody has approved', change(), ['MESTA-1a']],
      ['a change that only the CTO approved', voted(change(), CTO), ['MESTA-1a']],
      ['a change that another approver declined', twoMinds(approved(change())), ['MESTA-1a']],
      ['a change whose votes cannot be read', { ...change(), votes: UNREAD }, ['MESTA-1a']],
    ]),
    ...edits('authorize'),
    ...exceptions('authorize'),
    ...refused('expedite', [
      ['any change', approved(change()), ['MESTA-1a']],
      ['a change of a type that the policy does not know', approved(change({ changeType: 'Emergency' })), ['MESTA-1a']],
    ]),
    ...allowed('implement', [
      ['an approved and tested change', approved(change())],
      ['a change that nobody has reviewed yet', approved(change({ postImplementationReview: null }))],
    ]),
    ...warned('implement', [['an untested change to which the CTO agreed', byBoth(change(NO_TEST)), ['MESTA-1a']]]),
    ...documented('implement'),
    ...refused('implement', [
      ['an untested change', approved(change({ testResults: null })), ['MESTA-1a']],
      ['an untested change to which the CTO did not agree', approved(change(NO_TEST)), ['MESTA-1a', 'MESTA-3.3a']],
      [
        'an untested change whose exception is from something else',
        byBoth(change({ ...NO_TEST, exceptionTo: ['MESTA-1c'] })),
        ['MESTA-1a'],
      ],
      ['a change that nobody has approved', change(), ['MESTA-1a']],
      ['a change that another approver declined', twoMinds(approved(change())), ['MESTA-1a']],
    ]),
    ...edits('implement'),
    ...exceptions('implement'),
    ...allowed('complete', [['a change of which nothing is known', change({ testResults: null })]]),
    ...allowed('close', [['a change that was reviewed', approved(change())]]),
    ...documented('close'),
    ...refused('close', [
      ['a change that nobody reviewed', approved(change({ postImplementationReview: null })), ['MESTA-1c']],
      ['an untested change', approved(change({ testResults: null })), ['MESTA-1a']],
      ['a change that nobody has approved', change(), ['MESTA-1a']],
    ]),
    ...edits('close'),
    ...exceptions('close'),
  ];

  function twoMinds(facts: ChangeFacts): ChangeFacts {
    const declined: Ballot = { by: 'account-deputy', roles: ['change-approver'], decision: 'decline' };
    return voted(facts, APPROVER, declined);
  }
};
