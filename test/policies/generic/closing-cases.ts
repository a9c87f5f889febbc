import type { DecisionTable } from '../decision-table';
import { allowed, refused } from '../decision-case';
import { CATALOGUE, CTO, genericScene, LEAD, LESSONS, OUTSIDER, RETROSPECTIVE, REVIEW } from './scene';

/** The generic policy when a change is closed. */
export const closingCases: DecisionTable = (policy) => {
  const { normal, high, standard, emergency, voted, since, approved, reviewed } = genericScene(policy);
  const { postImplementationReview } = LESSONS;
  return [
    ...allowed('close', [
      ['a documented normal change', approved(normal())],
      ['a documented high-risk change with its review and its meeting', approved(high(LESSONS))],
      ['a failed change with its review', approved(normal({ outcome: 'Failed', postImplementationReview }))],
      ['a documented standard change', standard()],
      ['a documented emergency that both have reviewed', reviewed(emergency())],
      ['a high-risk emergency with its review and its meeting', reviewed(emergency({ riskLevel: 'High', ...LESSONS }))],
      ['an emergency without a date', reviewed(emergency({ plannedStart: null }))],
      [
        'an emergency that the CTO reviewed first',
        voted(emergency(), { ...CTO, gate: 'close' }, { ...LEAD, gate: 'close' }),
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
      [
        'a change without rollback details',
        approved(normal({ rollbackSteps: null })),
        ['GEN-4.1d', 'GEN-4.5', 'GEN-6e'],
      ],
      ['a change that nobody verified', approved(normal({ verification: null })), ['GEN-6f']],
      ['a change without an outcome', approved(normal({ outcome: null })), ['GEN-4.4c']],
      [
        'a change whose outcome somebody else entered',
        since(approved(normal()), { outcome: 'Successful' }, OUTSIDER),
        ['GEN-4.4c'],
      ],
      [
        'a change whose verification the CTO entered',
        since(approved(normal()), { verification: 'Fine.' }, CTO.by),
        ['GEN-4.4c'],
      ],
      ['a change that somebody else implemented', approved(normal({ implementer: OUTSIDER })), ['GEN-5a']],
      ['a change that the CTO implemented', approved(normal({ implementer: CTO.by })), ['GEN-5a']],
      ['a change that the Security Lead implemented', approved(normal({ implementer: LEAD.by })), ['GEN-5a']],
      ['a change that nobody is said to have tested', approved(normal({ tester: null })), ['GEN-5a']],
      ['a change that somebody else tested', approved(normal({ tester: OUTSIDER })), ['GEN-5a']],
      ['a change that the CTO tested', approved(normal({ tester: CTO.by })), ['GEN-5a']],
      ['a change that the Security Lead tested', approved(normal({ tester: LEAD.by })), ['GEN-5a']],
      ['a high-risk change without a review', approved(high()), ['GEN-7a', 'GEN-7c']],
      ['a high-risk change without a meeting', approved(high({ postImplementationReview })), ['GEN-7c']],
      [
        'a high-risk change whose meeting is still to come',
        approved(high({ postImplementationReview, reviewMeeting: '2026-03-02T13:00:00.000Z' })),
        ['GEN-7c'],
      ],
      ['a high-risk emergency without a review', reviewed(emergency({ riskLevel: 'High' })), ['GEN-7a', 'GEN-7c']],
      ['a failed change without a review', approved(normal({ outcome: 'Failed' })), ['GEN-7a']],
      ['a rolled-back change without a review', approved(normal({ outcome: 'Rolled back' })), ['GEN-7a']],
      ['a half-successful change without a review', approved(normal({ outcome: 'Partly successful' })), ['GEN-7a']],
      ['an emergency called normal afterwards, which nobody approved', normal({ emergencyReason: 'x' }), REVIEW],
      ['a high-risk change that the CTO approved first', voted(high(LESSONS), CTO, LEAD), ['GEN-5c']],
      ['a change called standard afterwards that names no entry', standard({ standardTemplate: null }), CATALOGUE],
      ['an emergency that nobody reviewed', emergency(), RETROSPECTIVE],
      ['an emergency without a reason', reviewed(emergency({ emergencyReason: null })), ['GEN-3e1']],
      ['an emergency because of a deadline', reviewed(emergency({ emergencyReason: 'Deadline' })), ['GEN-3e1']],
      ['an emergency without a risk level', reviewed(emergency({ riskLevel: null })), ['GEN-4.1c', 'GEN-7a', 'GEN-7c']],
      ['an emergency approved before, but not reviewed after', approved(emergency()), RETROSPECTIVE],
      ['an emergency that the CTO did not review', voted(emergency(), { ...LEAD, gate: 'close' }), RETROSPECTIVE],
      [
        'an emergency that the Security Lead did not review',
        voted(emergency(), { ...CTO, gate: 'close' }),
        RETROSPECTIVE,
      ],
      [
        'an emergency whose review a second CTO declined',
        voted(
          emergency(),
          { ...LEAD, gate: 'close' },
          { ...CTO, gate: 'close' },
          { by: 'account-deputy', roles: ['cto'], gate: 'close', decision: 'decline' },
        ),
        RETROSPECTIVE,
      ],
      ['an emergency without a description', reviewed(emergency({ description: null })), ['GEN-4.1a']],
      ['an emergency without a justification', reviewed(emergency({ businessJustification: null })), ['GEN-4.1b']],
      ['an emergency without an impact assessment', reviewed(emergency({ impactAnalysis: null })), ['GEN-4.1c']],
      [
        'an emergency without a rollback plan',
        reviewed(emergency({ rollbackSteps: null })),
        ['GEN-4.1d', 'GEN-4.5', 'GEN-6e'],
      ],
      ['an emergency without testing steps', reviewed(emergency({ testPlan: null })), ['GEN-4.1f']],
    ]),
  ];
};
