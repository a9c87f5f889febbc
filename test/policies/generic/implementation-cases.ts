import type { FieldId } from '../../../src/domain/change/change-field';
import type { DecisionTable } from '../decision-table';
import { allowed, refused, refusedWithoutReason, warned, type Line } from '../decision-case';
import { ADMIN, CATALOGUE, CTO, genericScene, LEAD, NOTHING, OUTSIDER, REVIEW } from './scene';

/** What an approval is an approval of, besides the change type and the risk level. */
const PLAN: readonly FieldId[] = [
  'summary',
  'description',
  'businessJustification',
  'impactAnalysis',
  'implementationPlan',
  'rollbackSteps',
  'testPlan',
  'standardTemplate',
];

/** The generic policy while a change is implemented. */
export const implementationCases: DecisionTable = (policy) => {
  const { normal, high, standard, emergency, voted, since, approved } = genericScene(policy);
  const lateAtNight = { plannedStart: '2026-03-04T01:00:00.000Z', plannedEnd: '2026-03-04T02:00:00.000Z' };
  const untested = { testResults: null };
  return [
    ...allowed('implement', [
      ['an approved and tested change', approved(normal())],
      ['an approved high-risk change', approved(high())],
      ['a tested standard change', standard()],
      ['an emergency that came the long way, untested', emergency(NOTHING)],
      ['an emergency outside the maintenance windows', emergency(lateAtNight)],
      ['an approved change whose test results were added since', since(approved(normal()), { testResults: 'Better.' })],
    ]),
    ...warned('implement', [
      [
        'an untested change that says why',
        approved(normal({ ...untested, deviationReason: 'There is no second mainframe.' })),
        ['GEN-4.3a'],
      ],
      [
        'a change outside the maintenance windows that says why',
        approved(normal({ ...lateAtNight, deviationReason: 'The shop closes at midnight.' })),
        ['GEN-4.4b'],
      ],
    ]),
    ...refusedWithoutReason('implement', [
      ['an untested change that does not say why', approved(normal(untested)), ['GEN-4.3a']],
      ['a change outside the maintenance windows that does not say why', approved(normal(lateAtNight)), ['GEN-4.4b']],
    ]),
    ...refused('implement', [
      ['a change without a description', approved(normal({ description: null })), ['GEN-4.1a']],
      ['a change without a justification', approved(normal({ businessJustification: null })), ['GEN-4.1b']],
      ['a change without an impact assessment', approved(normal({ impactAnalysis: null })), ['GEN-4.1c']],
      ['a change without a rollback plan', approved(normal({ rollbackSteps: null })), ['GEN-4.1d', 'GEN-4.5']],
      ['a change without a date', approved(normal({ plannedStart: null })), ['GEN-4.1e']],
      ['a change without testing steps', approved(normal({ testPlan: null })), ['GEN-4.1f']],
      ['a change made an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
      ['a change made an emergency because of a deadline', emergency({ emergencyReason: 'Deadline' }), ['GEN-3e1']],
      ['a change that somebody else asks for', approved(normal({}, { requesters: [OUTSIDER] })), ['GEN-5a']],
      ['a change that lost an approval', voted(normal(), LEAD, CTO, { ...LEAD, decision: 'withdraw' }), REVIEW],
      ['a high-risk change that the CTO approved first', voted(high(), CTO, LEAD), ['GEN-5c']],
      ['a standard change that names no entry', standard({ standardTemplate: null }), CATALOGUE],
      ...PLAN.map((field): Line => [
        `an approved change whose ${field} was edited since`,
        since(approved(normal()), { [field]: 'Add a new user' }),
        REVIEW,
      ]),
      [
        'an approved change that begins a quarter of an hour later than was approved',
        since(approved(normal()), { plannedStart: '2026-03-03T20:15:00.000Z' }),
        REVIEW,
      ],
      [
        'an approved change that takes longer than was approved',
        since(approved(normal()), { plannedEnd: '2026-03-03T22:00:00.000Z' }),
        REVIEW,
      ],
      ['an approved change whose risk was lowered since', since(approved(high()), { riskLevel: 'Low' }), REVIEW],
      [
        'an approved change made standard and high-risk',
        since(approved(high()), { changeType: 'Standard' }),
        [...CATALOGUE, ...REVIEW, 'GEN-5c'],
      ],
    ]),
    ...allowed('complete', [['a change with a person responsible', normal({ testResults: null, tester: null })]]),
    ...refused('complete', [
      ['a change without a person responsible', normal({ implementer: null }), ['GEN-6b']],
      ['a change that somebody else implemented', normal({ implementer: OUTSIDER }), ['GEN-5a']],
      ['a change that the CTO implemented', normal({ implementer: CTO.by, tester: ADMIN }), ['GEN-5a']],
      ['a change that the Security Lead implemented', normal({ implementer: LEAD.by }), ['GEN-5a']],
    ]),
  ];
};
