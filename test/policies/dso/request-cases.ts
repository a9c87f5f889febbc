import type { Gate } from '../../../src/domain/change/lifecycle';
import { allowed, refused, refusedWithoutReason, warned, type DecisionCase, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import { UNREAD } from '../scene';
import {
  APPROVAL,
  APPROVER,
  DEVELOPER,
  dsoScene,
  EMERGENCY_APPROVAL,
  HEAD,
  OFFICER,
  PLATFORM,
  SECURITY,
  SIGN_OFF,
  UNDOCUMENTED,
} from './scene';

/** What a request needs besides its tests. */
const REQUEST = ['businessJustification', 'scope', 'impactAnalysis', 'rollbackSteps'];
const AXES = ['securityImpact', 'availabilityImpact', 'operationsImpact'];

/** The policy of DevSecOpsBook before a change is implemented. */
export const requestCases: DecisionTable = (policy) => {
  const { normal, standard, emergency, regulated, voted, since, approved, excepted } = dsoScene(policy);
  const second = { by: 'account-second', roles: ['change-approver'] };
  const asks = { exceptionTo: ['DSO-3.4a'], deviationReason: 'No test system.', riskAssessment: 'Low: one page.' };

  return [
    ...allowed('submit', [
      ['a complete normal change', normal()],
      ['a change that is neither tested nor assessed yet', normal({ testResults: null, securityImpact: null })],
      ['a standard change of the catalogue', standard()],
      ['a standard change that names its entry by its id', standard({ standardTemplate: 'routine-patching' })],
      ['an emergency of which nothing is known but the incident', emergency(UNDOCUMENTED)],
    ]),
    ...refused('submit', [
      ...[...REQUEST, 'plannedStart', 'plannedEnd'].map((field): Line => [
        `a change without ${field}`,
        normal({ [field]: null }),
        ['DSO-3.2b'],
      ]),
      ['a standard change without a scope', standard({ scope: null }), ['DSO-3.2b']],
      ['a change whose rollback plan cannot be read', normal({ rollbackSteps: UNREAD }), ['DSO-3.2b']],
      ['a standard change that names no entry', standard({ standardTemplate: null }), ['DSO-3.1a']],
      ['a standard change of an entry that does not exist', standard({ standardTemplate: 'Rebuild' }), ['DSO-3.1a']],
      ['a standard change of some risk', standard({ operationsImpact: 'Medium' }), ['DSO-3.1a']],
      ['a standard change whose risk is not assessed', standard({ securityImpact: null }), ['DSO-3.1a']],
      ['an emergency without a cause', emergency({ incident: null }), ['DSO-3.1c']],
    ]),
    ...allowed('authorize', [
      ['an approved normal change', approved(normal())],
      ['an approved change of high risk', approved(normal({ availabilityImpact: 'High' }))],
      ['a standard change, which nobody approves again', standard()],
      ['an approved change that was not tested in an environment yet', approved(normal({ testedIn: null }))],
      ['an emergency that is approved and not documented', approved(emergency(UNDOCUMENTED))],
      ['a change of regulated data that both have approved', voted(regulated(), APPROVER, SECURITY)],
      ['a change of security controls that both have approved', controls(APPROVER, SECURITY)],
      ['a standard change of regulated data that was signed off', voted(standardOnRegulated(), SECURITY)],
    ]),
    ...refused('authorize', [
      ...REQUEST.map((field): Line => [
        `an approved change without ${field}`,
        approved(normal({ [field]: null })),
        ['DSO-3.1b'],
      ]),
      ...AXES.map((field): Line => [
        `an approved change without ${field}`,
        approved(normal({ [field]: null })),
        ['DSO-3.1b', 'DSO-3.2c'],
      ]),
      ['an approved change without test results', approved(normal({ testResults: null })), ['DSO-3.1b', 'DSO-3.2b']],
      ['a standard change without test results', standard({ testResults: null }), ['DSO-3.2b']],
      ['a standard change whose risk is not assessed', standard({ securityImpact: null }), ['DSO-3.1a', 'DSO-3.2c']],
      ['a standard change of high risk', standard({ securityImpact: 'High' }), ['DSO-3.1a']],
      ['a change that nobody has approved', normal(), APPROVAL],
      ['a change that only the Security Team approved', voted(normal(), SECURITY), APPROVAL],
      ['a change that another approver declined', voted(normal(), APPROVER, declining(second)), APPROVAL],
      ['a change that was edited since it was approved', since(approved(normal()), { scope: 'Everything.' }), APPROVAL],
      ['a change whose votes cannot be read', { ...normal(), votes: UNREAD }, APPROVAL],
      ['an emergency that nobody has approved', emergency(), EMERGENCY_APPROVAL],
      ['an emergency without a cause', approved(emergency({ incident: null })), ['DSO-3.1c']],
      ...ungranted(),
    ]),
    ...signedOff('authorize'),
    ...byOthers('authorize'),
    ...allowed('expedite', [
      ['an approved emergency of which nothing is known but the incident', approved(emergency(UNDOCUMENTED))],
      [
        'an approved emergency of which nothing is known but its reason',
        approved(emergency({ ...UNDOCUMENTED, incident: null, emergencyReason: 'Restore service' })),
      ],
      [
        'an emergency of regulated data that both have approved',
        voted(emergency({ ...UNDOCUMENTED, dataClass: 'Regulated' }), APPROVER, SECURITY),
      ],
    ]),
    ...refused('expedite', [
      ['an emergency that nobody has approved', emergency(), EMERGENCY_APPROVAL],
      [
        'an emergency that another approver declined',
        voted(emergency(), APPROVER, declining(second)),
        EMERGENCY_APPROVAL,
      ],
      ['an emergency without a cause', approved(emergency({ incident: null })), ['DSO-3.1c']],
      ['an emergency whose incident is a word', approved(emergency({ incident: ['yes'] })), ['DSO-3.1c']],
      ['an approved normal change', approved(normal({ incident: ['INC-1'] })), ['DSO-3.1c']],
      ['a standard change', standard({ incident: ['INC-1'] }), ['DSO-3.1c']],
      ['an emergency that nobody is named to implement', approved(emergency({ implementer: null })), ['DSO-4']],
      ['an emergency that the developer implements', approved(emergency({ implementer: DEVELOPER })), ['DSO-4']],
      ['an emergency that says nothing of its data', approved(emergency({ dataClass: null })), ['DSO-3.3b']],
      ['an emergency of regulated data without sign-off', approved(emergency({ dataClass: 'Regulated' })), SIGN_OFF],
      [
        'an emergency whose implementer cannot be read',
        approved(emergency({ implementer: UNREAD })),
        ['DSO-3.3a', 'DSO-3.7a', 'DSO-4'],
      ],
      [
        'an emergency that its implementer approved',
        voted(emergency(), { by: PLATFORM, roles: ['change-approver'] }),
        EMERGENCY_APPROVAL,
      ],
      ['an emergency whose exception nobody granted', approved(emergency(asks)), ['DSO-5']],
    ]),
    ...refusedWithoutReason('authorize', [
      [
        'a change whose exception has no reason',
        excepted(normal({ ...asks, deviationReason: null }), APPROVER),
        ['DSO-5'],
      ],
    ]),
    ...allowed('authorize', [['a change whose exception both have granted', excepted(normal(asks), APPROVER)]]),
    ...warned('authorize', [
      [
        'a change without test results whose exception both have granted',
        excepted(normal({ ...asks, exceptionTo: ['DSO-3.1b', 'DSO-3.2b'], testResults: null }), APPROVER),
        ['DSO-3.1b', 'DSO-3.2b'],
      ],
    ]),
  ];

  function controls(...votes: Parameters<typeof voted>[1][]) {
    return voted(normal({ securityControls: 'Yes' }), ...votes);
  }

  function standardOnRegulated() {
    return standard({ dataClass: 'Regulated' });
  }

  function ungranted(): readonly Line[] {
    return [
      ['a change whose exception nobody granted', approved(normal(asks)), ['DSO-5']],
      ['a change whose exception the Head of Engineering granted', voted(normal(asks), APPROVER, HEAD), ['DSO-5']],
      ['a change whose exception the Security Officer granted', voted(normal(asks), APPROVER, OFFICER), ['DSO-5']],
      [
        'a change whose exception was not assessed for risk',
        excepted(normal({ ...asks, riskAssessment: null }), APPROVER),
        ['DSO-5'],
      ],
      [
        'a change that asks for an exception from nothing',
        excepted(normal({ ...asks, exceptionTo: ['DSO-3.9'] }), APPROVER),
        ['DSO-5'],
      ],
      [
        'an approved change that asks for an exception since',
        since(excepted(normal(), APPROVER), asks),
        [...APPROVAL, 'DSO-5'],
      ],
    ];
  }

  /** What calls for the sign-off of the Security Team. */
  function signedOff(gate: Gate): readonly DecisionCase[] {
    return refused(gate, [
      ['a change of regulated data without sign-off', approved(regulated()), SIGN_OFF],
      ['a change of security controls without sign-off', controls(APPROVER), SIGN_OFF],
      ['a standard change of regulated data without sign-off', standardOnRegulated(), SIGN_OFF],
      [
        'a change of regulated data that somebody of the Security Team declined',
        voted(regulated(), APPROVER, SECURITY, declining({ by: 'account-analyst', roles: ['security-team'] })),
        SIGN_OFF,
      ],
      ['a change that says nothing of its data', approved(normal({ dataClass: null })), ['DSO-3.3b']],
      ['a change that says nothing of security controls', approved(normal({ securityControls: null })), ['DSO-3.3b']],
      ['a change whose data class cannot be read', approved(normal({ dataClass: UNREAD })), [...APPROVAL, 'DSO-3.3b']],
    ]);
  }

  /** Who may not approve. */
  function byOthers(gate: Gate): readonly DecisionCase[] {
    const own = { by: DEVELOPER, roles: ['change-approver'] };
    return refused(gate, [
      ['a change that its requester approved', voted(normal(), own), APPROVAL],
      [
        'a change that its implementer approved',
        voted(normal(), { by: PLATFORM, roles: ['change-approver'] }),
        APPROVAL,
      ],
      [
        'a change whose implementer cannot be read',
        approved(normal({ implementer: UNREAD })),
        ['DSO-3.7a', ...APPROVAL],
      ],
    ]);
  }
};

function declining(ballot: { readonly by: string; readonly roles: readonly string[] }) {
  return { ...ballot, decision: 'decline' } as const;
}
