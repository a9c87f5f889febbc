import type { ChangeField } from '../domain/change/change-field';
import type { Gate, Stage } from '../domain/change/lifecycle';

/** The fields of a change request as Jira shows them. */
export const FIELD_TITLES: Readonly<Record<ChangeField, string>> = {
  summary: 'Summary',
  changeType: 'Change type',
  riskLevel: 'Risk level',
  description: 'Description',
  businessJustification: 'Business justification',
  impactAnalysis: 'Impact analysis',
  rollbackSteps: 'Rollback steps',
  rollbackOwner: 'Rollback owner',
  rollbackTrigger: 'Rollback trigger',
  plannedStart: 'Planned start',
  plannedEnd: 'Planned end',
  testPlan: 'Test plan',
  testResults: 'Test results',
  implementer: 'Implementer',
  verification: 'Verification',
  outcome: 'Outcome',
  emergencyReason: 'Emergency reason',
  standardTemplate: 'Standard change template',
  postImplementationReview: 'Post-implementation review',
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
