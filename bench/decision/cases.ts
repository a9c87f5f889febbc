import { bareRecord } from '../../src/domain/bare-record';
import type { Vote } from '../../src/domain/approval/vote';
import { known, type ChangeFacts } from '../../src/domain/change/change-facts';
import { CHANGE_FIELDS, type ChangeField } from '../../src/domain/change/change-field';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import type { Verdict } from '../../src/domain/policy/evaluation';
import { fortyRules } from './forty-rules';

/** One decision with the verdict that everybody must come to. */
export interface DecisionCase {
  readonly name: string;
  readonly facts: ChangeFacts;
  readonly verdict: Verdict;
}

type Fields = Readonly<Partial<Record<ChangeField, string>>>;

const NORMAL: Fields = {
  summary: 'Upgrade the payment database',
  changeType: 'Normal',
  riskLevel: 'Medium',
  category: 'Payments',
  environment: 'Production',
  dataClass: 'Internal',
  description: 'PostgreSQL 15 to 16, with a replica in its own network.',
  businessJustification: 'Version 15 leaves support in November.',
  scope: 'The payment database and its replica.',
  impactAnalysis: 'Payments are read-only for ten minutes.',
  riskAssessment: 'The replica was upgraded twice on staging.',
  implementationPlan: 'Replica first, then promote.',
  rollbackSteps: 'Promote the old primary, point the service back.',
  rollbackOwner: '712020:ivo-marek',
  rollbackTrigger: 'Replication lag above one minute.',
  plannedStart: '2026-03-07T21:00:00.000Z',
  plannedEnd: '2026-03-07T23:00:00.000Z',
  testPlan: 'Payment suite on staging.',
  testResults: 'Payment suite green twice.',
  codeReview: 'https://git.example/reviews/12',
  implementer: '712020:ivo-marek',
  tester: '712020:tess',
  affectedDocuments: '[x] Runbook of the payment database',
  notified: 'Shops were told on Monday.',
};
const HIGH: Fields = { ...NORMAL, riskLevel: 'High', testEvidence: 'https://ci.example/9', verifier: '712020:tess' };
const STANDARD: Fields = {
  ...NORMAL,
  changeType: 'Standard',
  riskLevel: 'Low',
  standardTemplate: 'Patch',
  category: 'Web',
};
const EMERGENCY: Fields = {
  ...NORMAL,
  changeType: 'Emergency',
  emergencyReason: 'Restore service',
  followUps: 'PAY-9',
};

interface Ballot {
  readonly by: string;
  readonly role: string;
  readonly decision?: 'decline';
}

const OWNER: Ballot = { by: '712020:olga', role: 'owner' };
const PLATFORM: Ballot = { by: '712020:pete', role: 'platform' };
const SECURITY: Ballot = { by: '712020:sam', role: 'security' };
const CTO: Ballot = { by: '712020:carla', role: 'cto' };
const ALL = [OWNER, PLATFORM, SECURITY, CTO];

/** Ballots are cast in the order given, a minute apart, on the plan as it stands unless it was edited after. */
function factsOf(fields: Fields, ballots: readonly Ballot[], editedAfter: Fields = {}): ChangeFacts {
  const voted = unvoted(fields);
  const plan = planOf(voted, fortyRules.materialFields);
  const partDigests = plan.partDigests();
  const votes = ballots.map(({ by, role, decision }, minute): Vote => ({
    by,
    account: 'human',
    decision: decision ?? 'approve',
    at: `2026-03-03T09:${String(minute + 10)}:00.000Z`,
    gate: 'authorize',
    roles: [role],
    delegated: [],
    comment: '',
    fingerprint: plan.fingerprint,
    partDigests,
    policyHash: '',
  }));
  const now = unvoted({ ...fields, ...editedAfter });
  return { ...now, votes: known(votes), fingerprint: planOf(now, fortyRules.materialFields).fingerprint };
}

function unvoted(fields: Fields): ChangeFacts {
  return {
    change: { id: '10001', key: 'CHG-1' },
    stage: known('assessment'),
    requesters: known(['712020:priya']),
    fields: bareRecord(Object.fromEntries(CHANGE_FIELDS.map((field) => [field, known(fields[field] ?? null)]))),
    votes: known([]),
    fingerprint: '',
  };
}

/** Changes that pass and that do not, for the reasons that the forty rules know. */
export const CASES: readonly DecisionCase[] = [
  { name: 'a complete normal change', facts: factsOf(NORMAL, ALL), verdict: 'allow' },
  { name: 'one approval is missing', facts: factsOf(NORMAL, [OWNER, SECURITY]), verdict: 'block' },
  { name: 'nobody has voted', facts: factsOf(NORMAL, []), verdict: 'block' },
  {
    name: 'somebody has declined',
    facts: factsOf(NORMAL, [...ALL.slice(0, 3), { ...CTO, decision: 'decline' }]),
    verdict: 'allow',
  },
  {
    name: 'the owner has declined',
    facts: factsOf(NORMAL, [{ ...OWNER, decision: 'decline' }, ...ALL.slice(1)]),
    verdict: 'block',
  },
  { name: 'no rollback steps', facts: factsOf({ ...NORMAL, rollbackSteps: '  ' }, ALL), verdict: 'block' },
  {
    name: 'the plan was edited after the votes',
    facts: factsOf(NORMAL, ALL, { rollbackSteps: 'Pray.' }),
    verdict: 'block',
  },
  { name: 'a high risk, the CTO last', facts: factsOf(HIGH, ALL), verdict: 'allow' },
  { name: 'a high risk, the CTO first', facts: factsOf(HIGH, [CTO, OWNER, PLATFORM, SECURITY]), verdict: 'block' },
  {
    name: 'personal data, without a review',
    facts: factsOf({ ...HIGH, dataClass: 'Personal' }, ALL),
    verdict: 'block',
  },
  {
    name: 'personal data, without a review, with a reason',
    facts: factsOf({ ...HIGH, dataClass: 'Personal', deviationReason: 'The review is on Friday.' }, ALL),
    verdict: 'warn',
  },
  { name: 'a standard change', facts: factsOf(STANDARD, [OWNER]), verdict: 'allow' },
  { name: 'a standard change of high risk', facts: factsOf({ ...STANDARD, riskLevel: 'High' }, ALL), verdict: 'block' },
  { name: 'an emergency', facts: factsOf(EMERGENCY, ALL), verdict: 'allow' },
  {
    name: 'an emergency without a reason',
    facts: factsOf({ ...EMERGENCY, emergencyReason: '' }, ALL),
    verdict: 'block',
  },
  {
    name: 'an empty change',
    facts: factsOf({ summary: 'Later', changeType: 'Normal', riskLevel: 'Low' }, []),
    verdict: 'block',
  },
];
