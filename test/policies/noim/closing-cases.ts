import { allowed, refused, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { APPROVAL, ASSESSMENT, noimScene, ROLLBACK } from './scene';

const REQUEST = ['description', 'businessJustification', 'services', 'impactAnalysis'];

/** noIM₃'s normal and standard changes when they are closed. */
export const closingCases: DecisionTable = (policy) => {
  const { normal, standard, approved } = noimScene(policy);
  return [
    ...allowed('close', [
      ['an approved and verified change', approved(normal())],
      [
        'a failed change that says what was encountered',
        approved(normal({ ...failed, issuesEncountered: 'No disk.' })),
      ],
      ['a verified standard change without approval', standard({ rollbackSteps: null, riskAssessment: null })],
      ['a normal change of which nobody was told', approved(normal({ notified: null }))],
    ]),
    ...refused('close', [
      ...REQUEST.map((field): Line => [`a change without ${field}`, approved(normal({ [field]: null })), ['NOIM-3.1']]),
      ['a change without a rollback plan', approved(normal({ rollbackSteps: null })), ['NOIM-3.1', ...ROLLBACK]],
      ['a change with nobody to roll it back', approved(normal({ rollbackOwner: null })), ['NOIM-4b']],
      ['a change that is not assessed', approved(normal({ testPlan: null })), ASSESSMENT],
      ['a change without a schedule', approved(normal({ plannedEnd: null })), ['NOIM-2n']],
      ['an emergency called normal afterwards, which nobody approved', normal(), APPROVAL],
      ['a change called standard afterwards that is no routine job', standard({ standardTemplate: null }), ['NOIM-2s']],
      ['a change that was not tested afterwards', approved(normal({ testResults: null })), ['NOIM-3.6']],
      ['a change that nobody verified', approved(normal({ verification: null })), ['NOIM-3.6']],
      ['a standard change that nobody verified', standard({ verification: null }), ['NOIM-3.6']],
      ['a change without an outcome', approved(normal({ outcome: null })), ['NOIM-3.7']],
      [
        'a change without an outcome that says what was encountered',
        approved(normal({ outcome: null, issuesEncountered: 'No disk.' })),
        ['NOIM-3.7'],
      ],
      ['a failed change that does not say what was encountered', approved(normal(failed)), ['NOIM-3.7']],
      [
        'a half-successful change that does not say what was encountered',
        approved(normal({ outcome: 'Partly successful' })),
        ['NOIM-3.7'],
      ],
    ]),
  ];
};

const failed = { outcome: 'Failed' };
