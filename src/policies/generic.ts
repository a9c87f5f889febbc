import type { Policy } from '../domain/policy/policy';
import { GENERIC_CLAUSES } from './generic-clauses';
import { GENERIC_CLOSING_RULES } from './generic-closing-rules';
import { EMERGENCY, LOW_RISK } from './generic-conditions';
import { GENERIC_REQUEST_RULES } from './generic-request-rules';

/**
 * The generic change-management policy: IT Administrator, Security Lead and CTO; standard, normal and emergency changes.
 *
 * Where the document leaves something open, this is how it is read:
 * "All changes must include" (4.1) is asked of an emergency when it is closed, because 3 lets it be implemented at once,
 * and a scheduled date not at all, because nobody schedules an emergency. Its 24 hours (3) run from when its
 * implementation begins. The retrospective review of an emergency is by the two who review otherwise (4.2).
 * "Moderate risk" (3) is the level Medium. A change is of high impact (4.2) when its risk is not low, and major (5) or
 * significant (7) when its risk is high; one is failed (7) that did not wholly succeed. "Final approval" (5) means that
 * the CTO comes last. A standard change is "low risk" (3), so one of any other risk is none.
 *
 * A field can be edited after the gate that asked for it, the change type included. What a change must have is therefore
 * asked for again when it is implemented and when it is closed: by then it has it under the type it is closed with.
 */
export const genericPolicy: Policy = {
  schemaVersion: 2,
  id: 'GEN',
  title: 'Generic change management policy',
  version: '1.0',
  about: {},
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
  categories: [],
  risk: { how: 'asked', levels: ['Low', 'Medium', 'High'] },
  fields: [],
  terms: [
    { id: 'high-risk', means: { risk: ['High'] } },
    { id: 'major', means: { term: 'high-risk' } },
    { id: 'significant', means: { term: 'high-risk' } },
    { id: 'high-impact', means: { not: LOW_RISK } },
    { id: 'low-risk', means: { risk: ['Low'] } },
    { id: 'moderate', means: { risk: ['Medium'] } },
    { id: 'failed', means: { field: 'outcome', in: ['Failed', 'Rolled back', 'Partly successful'] } },
  ],
  scope: {},
  emergencies: { mode: 'implement-first', bypasses: ['maintenance-windows'], tell: ['cto'] },
  standardChanges: [
    {
      id: 'routine-software-update',
      title: 'Routine software update',
      preApprovedBy: 'security-lead',
      when: LOW_RISK,
    },
    { id: 'add-user', title: 'Add a new user', preApprovedBy: 'security-lead', when: LOW_RISK },
  ],
  exceptions: 'none',
  delegation: 'none',
  materialFields: [
    'summary',
    'changeType',
    'riskLevel',
    'description',
    'businessJustification',
    'impactAnalysis',
    'implementationPlan',
    'rollbackSteps',
    'plannedStart',
    'plannedEnd',
    'testPlan',
    'standardTemplate',
  ],
  calendar: { windows: [] },
  records: { retentionMonths: null, legalHold: false, notifications: [] },
  clocks: [
    {
      id: 'emergency-documented',
      title: 'Emergency documented',
      clauses: ['GEN-3e3', 'GEN-8b'],
      from: 'implementation-start',
      within: { hours: 24 },
      when: EMERGENCY,
      doneWhenFilled: ['description', 'businessJustification', 'impactAnalysis', 'rollbackSteps', 'testPlan'],
    },
  ],
  questions: [],
  answers: {},
  clauses: GENERIC_CLAUSES,
  rules: [...GENERIC_REQUEST_RULES, ...GENERIC_CLOSING_RULES],
};
