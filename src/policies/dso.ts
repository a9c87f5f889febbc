import type { Policy } from '../domain/policy/policy';
import { DSO_CLAUSES } from './dso-clauses';
import { DSO_CLOSING_RULES } from './dso-closing-rules';
import { EMERGENCY } from './dso-conditions';
import { DSO_REQUEST_RULES } from './dso-request-rules';

const SCORES = { Low: 1, Medium: 2, High: 3 };

/**
 * The DevSecOpsBook change management policy.
 *
 * Where the document leaves something open, this is how it is read: a standard change is pre-approved by nobody in
 * particular, so the catalogue names no role; test results belong to the request when it is approved, not when it is
 * handed in; the risk of a change is its highest impact on security, availability or operations; an emergency "must be
 * approved" (3.3) and "resolved immediately" (3.1), so its approval comes first and its documentation and review after;
 * a change of security controls has the label Security-controls; "peer review or approval" (3.7) is an approval by
 * somebody who neither asks for nor implements the change, and a review where a change of code needs no approval.
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
    frameworks: [{ name: 'SOC 2', controls: ['CC8.1'] }],
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
    { id: 'testedIn', title: 'Tested in', kind: 'option' },
    { id: 'pipelineRun', title: 'Pipeline run', kind: 'link' },
  ],
  terms: [],
  scope: {},
  emergencies: { mode: 'both', bypasses: [], tell: ['security-team'] },
  standardChanges: [{ id: 'routine-patching', title: 'Routine patching', preApprovedBy: null }],
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
    'tags',
    'impactAnalysis',
    'securityImpact',
    'availabilityImpact',
    'operationsImpact',
    'rollbackSteps',
    'plannedStart',
    'plannedEnd',
    'standardTemplate',
    'exceptionTo',
  ],
  calendar: { windows: [] },
  records: { retentionMonths: 12, legalHold: false, notifications: [] },
  clocks: [
    {
      id: 'emergency-documented',
      title: 'Emergency documented',
      clauses: ['DSO-3.6a'],
      from: 'implementation-end',
      within: { hours: 24 },
      when: EMERGENCY,
      doneWhenFilled: ['businessJustification', 'scope', 'impactAnalysis', 'rollbackSteps', 'testResults'],
    },
    {
      id: 'policy-reviewed',
      title: 'Policy reviewed',
      clauses: ['DSO-6'],
      from: 'policy-review',
      within: { days: 0 },
    },
  ],
  questions: [],
  answers: {},
  clauses: DSO_CLAUSES,
  rules: [...DSO_REQUEST_RULES, ...DSO_CLOSING_RULES],
};
