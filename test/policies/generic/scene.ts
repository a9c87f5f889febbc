import { known, type ChangeFacts } from '../../../src/domain/change/change-facts';
import type { Policy } from '../../../src/domain/policy/policy';
import type { FactsOverrides } from '../../builders/change-facts';
import { sceneOf, type Ballot, type Fields, type Scene } from '../scene';

export const LEAD: Ballot = { by: 'account-lead' };
export const CTO: Ballot = { by: 'account-cto' };
export const ADMIN = 'account-admin';
export const OUTSIDER = 'account-outsider';

/** Nothing of what the policy asks of a change is filled in. */
export const NOTHING: Fields = {
  riskLevel: null,
  description: null,
  businessJustification: null,
  impactAnalysis: null,
  rollbackSteps: null,
  plannedStart: null,
  plannedEnd: null,
  testPlan: null,
  tester: null,
  testResults: null,
  implementer: null,
  verification: null,
  outcome: null,
};

/** A review with its meeting, held an hour after the implementation began. */
export const LESSONS = {
  postImplementationReview: 'Rehearse the switch next time.',
  reviewMeeting: '2026-03-02T11:00:00.000Z',
} satisfies Fields;

/** Clauses that are named together because one rule serves them. */
export const REVIEW = ['GEN-3n', 'GEN-4.2a', 'GEN-5b', 'GEN-6c'];
export const RETROSPECTIVE = ['GEN-4.2b', 'GEN-5c', 'GEN-6c'];
export const CATALOGUE = ['GEN-3s1', 'GEN-3s2'];

type MakeChange = (fields?: Fields, facts?: FactsOverrides) => ChangeFacts;

export interface GenericScene extends Pick<Scene, 'voted' | 'since'> {
  readonly normal: MakeChange;
  readonly high: MakeChange;
  readonly standard: MakeChange;
  readonly emergency: MakeChange;
  /** Approved by both for the gate Authorize, the CTO last. */
  readonly approved: (facts: ChangeFacts) => ChangeFacts;
  /** Reviewed afterwards by both. */
  readonly reviewed: (facts: ChangeFacts) => ChangeFacts;
}

/** An IT Administrator who does everything, a Security Lead, a CTO, and a maintenance window on 3 March 2026. */
export function genericScene(policy: Policy): GenericScene {
  const { change, voted, since } = sceneOf({
    policy,
    people: {
      [ADMIN]: ['it-administrator'],
      'account-lead': ['security-lead'],
      'account-cto': ['cto'],
      [OUTSIDER]: [],
    },
    requester: ADMIN,
    fields: { implementer: ADMIN, tester: ADMIN },
    facts: {
      windows: known([
        {
          kind: 'maintenance',
          id: 'tuesday',
          title: 'Tuesday evening',
          interval: { from: '2026-03-03T18:00:00.000Z', until: '2026-03-03T23:00:00.000Z' },
        },
      ]),
      milestones: known({
        createdAt: '2026-03-02T09:00:00.000Z',
        implementedFrom: '2026-03-02T10:00:00.000Z',
        implementedUntil: '2026-03-02T10:30:00.000Z',
      }),
    },
  });
  return {
    voted,
    since,
    normal: change,
    high: (fields, facts) => change({ riskLevel: 'High', ...fields }, facts),
    standard: (fields, facts) =>
      change({ changeType: 'Standard', standardTemplate: 'Add a new user', ...fields }, facts),
    emergency: (fields, facts) =>
      change({ changeType: 'Emergency', emergencyReason: 'Restore service', ...fields }, facts),
    approved: (facts) => voted(facts, LEAD, CTO),
    reviewed: (facts) => voted(facts, { ...LEAD, gate: 'close' }, { ...CTO, gate: 'close' }),
  };
}
