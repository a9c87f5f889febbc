import type { CalendarWindow } from '../../../src/domain/calendar/calendar-window';
import { known, type ChangeFacts } from '../../../src/domain/change/change-facts';
import type { Policy } from '../../../src/domain/policy/policy';
import type { FactsOverrides } from '../../builders/change-facts';
import { sceneOf, type Ballot, type Fields, type Scene } from '../scene';

export const AUTHORITY: Ballot = { by: 'account-authority' };
export const EMERGENCY_AUTHORITY: Ballot = { by: 'account-emergency-authority' };

const NEW_YEAR: CalendarWindow = {
  kind: 'freeze',
  id: 'new-year',
  title: 'New year',
  strength: 'hard',
  interval: { from: '2026-12-20T00:00:00.000Z', until: '2027-01-04T00:00:00.000Z' },
};

const STOCKTAKING: CalendarWindow = {
  kind: 'freeze',
  id: 'stocktaking',
  title: 'Stocktaking',
  strength: 'soft',
  interval: { from: '2026-03-10T00:00:00.000Z', until: '2026-03-11T00:00:00.000Z' },
};

/** In a freeze that the owner answers with. */
export const FROZEN = '2026-12-24T12:00:00.000Z';

/** What the owner of the policy answers, but for the two contradictions. */
export const ANSWERS: Policy['answers'] = {
  'last-updated': '2026-01-15',
  'scope-exclusions': 'content-and-documentation',
  categories: 'as-defined',
  'emergency-authority': 'change-authority',
  'freeze-periods': [NEW_YEAR, STOCKTAKING],
  retention: 84,
};

/** Clause 5 holds against clause 4, and against clause 6. */
export const AT_ONCE: Policy['answers'] = {
  ...ANSWERS,
  'emergency-rollback-plan': 'afterwards',
  'emergency-in-freeze': 'allowed',
};

export const PLAN_FIRST: Policy['answers'] = { 'emergency-rollback-plan': 'before-implementation' };
export const FREEZE_FIRST: Policy['answers'] = { 'emergency-in-freeze': 'prohibited' };
export const OWN_AUTHORITY: Policy['answers'] = { 'emergency-authority': 'emergency-authority' };

/** Planned for the freeze, in a maintenance window. */
export const IN_FREEZE: Fields = { plannedStart: '2026-12-22T20:00:00.000Z', plannedEnd: '2026-12-22T21:00:00.000Z' };

/** The same, of a soft freeze. */
export const IN_SOFT_FREEZE: Fields = {
  plannedStart: '2026-03-10T20:00:00.000Z',
  plannedEnd: '2026-03-10T21:00:00.000Z',
};

/** Nothing of what an emergency has documented retrospectively is filled in. */
export const UNDOCUMENTED: Fields = {
  description: null,
  businessJustification: null,
  services: null,
  impactAnalysis: null,
  riskAssessment: null,
  dependencyImpact: null,
  testPlan: null,
  rollbackSteps: null,
  rollbackOwner: null,
  rollbackTrigger: null,
  plannedStart: null,
  plannedEnd: null,
  notified: null,
  implementer: null,
  testResults: null,
  verification: null,
  outcome: null,
};

/** Clauses that are named together because one rule serves them. */
export const APPROVAL = ['NOIM-2n', 'NOIM-3.3'];
export const ASSESSMENT = ['NOIM-2n', 'NOIM-3.2'];
export const ROLLBACK = ['NOIM-4a', 'NOIM-4b'];

type MakeChange = (fields?: Fields, facts?: FactsOverrides) => ChangeFacts;

export interface NoimScene extends Pick<Scene, 'voted' | 'since'> {
  readonly normal: MakeChange;
  readonly standard: MakeChange;
  readonly emergency: MakeChange;
  /** Approved by the change authority. */
  readonly approved: (facts: ChangeFacts) => ChangeFacts;
  /** Approved by the change authority after it was implemented. */
  readonly reviewed: (facts: ChangeFacts) => ChangeFacts;
}

/** An initiator, a change authority, an emergency authority, and maintenance on Tuesday evenings. */
export function noimScene(policy: Policy): NoimScene {
  const { change, voted, since } = sceneOf({
    policy,
    people: {
      'account-initiator': [],
      'account-authority': ['change-authority'],
      'account-emergency-authority': ['emergency-authority'],
    },
    requester: 'account-initiator',
    fields: {
      riskLevel: null,
      services: ['Shop'],
      riskAssessment: 'Low.',
      dependencyImpact: 'The reports read from the replica.',
      notified: 'The shop team, by phone.',
      issuesEncountered: null,
    },
    facts: {
      windows: known([
        maintenance('2026-03-03T18:00:00.000Z', '2026-03-03T23:00:00.000Z'),
        maintenance('2026-03-10T18:00:00.000Z', '2026-03-10T23:00:00.000Z'),
        maintenance('2026-12-22T18:00:00.000Z', '2026-12-22T23:00:00.000Z'),
      ]),
    },
  });
  return {
    voted,
    since,
    normal: change,
    standard: (fields, facts) => change({ changeType: 'Standard', standardTemplate: 'Rotate logs', ...fields }, facts),
    emergency: (fields, facts) =>
      change({ changeType: 'Emergency', emergencyReason: 'Restore service', ...fields }, facts),
    approved: (facts) => voted(facts, AUTHORITY),
    reviewed: (facts) => voted(facts, { ...AUTHORITY, gate: 'close' }),
  };
}

function maintenance(from: string, until: string): CalendarWindow {
  return { kind: 'maintenance', id: from, title: 'Tuesday evening', interval: { from, until } };
}
