import type { DecisionTable } from '../decision-table';
import { allowed, refused, refusedWithoutReason, warned } from '../decision-case';
import { UNREAD } from '../scene';
import { CATALOGUE, CTO, genericScene, LEAD, NOTHING, OUTSIDER, REVIEW } from './scene';

/** The generic policy before a change is implemented. */
export const requestCases: DecisionTable = (policy) => {
  const { normal, high, standard, emergency, voted, since, approved } = genericScene(policy);
  const lateAtNight = { plannedStart: '2026-03-04T01:00:00.000Z', plannedEnd: '2026-03-04T02:00:00.000Z' };
  return [
    ...allowed('submit', [
      ['a complete normal change', normal()],
      ['a normal change with a reason that is for emergencies', normal({ emergencyReason: 'Meet a deadline' })],
      ['a complete standard change of the catalogue', standard()],
      ['a standard change of the other entry', standard({ standardTemplate: 'routine-software-update' })],
      ['an emergency of which nothing is known but the reason', emergency(NOTHING)],
      ['a change that is planned for outside the maintenance windows', normal(lateAtNight)],
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
      ['a standard change of moderate risk', standard({ riskLevel: 'Medium' }), CATALOGUE],
      [
        'a standard update of high risk',
        standard({ standardTemplate: 'routine-software-update', riskLevel: 'High' }),
        CATALOGUE,
      ],
      ['a change whose description cannot be read', normal({ description: UNREAD }), ['GEN-4.1a']],
      ['an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
      ['an emergency because of a deadline', emergency({ emergencyReason: 'Meet a deadline' }), ['GEN-3e1']],
      ['a change that somebody else asks for', normal({}, { requesters: [OUTSIDER] }), ['GEN-5a']],
      ['a change that the Security Lead asks for', normal({}, { requesters: [LEAD.by] }), ['GEN-5a']],
      ['a change that the CTO asks for', normal({}, { requesters: [CTO.by] }), ['GEN-5a']],
    ]),
    ...allowed('authorize', [
      ['a normal change that both have approved', approved(normal())],
      ['a normal change that the CTO approved first', voted(normal(), CTO, LEAD)],
      ['a high-risk change that the CTO approved last', approved(high())],
      ['a standard change, which nobody approves again', standard()],
      ['a high-risk emergency, which nobody approves yet', emergency({ riskLevel: 'High' })],
      ['an emergency outside the maintenance windows', emergency(lateAtNight)],
    ]),
    ...warned('authorize', [
      [
        'a change outside the maintenance windows that says why',
        approved(normal({ ...lateAtNight, deviationReason: 'The shop closes at midnight.' })),
        ['GEN-4.4b'],
      ],
    ]),
    ...refusedWithoutReason('authorize', [
      ['a change outside the maintenance windows that does not say why', approved(normal(lateAtNight)), ['GEN-4.4b']],
    ]),
    ...refused('authorize', [
      ['a normal change that nobody has approved', normal(), REVIEW],
      ['a normal change without the CTO', voted(normal(), LEAD), REVIEW],
      ['a normal change without the Security Lead', voted(normal(), CTO), REVIEW],
      [
        'a change that both approved and one then declined',
        voted(normal(), LEAD, CTO, { ...CTO, decision: 'decline' }),
        REVIEW,
      ],
      [
        'a change that both approved and a second Security Lead declined',
        voted(normal(), LEAD, CTO, { by: 'account-deputy', roles: ['security-lead'], decision: 'decline' }),
        REVIEW,
      ],
      ['a change approved by another role', voted(normal(), LEAD, { by: 'account-admin' }), REVIEW],
      ['a high-risk change that the CTO approved first', voted(high(), CTO, LEAD), ['GEN-5c']],
      [
        'a high-risk change that a second CTO declined',
        voted(high(), LEAD, CTO, { by: 'account-deputy', roles: ['cto'], decision: 'decline' }),
        [...REVIEW, 'GEN-5c'],
      ],
      ['a high-risk change that nobody has approved', high(), [...REVIEW, 'GEN-5c']],
      [
        'a high-risk standard change that nobody has approved',
        standard({ riskLevel: 'High' }),
        [...CATALOGUE, ...REVIEW, 'GEN-5c'],
      ],
      [
        'a standard change of moderate risk that nobody has approved',
        standard({ riskLevel: 'Medium' }),
        [...CATALOGUE, ...REVIEW],
      ],
      ['a change made an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
      ['a change made an emergency because of a deadline', emergency({ emergencyReason: 'Deadline' }), ['GEN-3e1']],
      ['a standard change that names no entry', standard({ standardTemplate: null }), CATALOGUE],
      ['a change whose votes cannot be read', { ...normal(), votes: UNREAD }, REVIEW],
      ['a change whose risk cannot be read', approved(normal({ riskLevel: UNREAD })), [...REVIEW, 'GEN-5c']],
      ['a change edited since both approved it', since(approved(normal()), { description: 'Twice.' }), REVIEW],
    ]),
    ...allowed('expedite', [
      ['an emergency with its reason, and nothing else', emergency(NOTHING)],
      ['an emergency to fix a security issue', emergency({ ...NOTHING, emergencyReason: 'fix a security issue' })],
    ]),
    ...refused('expedite', [
      ['an emergency without a reason', emergency({ emergencyReason: null }), ['GEN-3e1']],
      ['an emergency because of a deadline', emergency({ emergencyReason: 'Meet a deadline' }), ['GEN-3e1']],
      ['a normal change', approved(normal({ emergencyReason: 'Restore service' })), ['GEN-3n', 'GEN-3e2']],
      [
        'a normal change for a reason that is none',
        approved(normal({ emergencyReason: 'Deadline' })),
        ['GEN-3n', 'GEN-3e2'],
      ],
      ['a standard change', standard(), ['GEN-3n', 'GEN-3e2']],
      ['an emergency that somebody else declares', emergency(NOTHING, { requesters: [OUTSIDER] }), ['GEN-5a']],
    ]),
  ];
};
