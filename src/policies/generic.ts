import type { Condition } from '../domain/policy/condition';
import type { Policy } from '../domain/policy/policy';
import { GENERIC_CLAUSES } from './generic-clauses';

const EMERGENCY: Condition = { field: 'changeType', in: ['Emergency'] };
const STANDARD: Condition = { field: 'changeType', in: ['Standard'] };
const NOT_EMERGENCY: Condition = { not: EMERGENCY };
const HIGH_RISK: Condition = { field: 'riskLevel', in: ['High'] };
const LOW_RISK: Condition = { field: 'riskLevel', in: ['Low'] };
const BOTH_REVIEWERS = { allOf: [{ role: 'security-lead' }, { role: 'cto' }] } as const;

/**
 * The generic change-management policy: IT Administrator, Security Lead and CTO; standard, normal and emergency changes.
 *
 * Where the document leaves something open, this is how it is read:
 * "All changes must include" (4.1) is asked of an emergency when it is closed, because 3 lets it be implemented at once,
 * and a scheduled date not at all, because nobody schedules an emergency;
 * a high-risk change of any type but emergency is a "high-impact" one (4.2), and "final approval" (5) means that the CTO
 * comes last; the retrospective review of an emergency is by the two who review otherwise (4.2). A standard change is
 * "low risk" (3), so one of any other risk is approved like a normal change.
 *
 * A field can be edited after the gate that asked for it, the change type included. What a change must have is therefore
 * asked for again when it is implemented and when it is closed: by then it has it under the type it is closed with.
 */
