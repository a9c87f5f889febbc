import type { Policy } from '../domain/policy/policy';
import { DSO_CLAUSES } from './dso-clauses';
import { DSO_CLOSING_RULES } from './dso-closing-rules';
import { EMERGENCY, REQUEST, RISK_AXES } from './dso-conditions';
import { DSO_REQUEST_RULES } from './dso-request-rules';

const SCORES = { Low: 1, Medium: 2, High: 3 };

/**
 * The DevSecOpsBook change management policy.
 *
 * Where the document leaves something open, this is how it is read:
 * Standard changes are pre-approved (3.1) by those who approve otherwise, the Change Approvers. Test results belong to the
 * request when it is approved, not when it is handed in. The risk of a change is its highest impact on security,
 * availability or operations (3.2). An emergency "must be approved" (3.3) and "resolved immediately" (3.1), so its approval
 * comes first and its documentation and review after; its tests (3.4) come before it, and are documented after. What is
 * documented after the approval is part of what was approved, so an emergency is approved again as it is documented.
 * "Peer review or approval" (3.7) is an approval by somebody who neither asks for nor implements the change, and a code
 * review where a change of code is a standard one. Environments to test in (3.4) are Development, Test and Staging.
 *
 * A field can be edited after the gate that asked for it, so what a change must have is asked for again when it is
 * implemented and when it is closed.
 */
export const dsoPolicy: Policy = {
  schemaVersion: 2,
  id: 'DSO',
  title: 'DevSecOpsBook Change Management Policy',
  version: '1.0',
  about: {
    owner: 'Engineering and Security Teams',
    lastUpdated: '2025-07-19',
    reviewEveryMonths: 12,
    reviewTriggers: ['significant changes to infrastructure, tooling, or compliance requirements'],
    frameworks: [{ name: 'SOC 2', controls: [] }],
  },
  roles: [
    { id: 'change-approver', title: 'Change Approver' },
    { id: 'security-team', title: 'Security Team' },
    { id: 'platform-team', title: 'DevOps/Platform Team' },
    { id: 'change-advisory-board', title: 'Change Advisory Board' },
    { id: 'designated-reviewer', title: 'designated reviewer' },
    { id: 'head-of-engineering', title: 'Head of Engineering' },
    { id: 'security-officer', title: 'Security Officer' },
  ],
  changeTypes: [
    { id: 'Standard', description: 'Pre-approved, low-risk, repeatable.', emergency: false },
    { id: 'Normal', description: 'Assessed, approved, tested and documented.', emergency: false },
    { id: 'Emergency', description: 'For a critical failure or incident.', emergency: true },
  ],
  categories: [],
  risk: {
    how: 'scored',
    levels: ['Low', 'Medium', 'High'],
    combine: 'highest',
    dimensions: [
      { field: 'securityImpact', scores: SCORES },
      { field: 'availabilityImpact', scores: SCORES },
      { field: 'operationsImpact', scores: SCORES },
    ],
    bands: [
      { level: 'Low', from: 1 },
      { level: 'Medium', from: 2 },
      { level: 'High', from: 3 },
    ],
  },
  fields: [
    { id: 'securityImpact', title: 'Security impact', kind: 'option' },
    { id: 'availabilityImpact', title: 'Availability impact', kind: 'option' },
    { id: 'operationsImpact', title: 'Operations impact', kind: 'option' },
    { id: 'securityControls', title: 'Impacts security controls', kind: 'option' },
    { id: 'testedIn', title: 'Tested in', kind: 'option' },
    { id: 'pipelineRun', title: 'Pipeline run', kind: 'link' },
  ],
  terms: [
    { id: 'low-risk', means: { risk: ['Low'] } },
    { id: 'tested-outside-production', means: { field: 'testedIn', in: ['Development', 'Test', 'Staging'] } },
  ],
  scope: {},
  emergencies: { mode: 'both', bypasses: [], tell: [] },
  standardChanges: [
    {
      id: 'routine-patching',
      title: 'Routine patching',
      preApprovedBy: 'change-approver',
      when: { term: 'low-risk' },
    },
  ],
  exceptions: {
    clauses: ['DSO-5'],
    requirement: { allOf: [{ role: 'head-of-engineering' }, { role: 'security-officer' }] },
    askedWith: ['deviationReason', 'riskAssessment'],
    granted: [],
  },
  delegation: 'none',
  materialFields: [
    'summary',
    'changeType',
    'businessJustification',
    'scope',
    'dataClass',
    'securityControls',
    'impactAnalysis',
    'securityImpact',
    'availabilityImpact',
    'operationsImpact',
    'rollbackSteps',
    'testResults',
    'plannedStart',
    'plannedEnd',
    'standardTemplate',
  ],
  calendar: { windows: [] },
  records: { retentionMonths: 12, legalHold: false, notifications: [] },
  clocks: [
    {
      id: 'emergency-documented',
      title: 'Emergency documented',
      clauses: ['DSO-3.6a'],
      from: 'implementation-start',
      within: { hours: 24 },
      when: EMERGENCY,
      doneWhenFilled: [...REQUEST, ...RISK_AXES, 'testResults', 'testedIn', 'testSuites'],
    },
    {
      id: 'policy-reviewed',
      title: 'Policy reviewed',
      clauses: ['DSO-6'],
      from: 'policy-review',
      within: { days: 1 },
    },
  ],
  questions: [],
  answers: {},
  clauses: DSO_CLAUSES,
  rules: [...DSO_REQUEST_RULES, ...DSO_CLOSING_RULES],
};
