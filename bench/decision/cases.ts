import type { Vote } from '../../src/domain/approval/vote';
import { known, type ChangeFacts, type Fact, type FieldValue } from '../../src/domain/change/change-facts';
import { CHANGE_FIELDS, type ChangeField } from '../../src/domain/change/change-field';
import type { Gate } from '../../src/domain/change/lifecycle';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import type { Verdict } from '../../src/domain/policy/evaluation';
import { genericPolicy } from '../../src/policies/generic';

/** One decision with the verdict that everybody must come to. */
export interface DecisionCase {
  readonly name: string;
  readonly gate: Gate;
  readonly facts: ChangeFacts;
  readonly verdict: Verdict;
}

const NORMAL: Readonly<Partial<Record<ChangeField, string>>> = {
  summary: 'Upgrade the payment database',
  changeType: 'Normal',
  riskLevel: 'Medium',
  description: 'PostgreSQL 15 to 16, with a replica in its own network.',
  businessJustification: 'Version 15 leaves support in November.',
  impactAnalysis: 'Payments are read-only for ten minutes.',
  rollbackSteps: 'Promote the old primary, point the service back.',
  rollbackOwner: '712020:ivo-marek',
  rollbackTrigger: 'Replication lag above one minute.',
  plannedStart: '2026-03-07T21:00:00.000Z',
  plannedEnd: '2026-03-07T23:00:00.000Z',
  testPlan: 'Payment suite on staging.',
};

const EMERGENCY = { ...NORMAL, changeType: 'Emergency', emergencyReason: 'Restore service', implementer: '712020:ivo' };
const DONE = {
  implementer: '712020:ivo',
  testResults: 'Green.',
  verification: 'Lag below 1 s.',
  outcome: 'Successful',
};
const TESTED = { ...NORMAL, testResults: 'Payment suite green twice.' };

interface Ballot {
  readonly by: string;
  readonly role: string;
  readonly at: string;
  readonly decision?: 'decline';
}

const LEAD: Ballot = { by: '712020:sam', role: 'security-lead', at: '2026-03-03T09:12:00.000Z' };
const CTO: Ballot = { by: '712020:carla', role: 'cto', at: '2026-03-03T10:12:00.000Z' };
const EARLY_CTO: Ballot = { ...CTO, at: '2026-03-03T08:12:00.000Z' };

function factsOf(
  fields: Readonly<Partial<Record<ChangeField, string>>>,
  ballots: readonly Ballot[] = [],
  point: Gate = 'authorize',
): ChangeFacts {
  const unvoted: ChangeFacts = {
    change: { id: '10001', key: 'CHG-1' },
    stage: known('draft'),
    requesters: known(['712020:priya']),
    fields: Object.fromEntries(CHANGE_FIELDS.map((field) => [field, known(fields[field] ?? null)])) as Readonly<
      Record<ChangeField, Fact<FieldValue>>
    >,
    votes: known([]),
  };
  const plan = planOf(unvoted, genericPolicy.materialFields);
  const votes = ballots.map(({ by, role, at, decision }): Vote => {
    const cast = { by, decision: decision ?? 'approve', at, gate: point, roles: [role], comment: '' } as const;
    return { ...cast, fingerprint: plan.fingerprint, partDigests: plan.partDigests(), policyHash: '' };
  });
  return { ...unvoted, votes: known(votes) };
}

/** Every gate of the generic policy, passed and not passed, for the reasons that its rules know. */
export const CASES: readonly DecisionCase[] = [
  { name: 'a complete normal change is submitted', gate: 'submit', facts: factsOf(NORMAL), verdict: 'allow' },
  {
    name: 'a change without rollback steps is submitted',
    gate: 'submit',
    facts: factsOf({ ...NORMAL, rollbackSteps: '  ' }),
    verdict: 'block',
  },
  { name: 'an empty change is submitted', gate: 'submit', facts: factsOf({ summary: 'Later' }), verdict: 'block' },
  { name: 'an emergency is submitted', gate: 'submit', facts: factsOf(EMERGENCY), verdict: 'allow' },
  {
    name: 'a standard change out of the catalogue is submitted',
    gate: 'submit',
    facts: factsOf({ ...NORMAL, changeType: 'Standard', standardTemplate: 'Add a new user' }),
    verdict: 'allow',
  },
  {
    name: 'a standard change from nowhere is submitted',
    gate: 'submit',
    facts: factsOf({ ...NORMAL, changeType: 'Standard', standardTemplate: 'Add a data centre' }),
    verdict: 'block',
  },
  { name: 'both have approved', gate: 'authorize', facts: factsOf(NORMAL, [LEAD, CTO]), verdict: 'allow' },
  { name: 'the CTO has not approved', gate: 'authorize', facts: factsOf(NORMAL, [LEAD]), verdict: 'block' },
  {
    name: 'the CTO has declined',
    gate: 'authorize',
    facts: factsOf(NORMAL, [LEAD, { ...CTO, decision: 'decline' }]),
    verdict: 'block',
  },
  {
    name: 'the CTO came last on a high risk',
    gate: 'authorize',
    facts: factsOf({ ...NORMAL, riskLevel: 'High' }, [LEAD, CTO]),
    verdict: 'allow',
  },
  {
    name: 'the CTO came first on a high risk',
    gate: 'authorize',
    facts: factsOf({ ...NORMAL, riskLevel: 'High' }, [EARLY_CTO, LEAD]),
    verdict: 'block',
  },
  {
    name: 'an approved and tested change is implemented',
    gate: 'implement',
    facts: factsOf(TESTED, [LEAD, CTO]),
    verdict: 'allow',
  },
  {
    name: 'an untested change is implemented',
    gate: 'implement',
    facts: factsOf(NORMAL, [LEAD, CTO]),
    verdict: 'block',
  },
  {
    name: 'an untested change is implemented with a reason',
    gate: 'implement',
    facts: factsOf({ ...NORMAL, deviationReason: 'There is no staging system.' }, [LEAD, CTO]),
    verdict: 'warn',
  },
  { name: 'an emergency is expedited', gate: 'expedite', facts: factsOf(EMERGENCY), verdict: 'allow' },
  { name: 'a normal change is expedited', gate: 'expedite', facts: factsOf(NORMAL), verdict: 'block' },
  { name: 'nobody is named as implementer', gate: 'complete', facts: factsOf(NORMAL), verdict: 'block' },
  {
    name: 'a documented change is closed',
    gate: 'close',
    facts: factsOf({ ...NORMAL, ...DONE }, [LEAD, CTO]),
    verdict: 'allow',
  },
  {
    name: 'a failed change is closed without a review',
    gate: 'close',
    facts: factsOf({ ...NORMAL, ...DONE, outcome: 'Failed' }, [LEAD, CTO]),
    verdict: 'block',
  },
  {
    name: 'an emergency is closed with its retrospective review',
    gate: 'close',
    facts: factsOf({ ...EMERGENCY, ...DONE }, [LEAD, CTO], 'close'),
    verdict: 'allow',
  },
  {
    name: 'an emergency is closed without it',
    gate: 'close',
    facts: factsOf({ ...EMERGENCY, ...DONE }),
    verdict: 'block',
  },
];
