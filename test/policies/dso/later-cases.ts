import type { FieldId } from '../../../src/domain/change/change-field';
import { allowed, refused, warned, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { UNREAD, type Fields } from '../scene';
import {
  APPROVAL,
  APPROVER,
  BOARD,
  DEVELOPER,
  dsoScene,
  EMERGENCY_APPROVAL,
  OTHERS,
  PLATFORM,
  REVIEWER,
  SECURITY,
  SIGN_OFF,
  UNDOCUMENTED,
} from './scene';

const REQUEST = ['businessJustification', 'scope', 'impactAnalysis', 'rollbackSteps'];
const AXES = ['securityImpact', 'availabilityImpact', 'operationsImpact'];
const SUITES = ['Unit', 'Integration', 'Security'];

/** What an approval is an approval of, besides the type, and an edit of each that asks for nothing else. */
const EDITS: Readonly<Record<FieldId, string>> = {
  summary: 'Move it',
  businessJustification: 'Because.',
  scope: 'Everything.',
  dataClass: 'Public',
  securityControls: 'None',
  impactAnalysis: 'None.',
  securityImpact: 'Medium',
  availabilityImpact: 'Medium',
  operationsImpact: 'Medium',
  rollbackSteps: 'Backwards.',
  testResults: 'Nine of ten.',
  plannedStart: '2026-03-03T20:15:00.000Z',
  plannedEnd: '2026-03-03T22:00:00.000Z',
  standardTemplate: 'Routine patching',
};

/** The policy of DevSecOpsBook while a change is implemented and when it is closed. */
export const laterCases: DecisionTable = (policy) => {
  const { normal, standard, emergency, regulated, voted, since, approved, reviewed, excepted } = dsoScene(policy);
  const asks: Fields = {
    exceptionTo: ['DSO-3.4a'],
    deviationReason: 'No test system.',
    riskAssessment: 'Low: one page.',
  };
  const inProduction = { testedIn: 'Production' };
  const code = { tags: ['Code'] };
  const own = { by: DEVELOPER, gate: 'close', roles: ['change-advisory-board'] } as const;

  return [
    ...allowed('implement', [
      ['an approved and tested change', approved(normal())],
      ['an approved change of code, which needs no other review', approved(normal(code))],
      ['a standard change without code', standard()],
      ['a standard change of reviewed code', standard({ ...code, codeReview: 'https://code.example/reviews/7' })],
      ['a change that was tested in development', approved(normal({ testedIn: 'Development' }))],
      ['a change that was tested in the test environment', approved(normal({ testedIn: 'test' }))],
      ['an approved emergency that came the long way, undocumented', approved(emergency(UNDOCUMENTED))],
      ['a change of regulated data that both have approved', voted(regulated(), APPROVER, SECURITY)],
      ['an approved change whose verification is written since', since(approved(normal()), { verification: 'Fine.' })],
      ['a change tested in production to which both agreed', excepted(normal({ ...asks, ...inProduction }), APPROVER)],
    ]),
    ...warned('implement', [
      [
        'a change that was tested nowhere, to which both agreed',
        excepted(normal({ ...asks, testedIn: null }), APPROVER),
        ['DSO-3.4a'],
      ],
    ]),
    ...refused('implement', [
      ...Object.entries(EDITS).map(([field, value]): Line => [
        `an approved change whose ${field} was edited since`,
        since(approved(normal()), { [field]: value }),
        APPROVAL,
      ]),
      ['an approved emergency made a normal change', since(approved(emergency()), { changeType: 'Normal' }), APPROVAL],
      ...REQUEST.map((field): Line => [
        `a change without ${field}`,
        approved(normal({ [field]: null })),
        ['DSO-3.1b', 'DSO-3.2b'],
      ]),
      ['a change without test results', approved(normal({ testResults: null })), ['DSO-3.1b', 'DSO-3.2b']],
      ['a standard change without test results', standard({ testResults: null }), ['DSO-3.2b']],
      ['a change without an end', approved(normal({ plannedEnd: null })), ['DSO-3.2b']],
      ['a change that is not assessed', approved(normal({ operationsImpact: null })), ['DSO-3.1b', 'DSO-3.2c']],
      ['a change made standard that names no entry', standard({ standardTemplate: null }), ['DSO-3.1a']],
      ['a change that nobody has approved', normal(), APPROVAL],
      ['an emergency that came the long way, approved by nobody', emergency(), EMERGENCY_APPROVAL],
      ['an emergency without a cause', approved(emergency({ incident: null })), ['DSO-3.1c']],
      ['a change of regulated data without sign-off', approved(regulated()), SIGN_OFF],
      ['a change that says nothing of security controls', approved(normal({ securityControls: null })), ['DSO-3.3b']],
      ['a standard change of code that nobody reviewed', standard(code), ['DSO-3.7a']],
      ['a standard change of code whose review is a word', standard({ ...code, codeReview: 'done' }), ['DSO-3.7a']],
      [
        'a change whose implementer cannot be read',
        approved(normal({ implementer: UNREAD })),
        ['DSO-3.7a', ...APPROVAL],
      ],
      ['a change that was tested nowhere', approved(normal({ testedIn: null })), ['DSO-3.4a']],
      ['a standard change that was tested nowhere', standard({ testedIn: null }), ['DSO-3.4a']],
      ['a change that was tested in production', approved(normal(inProduction)), ['DSO-3.4a']],
      ['an emergency that was tested in production', approved(emergency(inProduction)), ['DSO-3.4a']],
      [
        'a change tested in production to which nobody agreed',
        approved(normal({ ...asks, ...inProduction })),
        ['DSO-5'],
      ],
      ...SUITES.map((suite): Line => [
        `a change of which the suite ${suite} did not pass`,
        approved(normal({ testSuites: SUITES.filter((other) => other !== suite) })),
        ['DSO-3.4b'],
      ]),
      ['a change that nobody is named to implement', approved(normal({ implementer: null })), ['DSO-4']],
      ['a change that the developer implements', approved(normal({ implementer: DEVELOPER })), ['DSO-4']],
      [
        'a change that its approver implements',
        voted(normal({ implementer: PLATFORM }), { by: PLATFORM, roles: ['change-approver'] }),
        APPROVAL,
      ],
    ]),
    ...allowed('complete', [['a change that the platform team implements', normal(UNDOCUMENTED)]]),
    ...refused('complete', [
      ['a change that nobody is named to implement', normal({ implementer: null }), ['DSO-4']],
      ...OTHERS.map((implementer): Line => [
        `a change that ${implementer} implements`,
        normal({ implementer }),
        ['DSO-4'],
      ]),
    ]),
    ...allowed('close', [
      ['an approved, tested and verified change', approved(normal())],
      ['a verified standard change', standard()],
      ['an emergency that the board has reviewed', reviewed(emergency())],
      ['an emergency that a designated reviewer has reviewed', voted(emergency(), APPROVER, REVIEWER)],
      ['an emergency without a timeline', reviewed(emergency({ plannedStart: null, plannedEnd: null }))],
      ['a change of regulated data that both have approved', voted(regulated(), APPROVER, SECURITY)],
    ]),
    ...warned('close', [
      [
        'an emergency that was tested nowhere, to which both agreed',
        excepted(emergency({ ...asks, testedIn: null }), APPROVER, BOARD),
        ['DSO-3.4a'],
      ],
    ]),
    ...refused('close', [
      ['a change without a scope', approved(normal({ scope: null })), ['DSO-3.1b', 'DSO-3.2b']],
      ['a standard change without a scope', standard({ scope: null }), ['DSO-3.2b']],
      ['a standard change without test results', standard({ testResults: null }), ['DSO-3.2b']],
      ['a change that is not assessed', approved(normal({ securityImpact: null })), ['DSO-3.1b', 'DSO-3.2c']],
      ['a change called standard afterwards that names no entry', standard({ standardTemplate: null }), ['DSO-3.1a']],
      ['a standard change of code that nobody reviewed', standard(code), ['DSO-3.7a']],
      ['a change called normal afterwards, which nobody approved', normal(), APPROVAL],
      ['a change of regulated data without sign-off', approved(regulated()), SIGN_OFF],
      ['a change that says nothing of its data', approved(normal({ dataClass: null })), ['DSO-3.3b']],
      ['a change that was tested nowhere', approved(normal({ testedIn: null })), ['DSO-3.4a']],
      ['a change that was tested in production', approved(normal(inProduction)), ['DSO-3.4a']],
      ['a change of which no suite passed', approved(normal({ testSuites: null })), ['DSO-3.4b']],
      ...SUITES.map((suite): Line => [
        `an emergency of which the suite ${suite} did not pass`,
        reviewed(emergency({ testSuites: SUITES.filter((other) => other !== suite) })),
        ['DSO-3.4b'],
      ]),
      ['an emergency that was tested nowhere', reviewed(emergency({ testedIn: null })), ['DSO-3.4a']],
      ['a change without a pipeline run', approved(normal({ pipelineRun: null })), ['DSO-3.5a']],
      ['a change whose pipeline run is a word', approved(normal({ pipelineRun: 'yes' })), ['DSO-3.5a']],
      ['a change that nobody verified', approved(normal({ verification: null })), ['DSO-3.5b']],
      ['a change without an outcome', approved(normal({ outcome: null })), ['DSO-3.5b']],
      ['a change that the developer implemented', approved(normal({ implementer: DEVELOPER })), ['DSO-4']],
      [
        'a change whose implementer cannot be read',
        approved(normal({ implementer: UNREAD })),
        ['DSO-3.7a', ...APPROVAL],
      ],
      ['a change whose exception nobody granted', approved(normal(asks)), ['DSO-5']],
      ...[...REQUEST, 'testResults'].map((field): Line => [
        `an emergency without ${field}`,
        reviewed(emergency({ [field]: null })),
        ['DSO-3.1c', 'DSO-3.2b'],
      ]),
      ...AXES.map((field): Line => [
        `an emergency without ${field}`,
        reviewed(emergency({ [field]: null })),
        ['DSO-3.2c'],
      ]),
      ['an emergency without a cause', reviewed(emergency({ incident: null })), ['DSO-3.1c']],
      ['an emergency that nobody approved', voted(emergency(), BOARD), EMERGENCY_APPROVAL],
      ['an emergency that nobody reviewed', approved(emergency()), ['DSO-3.6b']],
      [
        'an emergency that was documented since it was approved and reviewed',
        since(reviewed(emergency({ scope: null })), { scope: 'The database.' }),
        [...EMERGENCY_APPROVAL, 'DSO-3.6b'],
      ],
      ['an emergency whose requester reviewed it', voted(emergency(), APPROVER, own), ['DSO-3.6b']],
      [
        'an emergency that the board approved and a designated reviewer declined',
        voted(emergency(), APPROVER, BOARD, { ...REVIEWER, decision: 'decline' }),
        ['DSO-3.6b'],
      ],
    ]),
  ];
};
