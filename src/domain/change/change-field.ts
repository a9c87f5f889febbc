/**
 * The fields of a change request that every policy can speak of. Names are the app's own; which Jira field holds each one
 * is in the stored field map. A policy may declare further fields of its own (`Policy.fields`).
 */
export const CHANGE_FIELDS = [
  'summary',
  'changeType',
  'category',
  'riskLevel',
  'description',
  'businessJustification',
  'scope',
  'services',
  'environment',
  'dataClass',
  'tags',
  'impactAnalysis',
  'riskAssessment',
  'implementationPlan',
  'rollbackSteps',
  'rollbackOwner',
  'rollbackTrigger',
  'plannedStart',
  'plannedEnd',
  'testPlan',
  'tester',
  'testResults',
  'testSuites',
  'testEvidence',
  'codeReview',
  'implementer',
  'verifier',
  'verification',
  'outcome',
  'emergencyReason',
  'incident',
  'standardTemplate',
  'affectedDocuments',
  'notified',
  'postImplementationReview',
  'reviewMeeting',
  'followUps',
  'exceptionTo',
  'deviationReason',
] as const;

export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** A field by its id: one of `CHANGE_FIELDS`, or one that the policy declares. */
export type FieldId = string;

/**
 * What kind of value a field holds. `text`, `option` and `number` values are what a person reads; `options` is a list of
 * such values; `person` is an account id; `instant` an ISO 8601 instant in UTC; `link` a web address or the key of a
 * Jira issue; `links` a list of them.
 */
export const KINDS_OF_FIELD = ['text', 'option', 'options', 'number', 'person', 'instant', 'link', 'links'] as const;

export type FieldKind = (typeof KINDS_OF_FIELD)[number];

export const FIELD_KINDS: Readonly<Record<ChangeField, FieldKind>> = {
  summary: 'text',
  changeType: 'option',
  category: 'option',
  riskLevel: 'option',
  description: 'text',
  businessJustification: 'text',
  scope: 'text',
  services: 'options',
  environment: 'option',
  dataClass: 'option',
  tags: 'options',
  impactAnalysis: 'text',
  riskAssessment: 'text',
  implementationPlan: 'text',
  rollbackSteps: 'text',
  rollbackOwner: 'person',
  rollbackTrigger: 'text',
  plannedStart: 'instant',
  plannedEnd: 'instant',
  testPlan: 'text',
  tester: 'person',
  testResults: 'text',
  testSuites: 'options',
  testEvidence: 'link',
  codeReview: 'link',
  implementer: 'person',
  verifier: 'person',
  verification: 'text',
  outcome: 'option',
  emergencyReason: 'option',
  incident: 'links',
  standardTemplate: 'text',
  affectedDocuments: 'text',
  notified: 'text',
  postImplementationReview: 'text',
  reviewMeeting: 'instant',
  followUps: 'text',
  exceptionTo: 'options',
  deviationReason: 'text',
};

/** Whether the field is one of those that every change has. */
export function isChangeField(field: FieldId): field is ChangeField {
  return Object.hasOwn(FIELD_KINDS, field);
}

/** A field that a policy declares for itself, found in Jira by its title. */
export interface OwnField {
  readonly id: FieldId;
  readonly title: string;
  readonly kind: FieldKind;
}

/** The kind of a field of every change, or of one that the policy declares; text where nobody declares it. */
export function kindOfField(field: FieldId, own: readonly OwnField[]): FieldKind {
  return isChangeField(field) ? FIELD_KINDS[field] : (own.find(({ id }) => id === field)?.kind ?? 'text');
}
