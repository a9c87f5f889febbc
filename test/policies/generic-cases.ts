import type { Vote } from '../../src/domain/approval/vote';
import type { ChangeFacts } from '../../src/domain/change/change-facts';
import type { Gate } from '../../src/domain/change/lifecycle';
import type { Verdict } from '../../src/domain/policy/evaluation';
import { genericPolicy } from '../../src/policies/generic';
import { changeFacts, edited, unread, type FactsOverrides } from '../builders/change-facts';
import { withVotes } from '../builders/votes';

/** One line of the decision table: what the gate says, and the clauses that a refusal names, in the order of the policy. */
export interface DecisionCase {
  readonly sentence: string;
  readonly gate: Gate;
  readonly facts: ChangeFacts;
  readonly verdict: Verdict;
  readonly names: readonly string[];
}

type Fields = NonNullable<FactsOverrides['fields']>;

const UNREAD = unread('Jira did not answer');
const NOTHING: Fields = {
  riskLevel: null,
  description: null,
  businessJustification: null,
  impactAnalysis: null,
  rollbackSteps: null,
  plannedStart: null,
  plannedEnd: null,
  testPlan: null,
  testResults: null,
  implementer: null,
  verification: null,
  outcome: null,
};

const normal = (fields: Fields = {}) => changeFacts({ fields });
const high = (fields: Fields = {}) => normal({ riskLevel: 'High', ...fields });
const standard = (fields: Fields = {}) =>
  normal({ changeType: 'Standard', standardTemplate: 'Add a new user', ...fields });
const emergency = (fields: Fields = {}) =>
  normal({ changeType: 'Emergency', emergencyReason: 'Restore service', ...fields });

const lead: Partial<Vote> = { by: 'account-lead', roles: ['security-lead'] };
const cto: Partial<Vote> = { by: 'account-cto', roles: ['cto'] };
const votes = (facts: ChangeFacts, ...cast: readonly Partial<Vote>[]) => withVotes(facts, genericPolicy, cast);
const approved = (facts: ChangeFacts) => votes(facts, lead, cto);
const reviewed = (facts: ChangeFacts) => votes(facts, { ...lead, gate: 'close' }, { ...cto, gate: 'close' });

const REVIEW = ['GEN-3n', 'GEN-4.2a', 'GEN-5b'];
const ROLLBACK = ['GEN-4.1d', 'GEN-4.5', 'GEN-6e'];
const CATALOGUE = ['GEN-3s1', 'GEN-3s2'];

type Line = readonly [sentence: string, facts: ChangeFacts, names?: readonly string[]];

const allowed = (gate: Gate, lines: readonly Line[]): readonly DecisionCase[] =>
  lines.map(([sentence, facts]) => ({ sentence, gate, facts, verdict: 'allow', names: [] }));
/** A reason is given each time, so that a refusal shows that no reason helps. */
const hurried = (facts: ChangeFacts) => edited(facts, { deviationReason: 'We are in a hurry.' });
const refused = (gate: Gate, lines: readonly Line[]): readonly DecisionCase[] =>
  lines.map(([sentence, facts, names = []]) => ({ sentence, gate, facts: hurried(facts), verdict: 'block', names }));

