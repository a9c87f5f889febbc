import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import type { Policy } from '../../../src/domain/policy/policy';
import type { FactsOverrides } from '../../builders/change-facts';
import { sceneOf, type Ballot, type Fields, type Scene } from '../scene';

export const DEVELOPER = 'account-developer';
export const PLATFORM = 'account-platform';
export const APPROVER: Ballot = { by: 'account-approver' };
export const SECURITY: Ballot = { by: 'account-security' };
export const HEAD: Ballot = { by: 'account-head' };
export const OFFICER: Ballot = { by: 'account-officer' };
export const BOARD: Ballot = { by: 'account-board', gate: 'close' };
export const REVIEWER: Ballot = { by: 'account-reviewer', gate: 'close' };

/** Who holds which role; the developer holds none. */
const PEOPLE = {
  [DEVELOPER]: [],
  [PLATFORM]: ['platform-team'],
  'account-approver': ['change-approver'],
  'account-security': ['security-team'],
  'account-head': ['head-of-engineering'],
  'account-officer': ['security-officer'],
  'account-board': ['change-advisory-board'],
  'account-reviewer': ['designated-reviewer'],
};

/** Everybody who is not in the platform team. */
export const OTHERS = Object.keys(PEOPLE).filter((account) => account !== PLATFORM);

/** Nothing of what the policy has documented retrospectively is filled in. */
export const UNDOCUMENTED: Fields = {
  businessJustification: null,
  scope: null,
  impactAnalysis: null,
  rollbackSteps: null,
  plannedStart: null,
  plannedEnd: null,
  securityImpact: null,
  availabilityImpact: null,
  operationsImpact: null,
  testResults: null,
  testedIn: null,
  testSuites: null,
  pipelineRun: null,
  verification: null,
  outcome: null,
};

/** Clauses that are named together because one rule serves them. */
export const APPROVAL = ['DSO-3.1b', 'DSO-3.3a', 'DSO-4'];
export const EMERGENCY_APPROVAL = ['DSO-3.3a', 'DSO-4'];
export const SIGN_OFF = ['DSO-3.3b', 'DSO-4'];

type MakeChange = (fields?: Fields, facts?: FactsOverrides) => ChangeFacts;

export interface DsoScene extends Pick<Scene, 'voted' | 'since'> {
  readonly normal: MakeChange;
  readonly standard: MakeChange;
  readonly emergency: MakeChange;
  readonly regulated: MakeChange;
  /** Approved by a Change Approver. */
  readonly approved: (facts: ChangeFacts) => ChangeFacts;
  /** Approved by a Change Approver, and reviewed by the board afterwards. */
  readonly reviewed: (facts: ChangeFacts) => ChangeFacts;
  /** The change with its exception asked for as it must be, and granted by both. */
  readonly excepted: (facts: ChangeFacts, ...votes: readonly Ballot[]) => ChangeFacts;
}

/** A developer who asks, a platform team that implements, and one person in every other role. */
export function dsoScene(policy: Policy): DsoScene {
  const { change, voted, since } = sceneOf({
    policy,
    people: PEOPLE,
    requester: DEVELOPER,
    fields: {
      riskLevel: null,
      scope: 'The database of the shop.',
      dataClass: 'Internal',
      securityControls: 'No',
      securityImpact: 'Low',
      availabilityImpact: 'Low',
      operationsImpact: 'Low',
      testedIn: 'Staging',
      testSuites: ['Unit', 'Integration', 'Security'],
      pipelineRun: 'https://ci.example/runs/1',
      implementer: PLATFORM,
    },
  });
  return {
    voted,
    since,
    normal: change,
    regulated: (fields, facts) => change({ dataClass: 'Regulated', ...fields }, facts),
    standard: (fields, facts) =>
      change({ changeType: 'Standard', standardTemplate: 'Routine patching', ...fields }, facts),
    emergency: (fields, facts) => change({ changeType: 'Emergency', incident: ['INC-1'], ...fields }, facts),
    approved: (facts) => voted(facts, APPROVER),
    reviewed: (facts) => voted(facts, APPROVER, BOARD),
    excepted: (facts, ...votes) => voted(facts, ...votes, HEAD, OFFICER),
  };
}