export const genericPolicy: Policy = {
  schemaVersion: 1,
  id: 'GEN',
  title: 'Generic change management policy',
  version: '1.0',
  roles: [
    { id: 'it-administrator', title: 'IT Administrator' },
    { id: 'security-lead', title: 'Security Lead' },
    { id: 'cto', title: 'CTO' },
  ],
  changeTypes: [
    { id: 'Standard', description: 'Low risk, repetitive and predictable; pre-approved.', emergency: false },
    { id: 'Normal', description: 'Moderate risk or operational impact; approved before execution.', emergency: false },
    { id: 'Emergency', description: 'Urgent, to restore service or fix a security issue.', emergency: true },
  ],
  standardChanges: [
    { id: 'routine-software-update', title: 'Routine software update', preApprovedBy: 'security-lead' },
    { id: 'add-user', title: 'Add a new user', preApprovedBy: 'security-lead' },
  ],
  materialFields: [
    'summary',
    'changeType',
    'riskLevel',
    'description',
    'businessJustification',
    'impactAnalysis',
    'rollbackSteps',
    'rollbackOwner',
    'rollbackTrigger',
    'plannedStart',
    'plannedEnd',
    'testPlan',
    'standardTemplate',
  ],
  clauses: GENERIC_CLAUSES,
  rules: [
    {
      id: 'description',
      kind: 'required-fields',
      clauses: ['GEN-4.1a'],
      gates: ['submit', 'implement'],
      when: NOT_EMERGENCY,
      strength: 'block',
      fields: ['description'],
    },
    {
      id: 'justification',
      kind: 'required-fields',
      clauses: ['GEN-4.1b'],
      gates: ['submit', 'implement'],
      when: NOT_EMERGENCY,
      strength: 'block',
      fields: ['businessJustification'],
    },
    {
      id: 'impact',
      kind: 'required-fields',
      clauses: ['GEN-4.1c'],
      gates: ['submit', 'implement'],
      when: NOT_EMERGENCY,
      strength: 'block',
      fields: ['impactAnalysis', 'riskLevel'],
    },
    {
      id: 'rollback-plan',
      kind: 'required-fields',
      clauses: ['GEN-4.1d', 'GEN-4.5'],
      gates: ['submit', 'implement'],
      when: NOT_EMERGENCY,
      strength: 'block',
      fields: ['rollbackSteps'],
    },
    {
      id: 'scheduled-date',
      kind: 'required-fields',
      clauses: ['GEN-4.1e'],
      gates: ['submit', 'implement', 'close'],
      when: NOT_EMERGENCY,
      strength: 'block',
      fields: ['plannedStart'],
    },
    {
      id: 'testing-steps',
      kind: 'required-fields',
      clauses: ['GEN-4.1f'],
      gates: ['submit', 'implement'],
      when: NOT_EMERGENCY,
      strength: 'block',
      fields: ['testPlan'],
    },
    {
      id: 'standard-catalogue',
      kind: 'standard-catalogue',
      clauses: ['GEN-3s1', 'GEN-3s2'],
      gates: ['submit', 'authorize', 'implement', 'close'],
      when: STANDARD,
      strength: 'block',
    },
    {
      id: 'approval',
      kind: 'approval',
      clauses: ['GEN-3n', 'GEN-4.2a', 'GEN-5b'],
      gates: ['authorize', 'implement', 'close'],
      point: 'authorize',
      when: { all: [NOT_EMERGENCY, { any: [{ not: STANDARD }, { not: LOW_RISK }] }] },
      strength: 'block',
      requirement: BOTH_REVIEWERS,
    },
    {
      id: 'final-approval',
      kind: 'approval',
      clauses: ['GEN-5c'],
      gates: ['authorize', 'implement', 'close'],
      point: 'authorize',
      when: { all: [NOT_EMERGENCY, HIGH_RISK] },
      strength: 'block',
      requirement: { ...BOTH_REVIEWERS, inOrder: true },
    },
    {
      id: 'expedite-emergencies-only',
      kind: 'allowed-types',
      clauses: ['GEN-3n', 'GEN-3e2'],
      gates: ['expedite'],
      strength: 'block',
      types: ['Emergency'],
    },
    {
      id: 'emergency-reason',
      kind: 'required-fields',
      clauses: ['GEN-3e1'],
      gates: ['expedite', 'submit', 'authorize', 'implement', 'close'],
      when: EMERGENCY,
      strength: 'block',
      fields: ['emergencyReason'],
    },
    {
      id: 'tested-before-deployment',
      kind: 'required-fields',
      clauses: ['GEN-4.3a'],
      gates: ['implement'],
      when: NOT_EMERGENCY,
      strength: 'warn',
      fields: ['testResults'],
    },
    {
      id: 'description-on-record',
      kind: 'required-fields',
      clauses: ['GEN-4.1a'],
      gates: ['close'],
      strength: 'block',
      fields: ['description'],
    },
    {
      id: 'justification-on-record',
      kind: 'required-fields',
      clauses: ['GEN-4.1b'],
      gates: ['close'],
      strength: 'block',
      fields: ['businessJustification'],
    },
    {
      id: 'impact-on-record',
      kind: 'required-fields',
      clauses: ['GEN-4.1c'],
      gates: ['close'],
      strength: 'block',
      fields: ['impactAnalysis'],
    },
    {
      id: 'testing-steps-on-record',
      kind: 'required-fields',
      clauses: ['GEN-4.1f'],
      gates: ['close'],
      strength: 'block',
      fields: ['testPlan'],
    },
    {
      id: 'retrospective-review',
      kind: 'approval',
      clauses: ['GEN-4.2b', 'GEN-5c'],
      gates: ['close'],
      point: 'close',
      when: EMERGENCY,
      strength: 'block',
      requirement: BOTH_REVIEWERS,
    },
    {
      id: 'person-responsible',
      kind: 'required-fields',
      clauses: ['GEN-6b'],
      gates: ['complete', 'close'],
      strength: 'block',
      fields: ['implementer'],
    },
    {
      id: 'test-results',
      kind: 'required-fields',
      clauses: ['GEN-6d'],
      gates: ['close'],
      strength: 'block',
      fields: ['testResults'],
    },
    {
      id: 'rollback-details',
      kind: 'required-fields',
      clauses: ['GEN-4.1d', 'GEN-4.5', 'GEN-6e'],
      gates: ['close'],
      strength: 'block',
      fields: ['rollbackSteps'],
    },
    {
      id: 'verification',
      kind: 'required-fields',
      clauses: ['GEN-6f'],
      gates: ['close'],
      strength: 'block',
      fields: ['verification', 'outcome'],
    },
    {
      id: 'lessons-learned',
      kind: 'required-fields',
      clauses: ['GEN-7a'],
      gates: ['close'],
      when: { any: [HIGH_RISK, { field: 'outcome', in: ['Failed', 'Rolled back', 'Partly successful'] }] },
      strength: 'block',
      fields: ['postImplementationReview'],
    },
  ],
};
