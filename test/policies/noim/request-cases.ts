import type { FieldId } from '../../../src/domain/change/change-field';
import { allowed, refused, refusedWithoutReason, warned, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { UNREAD, type Ballot } from '../scene';
import {
  APPROVAL,
  ASSESSMENT,
  AUTHORITY,
  EMERGENCY_AUTHORITY,
  IN_FREEZE,
  IN_SOFT_FREEZE,
  noimScene,
  ROLLBACK,
} from './scene';

/** What a request documents besides its rollback plan (3.1). */
const REQUEST = ['description', 'businessJustification', 'services', 'impactAnalysis'];

/** What its technical review looks at (3.2). */
const REVIEW = ['riskAssessment', 'dependencyImpact', 'testPlan'];

/** What an approval is an approval of, besides the type, and an edit of each that asks for nothing else. */
const EDITS: Readonly<Record<FieldId, string | readonly string[]>> = {
  summary: 'Move it',
  description: 'Twice.',
  businessJustification: 'Because.',
  services: ['Shop', 'Payments'],
  impactAnalysis: 'None.',
  riskAssessment: 'None.',
  dependencyImpact: 'None.',
  testPlan: 'None.',
  rollbackSteps: 'Backwards.',
  rollbackOwner: 'account-other',
  rollbackTrigger: 'Never.',
  plannedStart: '2026-03-03T20:15:00.000Z',
  plannedEnd: '2026-03-03T22:00:00.000Z',
};

const LATE_AT_NIGHT = { plannedStart: '2026-03-04T01:00:00.000Z', plannedEnd: '2026-03-04T02:00:00.000Z' };

/** noIM₃'s normal and standard changes until they are implemented, however its contradictions are answered. */
export const requestCases: DecisionTable = (policy) => {
  const { normal, standard, emergency, voted, since, approved } = noimScene(policy);
  const declined: Ballot = { by: 'account-second', roles: ['change-authority'], decision: 'decline' };
  const unplanned = { plannedStart: null, plannedEnd: null };
  const why = { deviationReason: 'The shop closes at midnight.' };

  return [
    ...allowed('submit', [
      ['a documented request', normal()],
      ['a request that is not assessed or scheduled yet', normal({ riskAssessment: null, plannedStart: null })],
      ['a request without somebody responsible for its rollback', normal({ rollbackOwner: null })],
      ['a standard change that says only what it is', standard({ businessJustification: null, rollbackSteps: null })],
    ]),
    ...refused('submit', [
      ...[...REQUEST, 'rollbackSteps'].map((field): Line => [
        `a request without ${field}`,
        normal({ [field]: null }),
        ['NOIM-3.1'],
      ]),
      ['a request whose rationale cannot be read', normal({ businessJustification: UNREAD }), ['NOIM-3.1']],
      ['a standard change that says nothing', standard({ description: null }), ['NOIM-2s']],
      ['a standard change that is no routine job', standard({ standardTemplate: null }), ['NOIM-2s']],
    ]),
    ...allowed('authorize', [
      ['an approved change', approved(normal())],
      ['an approved change for a reason of emergencies', approved(normal({ emergencyReason: 'A deadline' }))],
      [
        'a standard change without approval, assessment or rollback plan',
        standard({ ...bare(), riskAssessment: null }),
      ],
    ]),
    ...warned('authorize', [
      [
        'a change outside the maintenance windows that says why',
        approved(normal({ ...LATE_AT_NIGHT, ...why })),
        ['NOIM-3.4'],
      ],
    ]),
    ...refusedWithoutReason('authorize', [
      ['a change outside the maintenance windows that does not say why', approved(normal(LATE_AT_NIGHT)), ['NOIM-3.4']],
      [
        'a standard change outside the maintenance windows that does not say why',
        standard(LATE_AT_NIGHT),
        ['NOIM-3.4'],
      ],
    ]),
    ...refused('authorize', [
      ...REVIEW.map((field): Line => [`a change without ${field}`, approved(normal({ [field]: null })), ASSESSMENT]),
      ['a change without a rollback plan', approved(normal({ rollbackSteps: null })), ROLLBACK],
      ['a change with nobody to roll it back', approved(normal({ rollbackOwner: null })), ['NOIM-4b']],
      ['a change that is never rolled back', approved(normal({ rollbackTrigger: null })), ['NOIM-4b']],
      ['a change that nobody approved', normal(), APPROVAL],
      ['a change that only the emergency authority approved', voted(normal(), EMERGENCY_AUTHORITY), APPROVAL],
      ['a change that another of the authority declined', voted(normal(), AUTHORITY, declined), APPROVAL],
      ['a change whose votes cannot be read', { ...normal(), votes: UNREAD }, APPROVAL],
      ['a change without a start', approved(normal({ plannedStart: null })), ['NOIM-2n', 'NOIM-6']],
      ['a change without an end', approved(normal({ plannedEnd: null })), ['NOIM-2n', 'NOIM-6']],
      ['a standard change without a plan', standard(unplanned), ['NOIM-6']],
      ['a change that is planned for a freeze', approved(normal(IN_FREEZE)), ['NOIM-6']],
      ['a standard change that is planned for a freeze', standard(IN_FREEZE), ['NOIM-6']],
      ['a change that is planned for a soft freeze', approved(normal(IN_SOFT_FREEZE)), ['NOIM-6']],
      [
        'a change while the calendar cannot be read',
        { ...approved(normal()), windows: UNREAD },
        ['NOIM-6', 'NOIM-3.4'],
      ],
    ]),
    ...allowed('implement', [
      ['an approved change', approved(normal())],
      ['a standard change without approval or rollback plan', standard(bare())],
      ['an approved change whose results are written since', since(approved(normal()), { testResults: 'Good.' })],
    ]),
    ...warned('implement', [
      [
        'a change outside the maintenance windows that says why',
        approved(normal({ ...LATE_AT_NIGHT, ...why })),
        ['NOIM-3.4'],
      ],
    ]),
    ...refusedWithoutReason('implement', [
      ['a change outside the maintenance windows that does not say why', approved(normal(LATE_AT_NIGHT)), ['NOIM-3.4']],
    ]),
    ...refused('implement', [
      ...Object.entries(EDITS).map(([field, value]): Line => [
        `an approved change whose ${field} was edited since`,
        since(approved(normal()), { [field]: value }),
        APPROVAL,
      ]),
      ['an approved emergency made a normal change', since(approved(emergency()), { changeType: 'Normal' }), APPROVAL],
      ...REQUEST.map((field): Line => [`a change without ${field}`, approved(normal({ [field]: null })), ['NOIM-3.1']]),
      ['a change without a rollback plan', approved(normal({ rollbackSteps: null })), ['NOIM-3.1', ...ROLLBACK]],
      ['a change with nobody to roll it back', approved(normal({ rollbackOwner: null })), ['NOIM-4b']],
      ['a change that is not assessed', approved(normal({ dependencyImpact: null })), ASSESSMENT],
      ['a change without a schedule', approved(normal(unplanned)), ['NOIM-2n', 'NOIM-6']],
      ['a change that nobody approved', normal(), APPROVAL],
      ['a standard change that says nothing', standard({ description: null }), ['NOIM-2s']],
      ['a change that is planned for a freeze', approved(normal(IN_FREEZE)), ['NOIM-6']],
      ['a change in a freeze that it was not planned for', approved(normal()), ['NOIM-6'], '2026-12-24T12:00:00.000Z'],
    ]),
    ...refused('expedite', [
      ['an approved normal change', approved(normal({ emergencyReason: 'Restore service' })), ['NOIM-2e', 'NOIM-5a']],
      ['a standard change', standard(), ['NOIM-2e', 'NOIM-5a']],
    ]),
  ];
};

function bare() {
  return { rollbackSteps: null, rollbackOwner: null, rollbackTrigger: null };
}
