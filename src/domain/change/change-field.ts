/**
 * The fields of a change request that a policy can speak of. Names are the app's own; which Jira field holds each one is
 * in the stored field map.
 */
export const CHANGE_FIELDS = [
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
  'testResults',
  'implementer',
  'verification',
  'outcome',
  'emergencyReason',
  'standardTemplate',
  'postImplementationReview',
  'deviationReason',
] as const;

export type ChangeField = (typeof CHANGE_FIELDS)[number];

/**
 * What kind of value a field holds. `text` and `option` values are what a person reads, `person` is an account id,
 * `instant` an ISO 8601 instant in UTC.
 */
export type FieldKind = 'text' | 'option' | 'person' | 'instant';

export const FIELD_KINDS: Readonly<Record<ChangeField, FieldKind>> = {
  summary: 'text',
  changeType: 'option',
  riskLevel: 'option',
  description: 'text',
  businessJustification: 'text',
  impactAnalysis: 'text',
  rollbackSteps: 'text',
  rollbackOwner: 'person',
  rollbackTrigger: 'text',
  plannedStart: 'instant',
  plannedEnd: 'instant',
  testPlan: 'text',
  testResults: 'text',
  implementer: 'person',
  verification: 'text',
  outcome: 'option',
  emergencyReason: 'option',
  standardTemplate: 'text',
  postImplementationReview: 'text',
  deviationReason: 'text',
};
