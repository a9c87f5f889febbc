/** What the set-up of an empty project makes, for reading. */

/** Id, form and title of every field that is made where no policy is in force. */
export const FIELDS = [
  ['changeType', 'choice', 'Change type'],
  ['category', 'choice', 'Category'],
  ['riskLevel', 'choice', 'Risk level'],
  ['businessJustification', 'paragraph', 'Business justification'],
  ['scope', 'paragraph', 'Scope'],
  ['services', 'labels', 'Affected services'],
  ['environment', 'choice', 'Target environment'],
  ['dataClass', 'choice', 'Data classification'],
  ['impactAnalysis', 'paragraph', 'Impact analysis'],
  ['riskAssessment', 'paragraph', 'Risk assessment'],
  ['implementationPlan', 'paragraph', 'Implementation plan'],
  ['rollbackSteps', 'paragraph', 'Rollback steps'],
  ['rollbackOwner', 'person', 'Rollback owner'],
  ['rollbackTrigger', 'paragraph', 'Rollback trigger'],
  ['plannedStart', 'moment', 'Planned start'],
  ['plannedEnd', 'moment', 'Planned end'],
  ['testPlan', 'paragraph', 'Test plan'],
  ['tester', 'person', 'Tester'],
  ['testResults', 'paragraph', 'Test results'],
  ['testSuites', 'choices', 'Test suites passed'],
  ['testEvidence', 'link', 'Test evidence'],
  ['codeReview', 'link', 'Code review'],
  ['implementer', 'person', 'Implementer'],
  ['verifier', 'person', 'Verifier'],
  ['verification', 'paragraph', 'Verification'],
  ['outcome', 'choice', 'Outcome'],
  ['emergencyReason', 'choice', 'Emergency reason'],
  ['incident', 'line', 'Incident'],
  ['standardTemplate', 'line', 'Standard change template'],
  ['affectedDocuments', 'paragraph', 'Affected documents'],
  ['notified', 'paragraph', 'Stakeholders told'],
  ['postImplementationReview', 'paragraph', 'Post-implementation review'],
  ['reviewMeeting', 'moment', 'Review meeting'],
  ['followUps', 'paragraph', 'Follow-up work'],
  ['exceptionTo', 'labels', 'Exception to'],
  ['deviationReason', 'paragraph', 'Deviation reason'],
] as const;

/** What the lists among them offer. */
export const OPTIONS = {
  changeType: ['Standard', 'Normal', 'Emergency'],
  category: ['Application', 'Data', 'Infrastructure', 'Network', 'Security', 'Other'],
  riskLevel: ['Low', 'Medium', 'High'],
  environment: ['Production', 'Staging'],
  dataClass: ['Public', 'Internal', 'Regulated'],
  testSuites: ['Unit', 'Integration', 'Security'],
  outcome: ['Successful', 'Partly successful', 'Failed', 'Rolled back'],
  emergencyReason: ['Restore service', 'Fix a security issue', 'Prevent imminent data loss', 'Other'],
};

/** Stage, name and category in Jira. */
export const STATUSES = [
  ['draft', 'Draft', 'TODO'],
  ['assessment', 'Assessment', 'IN_PROGRESS'],
  ['approved', 'Approved', 'IN_PROGRESS'],
  ['implementing', 'Implementing', 'IN_PROGRESS'],
  ['verification', 'Verification', 'IN_PROGRESS'],
  ['rolled-back', 'Rolled back', 'IN_PROGRESS'],
  ['closed', 'Closed', 'DONE'],
  ['rejected', 'Rejected', 'DONE'],
  ['cancelled', 'Cancelled', 'DONE'],
] as const;

/** Gate, name of the screen, and the fields on it. */
export const SCREENS = [
  [
    'implement',
    'OPS: Implement a change',
    ['tester', 'testSuites', 'testResults', 'codeReview', 'implementer', 'deviationReason'],
  ],
  ['complete', 'OPS: Complete a change', ['implementer', 'tester', 'testResults']],
  [
    'close',
    'OPS: Close a change',
    ['verifier', 'notified', 'postImplementationReview', 'reviewMeeting', 'deviationReason'],
  ],
  ['expedite', 'OPS: Expedite a change', ['emergencyReason', 'incident']],
] as const;

/** Id, name, from, to, screen, and the kinds of its guards in their order. */
export const TRANSITIONS = [
  ['11', 'Submit', ['draft'], 'assessment', null, ['gate']],
  ['21', 'Authorize', ['assessment'], 'approved', null, ['gate', 'filled', 'later', 'other-person']],
  ['31', 'Implement', ['approved'], 'implementing', 'screen:implement', ['gate']],
  ['41', 'Complete', ['implementing'], 'verification', 'screen:complete', ['gate']],
  ['51', 'Close', ['verification', 'rolled-back'], 'closed', 'screen:close', ['gate']],
  ['61', 'Expedite', ['draft'], 'implementing', 'screen:expedite', ['gate']],
  ['71', 'Reject', ['assessment'], 'rejected', null, []],
  ['81', 'Cancel', ['draft', 'assessment', 'approved'], 'cancelled', null, []],
  ['91', 'Roll back', ['implementing', 'verification'], 'rolled-back', null, []],
  ['101', 'Send back', ['assessment'], 'draft', null, []],
] as const;