const SUBMIT = [
  ...allowed('submit', [
    ['a complete normal change', normal()],
    ['a complete standard change of the catalogue', standard()],
    ['an emergency of which nothing is known but the reason', emergency(NOTHING)],
  ]),
  ...refused('submit', [
    ['a change without a description', normal({ description: null }), ['GEN-4.1a']],
    ['a change without a justification', normal({ businessJustification: null }), ['GEN-4.1b']],
    ['a change without an impact assessment', normal({ impactAnalysis: null }), ['GEN-4.1c']],
    ['a change without a risk level', normal({ riskLevel: null }), ['GEN-4.1c']],
    ['a change without a rollback plan', normal({ rollbackSteps: null }), ['GEN-4.1d', 'GEN-4.5']],
    ['a change without a date', normal({ plannedStart: null }), ['GEN-4.1e']],
    ['a change without testing steps', normal({ testPlan: null }), ['GEN-4.1f']],
    ['a standard change without a description', standard({ description: null }), ['GEN-4.1a']],
    ['a standard change that names no entry', standard({ standardTemplate: null }), CATALOGUE],
    ['a standard change of an entry that does not exist', standard({ standardTemplate: 'Rebuild it' }), CATALOGUE],
    ['a change whose description cannot be read', normal({ description: UNREAD }), ['GEN-4.1a']],
    ['an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
  ]),
];

const AUTHORIZE = [
  ...allowed('authorize', [
    ['a normal change that both have approved', approved(normal())],
    ['a normal change that the CTO approved first', votes(normal(), cto, lead)],
    ['a high-risk change that the CTO approved last', approved(high())],
    ['a standard change, which nobody approves again', standard()],
    ['a high-risk emergency, which nobody approves yet', emergency({ riskLevel: 'High' })],
  ]),
  ...refused('authorize', [
    ['a normal change that nobody has approved', normal(), REVIEW],
    ['a normal change without the CTO', votes(normal(), lead), REVIEW],
    ['a normal change without the Security Lead', votes(normal(), cto), REVIEW],
    [
      'a change that both approved and one then declined',
      votes(normal(), lead, cto, { ...cto, decision: 'decline' }),
      REVIEW,
    ],
    ['a change approved by another role', votes(normal(), lead, { roles: ['it-administrator'] }), REVIEW],
    ['a high-risk change that the CTO approved first', votes(high(), cto, lead), ['GEN-5c']],
    ['a high-risk change that nobody has approved', high(), [...REVIEW, 'GEN-5c']],
    ['a high-risk standard change that nobody has approved', standard({ riskLevel: 'High' }), [...REVIEW, 'GEN-5c']],
    ['a standard change of more than low risk that nobody has approved', standard({ riskLevel: 'Medium' }), REVIEW],
    ['a change made an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
    ['a standard change that names no entry', standard({ standardTemplate: null }), CATALOGUE],
    ['a change whose votes cannot be read', { ...normal(), votes: UNREAD }, REVIEW],
    ['a change whose risk cannot be read', edited(approved(normal()), { riskLevel: UNREAD }), [...REVIEW, 'GEN-5c']],
  ]),
];

const EXPEDITE = [
  ...allowed('expedite', [['an emergency with its reason, and nothing else', emergency(NOTHING)]]),
  ...refused('expedite', [
    ['an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
    ['a normal change', approved(normal({ emergencyReason: 'Restore service' })), ['GEN-3n', 'GEN-3e2']],
    ['a standard change', standard(), ['GEN-3n', 'GEN-3e2']],
  ]),
];

const IMPLEMENT: readonly DecisionCase[] = [
  ...allowed('implement', [
    ['an approved and tested change', approved(normal())],
    ['an approved high-risk change', approved(high())],
    ['a tested standard change', standard()],
    ['an emergency that came the long way, untested', emergency(NOTHING)],
    ['an approved change whose test results were added since', edited(approved(normal()), { testResults: 'Better.' })],
  ]),
  {
    sentence: 'an untested change that says why',
    gate: 'implement',
    facts: approved(normal({ testResults: null, deviationReason: 'There is no second mainframe.' })),
    verdict: 'warn',
    names: [],
  },
  {
    sentence: 'an untested change that does not say why',
    gate: 'implement',
    facts: approved(normal({ testResults: null })),
    verdict: 'block',
    names: ['GEN-4.3a'],
  },
  ...refused('implement', [
    ['a change without a description', approved(normal({ description: null })), ['GEN-4.1a']],
    ['a change without a justification', approved(normal({ businessJustification: null })), ['GEN-4.1b']],
    ['a change without an impact assessment', approved(normal({ impactAnalysis: null })), ['GEN-4.1c']],
    ['a change without a rollback plan', approved(normal({ rollbackSteps: null })), ['GEN-4.1d', 'GEN-4.5']],
    ['a change without a date', approved(normal({ plannedStart: null })), ['GEN-4.1e']],
    ['a change without testing steps', approved(normal({ testPlan: null })), ['GEN-4.1f']],
    ['a change made an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
    ['a change that lost an approval', votes(normal(), lead, cto, { ...lead, decision: 'withdraw' }), REVIEW],
    ['a high-risk change that the CTO approved first', votes(high(), cto, lead), ['GEN-5c']],
    ['a standard change that names no entry', standard({ standardTemplate: null }), CATALOGUE],
    ...genericPolicy.materialFields
      .filter((field) => !['riskLevel', 'changeType'].includes(field))
      .map((field): Line => [
        `an approved change whose ${field} was edited since`,
        edited(approved(normal()), { [field]: 'Add a new user' }),
        REVIEW,
      ]),
    ['an approved change whose risk was lowered since', edited(approved(high()), { riskLevel: 'Low' }), REVIEW],
    [
      'an approved change made standard and high-risk',
      edited(approved(high()), { changeType: 'Standard', standardTemplate: 'add-user' }),
      [...REVIEW, 'GEN-5c'],
    ],
  ]),
];

const COMPLETE = [
  ...allowed('complete', [['a change with a person responsible', normal({ testResults: null })]]),
  ...refused('complete', [['a change without a person responsible', normal({ implementer: null }), ['GEN-6b']]]),
];

const CLOSE = [
  ...allowed('close', [
    ['a documented normal change', approved(normal())],
    ['a documented high-risk change with its review', approved(high({ postImplementationReview: 'Went well.' }))],
    [
      'a failed change with its review',
      approved(normal({ outcome: 'Failed', postImplementationReview: 'Bad index.' })),
    ],
    ['a documented standard change', standard()],
    ['a documented emergency that both have reviewed', reviewed(emergency())],
    ['an emergency without a date', reviewed(emergency({ plannedStart: null }))],
    [
      'an emergency that the CTO reviewed first',
      votes(emergency(), { ...cto, gate: 'close' }, { ...lead, gate: 'close' }),
    ],
  ]),
  ...refused('close', [
    ['a change without a description', approved(normal({ description: null })), ['GEN-4.1a']],
    ['a change without a justification', approved(normal({ businessJustification: null })), ['GEN-4.1b']],
    ['a change without an impact assessment', approved(normal({ impactAnalysis: null })), ['GEN-4.1c']],
    ['a change without a date', approved(normal({ plannedStart: null })), ['GEN-4.1e']],
    ['a change without testing steps', approved(normal({ testPlan: null })), ['GEN-4.1f']],
    ['a change without a person responsible', approved(normal({ implementer: null })), ['GEN-6b']],
    ['a change without test results', approved(normal({ testResults: null })), ['GEN-6d']],
    ['a change without rollback details', approved(normal({ rollbackSteps: null })), ROLLBACK],
    ['a change that nobody verified', approved(normal({ verification: null })), ['GEN-6f']],
    ['a change without an outcome', approved(normal({ outcome: null })), ['GEN-6f']],
    ['a high-risk change without a review', approved(high()), ['GEN-7a']],
    ['a failed change without a review', approved(normal({ outcome: 'Failed' })), ['GEN-7a']],
    ['a rolled-back change without a review', approved(normal({ outcome: 'Rolled back' })), ['GEN-7a']],
    ['a half-successful change without a review', approved(normal({ outcome: 'Partly successful' })), ['GEN-7a']],
    ['an emergency called normal afterwards, which nobody approved', normal({ emergencyReason: 'x' }), REVIEW],
    [
      'a high-risk change that the CTO approved first',
      votes(high({ postImplementationReview: 'Went well.' }), cto, lead),
      ['GEN-5c'],
    ],
    ['a change called standard afterwards that names no entry', standard({ standardTemplate: null }), CATALOGUE],
    ['an emergency that nobody reviewed', emergency(), ['GEN-4.2b', 'GEN-5c']],
    ['an emergency without a reason', reviewed(emergency({ emergencyReason: null })), ['GEN-3e1']],
    ['an emergency approved before, but not reviewed after', approved(emergency()), ['GEN-4.2b', 'GEN-5c']],
    [
      'an emergency that the CTO did not review',
      votes(emergency(), { ...lead, gate: 'close' }),
      ['GEN-4.2b', 'GEN-5c'],
    ],
    [
      'an emergency that the Security Lead did not review',
      votes(emergency(), { ...cto, gate: 'close' }),
      ['GEN-4.2b', 'GEN-5c'],
    ],
    ['an emergency without a description', reviewed(emergency({ description: null })), ['GEN-4.1a']],
    ['an emergency without a justification', reviewed(emergency({ businessJustification: null })), ['GEN-4.1b']],
    ['an emergency without an impact assessment', reviewed(emergency({ impactAnalysis: null })), ['GEN-4.1c']],
    ['an emergency without a rollback plan', reviewed(emergency({ rollbackSteps: null })), ROLLBACK],
    ['an emergency without testing steps', reviewed(emergency({ testPlan: null })), ['GEN-4.1f']],
  ]),
];

/** The generic policy as a decision table. */
export const GENERIC_CASES: readonly DecisionCase[] = [
  ...SUBMIT,
  ...AUTHORIZE,
  ...EXPEDITE,
  ...IMPLEMENT,
  ...COMPLETE,
  ...CLOSE,
];
