import type { Gate } from '../../../src/domain/change/lifecycle';
import { allowed, refused, whereAnswered, type DecisionCase, type Line } from '../decision-case';
import type { DecisionTable } from '../decision-table';
import {
  AT_ONCE,
  AUTHORITY,
  EMERGENCY_AUTHORITY,
  FREEZE_FIRST,
  FROZEN,
  IN_FREEZE,
  noimScene,
  OWN_AUTHORITY,
  PLAN_FIRST,
  ROLLBACK,
  UNDOCUMENTED,
} from './scene';

const PLAN = { rollbackSteps: 'Restart it.', rollbackOwner: 'account-other', rollbackTrigger: 'It stays down.' };
const PARTS = Object.keys(PLAN);

/** Gates at which an emergency is held against the answers to the contradictions, whichever way it goes. */
const AHEAD: readonly Gate[] = ['authorize', 'expedite', 'implement'];

/** noIM₃'s emergencies, with answers both ways to each contradiction. */
export const emergencyCases: DecisionTable = (policy) => {
  const { normal, standard, emergency, voted, reviewed, since } = noimScene(policy);
  const undocumented = (fields = {}) => emergency({ ...UNDOCUMENTED, ...fields });

  const reasons = (gate: Gate): readonly DecisionCase[] => [
    ...allowed(gate, [
      ['an emergency to restore service', undocumented()],
      [
        'an emergency because of a critical security vulnerability',
        undocumented({ emergencyReason: 'Address a critical security vulnerability' }),
      ],
      ['an emergency to prevent data loss', undocumented({ emergencyReason: 'prevent imminent data loss' })],
    ]),
    ...refused(gate, [
      ['an emergency without a reason', undocumented({ emergencyReason: null }), ['NOIM-2e']],
      ['an emergency because of a deadline', undocumented({ emergencyReason: 'Deadline' }), ['NOIM-2e']],
    ]),
  ];

  return [
    ...(['submit', ...AHEAD] as const).flatMap(reasons),
    ...whereAnswered(AT_ONCE, [
      ...AHEAD.flatMap((gate) => allowed(gate, [['an emergency in a freeze', undocumented(), [], FROZEN]])),
      ...AHEAD.flatMap((gate) => allowed(gate, [['an emergency planned for a freeze', undocumented(IN_FREEZE)]])),
    ]),
    ...whereAnswered(PLAN_FIRST, [
      ...AHEAD.flatMap((gate) => [
        ...allowed(gate, [['an emergency with its rollback plan, and nothing else', undocumented(PLAN)]]),
        ...refused(gate, [
          ['an emergency without a rollback plan', undocumented(), ROLLBACK],
          ...PARTS.map((part): Line => [
            `an emergency without ${part}`,
            undocumented({ ...PLAN, [part]: null }),
            ROLLBACK,
          ]),
        ]),
      ]),
      ...allowed('authorize', [['a standard change without a rollback plan', standard({ rollbackSteps: null })]]),
    ]),
    ...whereAnswered(FREEZE_FIRST, [
      ...AHEAD.flatMap((gate) => [
        ...allowed(gate, [['an emergency planned outside every freeze', emergency()]]),
        ...refused(gate, [
          ['an emergency planned for a freeze', emergency(IN_FREEZE), ['NOIM-6']],
          ['an emergency that does not say when', undocumented(), ['NOIM-6']],
        ]),
      ]),
      ...refused('expedite', [['an emergency in a freeze', emergency(), ['NOIM-6'], FROZEN]]),
    ]),
    ...allowed('complete', [
      ['an emergency of which the stakeholders were told', undocumented({ notified: 'All, by phone.' })],
      ['a normal change of which nobody was told', normal({ notified: null })],
    ]),
    ...refused('complete', [['an emergency of which nobody was told', emergency({ notified: null }), ['NOIM-5b']]]),
    ...allowed('close', [
      ['a documented emergency that the change authority has reviewed', reviewed(emergency())],
      [
        'a documented emergency without a plan or an assessment',
        reviewed(emergency({ plannedEnd: null, testPlan: null })),
      ],
    ]),
    ...refused('close', [
      ...['description', 'businessJustification', 'services', 'impactAnalysis'].map((field): Line => [
        `an emergency without ${field}`,
        reviewed(emergency({ [field]: null })),
        ['NOIM-2e', 'NOIM-3.1'],
      ]),
      [
        'an emergency without a rollback plan',
        reviewed(emergency({ rollbackSteps: null })),
        ['NOIM-2e', 'NOIM-3.1', ...ROLLBACK],
      ],
      ['an emergency that nobody would have rolled back', reviewed(emergency({ rollbackOwner: null })), ROLLBACK],
      ['an emergency without conditions to roll back', reviewed(emergency({ rollbackTrigger: null })), ROLLBACK],
      ['an emergency without a reason', reviewed(emergency({ emergencyReason: null })), ['NOIM-2e']],
      ['an emergency because of a deadline', reviewed(emergency({ emergencyReason: 'Deadline' })), ['NOIM-2e']],
      ['an emergency of which nobody was told', reviewed(emergency({ notified: null })), ['NOIM-5b']],
      ['an emergency that nobody reviewed', emergency(), ['NOIM-2e']],
      ['an emergency that was approved before, but not reviewed after', voted(emergency(), AUTHORITY), ['NOIM-2e']],
      [
        'an emergency that was documented since its review',
        since(reviewed(emergency({ description: null })), { description: 'Restarted.' }),
        ['NOIM-2e'],
      ],
      [
        'an emergency that the emergency authority reviewed',
        voted(emergency(), { ...EMERGENCY_AUTHORITY, gate: 'close' }),
        ['NOIM-2e'],
      ],
      ['an emergency whose review another declined', declined('change-authority', AUTHORITY.by), ['NOIM-2e']],
    ]),
    ...whereAnswered(OWN_AUTHORITY, [
      ...allowed('close', [
        ['a normal change that the change authority approved before', voted(normal(), AUTHORITY)],
        [
          'an emergency that the emergency authority reviewed',
          voted(emergency(), { ...EMERGENCY_AUTHORITY, gate: 'close' }),
        ],
      ]),
      ...refused('close', [
        ['an emergency that the change authority reviewed', reviewed(emergency()), ['NOIM-2e']],
        [
          'an emergency whose review another declined',
          declined('emergency-authority', EMERGENCY_AUTHORITY.by),
          ['NOIM-2e'],
        ],
      ]),
    ]),
  ];

  function declined(role: string, by: string) {
    return voted(
      emergency(),
      { by, gate: 'close' },
      { by: 'account-second', roles: [role], gate: 'close', decision: 'decline' },
    );
  }
};
