import type { ChangeField } from './change-field';
import type { Gate, Stage } from './lifecycle';

/** The fields of a change request as Jira shows them. No title is that of another field that every Jira has. */
export const FIELD_TITLES: Readonly<Record<ChangeField, string>> = {
  summary: 'Summary',
  changeType: 'Change type',
  category: 'Category',
  riskLevel: 'Risk level',
  description: 'Description',
  businessJustification: 'Business justification',
  scope: 'Scope',
  services: 'Affected services',
  // Every Jira has a text field called Environment, and of two fields of one name none is read.
  environment: 'Target environment',
  dataClass: 'Data classification',
  tags: 'Labels',
  impactAnalysis: 'Impact analysis',
  riskAssessment: 'Risk assessment',
  implementationPlan: 'Implementation plan',
  rollbackSteps: 'Rollback steps',
  rollbackOwner: 'Rollback owner',
  rollbackTrigger: 'Rollback trigger',
  plannedStart: 'Planned start',
  plannedEnd: 'Planned end',
  testPlan: 'Test plan',
  tester: 'Tester',
  testResults: 'Test results',
  testSuites: 'Test suites passed',
  testEvidence: 'Test evidence',
  codeReview: 'Code review',
  implementer: 'Implementer',
  verifier: 'Verifier',
  verification: 'Verification',
  outcome: 'Outcome',
  emergencyReason: 'Emergency reason',
  incident: 'Incident',
  standardTemplate: 'Standard change template',
  affectedDocuments: 'Affected documents',
  notified: 'Stakeholders told',
  postImplementationReview: 'Post-implementation review',
  reviewMeeting: 'Review meeting',
  followUps: 'Follow-up work',
  exceptionTo: 'Exception to',
  deviationReason: 'Deviation reason',
};

/** The statuses of a change request as Jira shows them. */
export const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  draft: 'Draft',
  assessment: 'Assessment',
  approved: 'Approved',
  implementing: 'Implementing',
  verification: 'Verification',
  'rolled-back': 'Rolled back',
  closed: 'Closed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
};

/** The gated transitions as Jira shows them. */
export const GATE_TITLES: Readonly<Record<Gate, string>> = {
  submit: 'Submit',
  authorize: 'Authorize',
  implement: 'Implement',
  complete: 'Complete',
  close: 'Close',
  expedite: 'Expedite',
};

/** The name of the issue type. */
export const CHANGE_REQUEST = 'Change Request';
