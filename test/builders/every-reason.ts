import type { Policy } from '../../src/domain/policy/policy';
import type { Reason, ReasonCode } from '../../src/domain/reason';
import { policyWith } from './policies';
import { minute } from './votes';

const cause = { code: 'lookup-failed', detail: 'Jira did not answer' } as const;
const by = 'account-owner';
const at = minute(0);
const from = '2025-12-19T00:00:00.000Z';
const until = '2026-01-04T06:00:00.000Z';
const soon = { from: '2026-03-03T20:00:00.000Z', until: '2026-03-03T21:30:00.000Z' };

/** The policy that the sentences below are about. */
export const SPOKEN_OF: Policy = policyWith([], {
  fields: [{ id: 'blastRadius', title: 'Blast radius', kind: 'text' }],
  questions: [{ id: 'keep', clauses: [], ask: 'How long are records kept?', kind: 'months' }],
});

type Said<R> = readonly (readonly [R, string])[];

/** Every reason there is, by its code, with what a person reads. The compiler refuses a code that is missing. */
export const REASONS: { readonly [C in ReasonCode]: Said<Extract<Reason, { readonly code: C }>> } = {
  'field-filled': [[{ code: 'field-filled', field: 'testPlan' }, 'Test plan is filled in.']],
  'field-empty': [
    [{ code: 'field-empty', field: 'rollbackSteps' }, 'Rollback steps is empty.'],
    [{ code: 'field-empty', field: 'blastRadius' }, 'Blast radius is empty.'],
    [{ code: 'field-empty', field: 'gone' }, 'gone is empty.'],
  ],
  'number-expected': [
    [{ code: 'number-expected', field: 'riskLevel', value: 'many' }, 'Risk level is no number: "many".'],
  ],
  'field-unknown': [
    [{ code: 'field-unknown', field: 'riskLevel', cause }, 'Risk level could not be read: Jira did not answer.'],
  ],
  'one-of-fields': [
    [
      { code: 'one-of-fields', fields: ['incident', 'emergencyReason', 'blastRadius'] },
      'One of these must be filled in: Incident, Emergency reason or Blast radius.',
    ],
  ],
  'not-a-link': [
    [
      { code: 'not-a-link', field: 'testEvidence' },
      'Test evidence holds neither a web address nor the key of a Jira issue.',
    ],
  ],
  'suite-passed': [[{ code: 'suite-passed', suite: 'unit' }, 'The test suite "unit" passed.']],
  'suite-missing': [
    [{ code: 'suite-missing', suite: 'unit' }, 'The test suite "unit" is not among those that passed.'],
  ],
  'document-updated': [
    [{ code: 'document-updated', document: 'Runbook' }, 'The document "Runbook" is marked as updated.'],
  ],
  'document-open': [
    [{ code: 'document-open', document: 'Runbook' }, 'The document "Runbook" is not marked as updated.'],
  ],
  'no-documents-affected': [[{ code: 'no-documents-affected' }, 'No document is affected.']],
  'review-meeting-held': [
    [{ code: 'review-meeting-held', at }, 'The review meeting was held on Mon 2 Mar 2026 09:00 UTC.'],
  ],
  'review-meeting-not-held': [
    [
      { code: 'review-meeting-not-held', at },
      'The review meeting of Mon 2 Mar 2026 09:00 UTC does not count: it is still to come, or was before the implementation began.',
    ],
  ],
  'milestones-unknown': [
    [{ code: 'milestones-unknown', cause }, 'When the change was implemented is not known: Jira did not answer.'],
  ],
  'risk-level-unknown': [
    [
      { code: 'risk-level-unknown', field: 'riskLevel', value: 'Dire', levels: ['Low', 'Medium', 'High'] },
      'Risk level is "Dire", which is none of Low, Medium and High.',
    ],
    [
      { code: 'risk-level-unknown', field: 'riskLevel', value: 'Dire', levels: [] },
      'Risk level is "Dire", which the policy does not know.',
    ],
  ],
  'all-of': [[{ code: 'all-of' }, 'All of these are needed.']],
  'any-of': [[{ code: 'any-of' }, 'One of these is needed.']],
  'at-least': [
    [{ code: 'at-least', needed: 2, have: 0 }, '2 of these are needed; none is there so far.'],
    [{ code: 'at-least', needed: 2, have: 1 }, '2 of these are needed; 1 is there so far.'],
    [{ code: 'at-least', needed: 1, have: 2 }, '1 of these is needed; 2 are there.'],
  ],
  'enough-of-role': [
    [
      { code: 'enough-of-role', role: 'board', needed: 2, have: 1 },
      '2 approvals by the Change Board are needed; 1 is there so far.',
    ],
    [
      { code: 'enough-of-role', role: 'board', needed: 3, have: 3, percent: 60 },
      '3 approvals by the Change Board are needed (60 % of those who hold the role); 3 are there.',
    ],
    [
      { code: 'enough-of-role', role: 'board', needed: 1, have: 0, percent: 10 },
      '1 approval by the Change Board is needed (10 % of those who hold the role); none is there so far.',
    ],
  ],
  'role-size-unknown': [
    [
      { code: 'role-size-unknown', role: 'board', cause },
      'How many people hold the role Change Board is not known: Jira did not answer.',
    ],
  ],
  approved: [
    [{ code: 'approved', role: 'owner', by, at }, 'Approved by the Service Owner.'],
    [
      { code: 'approved', role: 'owner', by, at, for: 'account-other' },
      'Approved by somebody who stands in for the Service Owner.',
    ],
  ],
  'approval-missing': [[{ code: 'approval-missing', role: 'board' }, 'Not yet approved by the Change Board.']],
  'approval-void': [
    [
      { code: 'approval-void', role: 'owner', by, at, edited: ['rollbackSteps'] },
      'The approval by the Service Owner no longer counts: Rollback steps was edited after it was given.',
    ],
    [
      { code: 'approval-void', role: 'owner', by, at, edited: ['blastRadius', 'requesters', 'testPlan'] },
      'The approval by the Service Owner no longer counts: Blast radius, Reporter and Test plan were edited after it was given.',
    ],
    [
      { code: 'approval-void', role: 'owner', by, at, edited: [] },
      'The approval by the Service Owner no longer counts: the policy has come to count other fields since.',
    ],
  ],
  'approval-expired': [
    [
      { code: 'approval-expired', role: 'owner', by, at, until: '2026-03-05T09:00:00.000Z' },
      'The approval by the Service Owner counted until Thu 5 Mar 2026 09:00 UTC.',
    ],
  ],
  'approval-out-of-order': [
    [
      { code: 'approval-out-of-order', role: 'board', after: ['owner', 'security'] },
      'The Change Board approved too early: this approval has to be given again, after the Service Owner and the Security Officer.',
    ],
  ],
  'different-people-needed': [
    [{ code: 'different-people-needed' }, 'Each of these approvals has to come from somebody else.'],
  ],
  'waiting-period': [
    [
      { code: 'waiting-period', since: at, until: '2026-03-04T09:00:00.000Z' },
      'Approved since Mon 2 Mar 2026 09:00 UTC; the waiting period lasts until Wed 4 Mar 2026 09:00 UTC.',
    ],
  ],
  'waiting-period-over': [
    [
      { code: 'waiting-period-over', since: at, until: '2026-03-04T09:00:00.000Z' },
      'The waiting period ended on Wed 4 Mar 2026 09:00 UTC.',
    ],
  ],
  declined: [
    [{ code: 'declined', by, at, roles: ['owner', 'board'] }, 'Declined by the Service Owner and Change Board.'],
    [{ code: 'declined', by, at, roles: [] }, 'Declined.'],
  ],
  'votes-unknown': [[{ code: 'votes-unknown', cause }, 'The approvals could not be read: Jira did not answer.']],
  'requesters-unknown': [
    [{ code: 'requesters-unknown', cause }, 'Who asked for the change could not be read: Jira did not answer.'],
  ],
  'duties-separate': [
    [{ code: 'duties-separate', duties: ['requester', 'approver'] }, 'Nobody is both requester and approver.'],
  ],
  'duties-not-separate': [
    [
      { code: 'duties-not-separate', duties: ['implementer', 'tester'], by },
      'Somebody is both implementer and tester.',
    ],
  ],
  'vote-left-out': [
    [{ code: 'vote-left-out', by, duty: 'requester' }, 'A vote by the requester is left out of the count.'],
  ],
  'same-person': [
    [{ code: 'same-person', duties: ['approver', 'verifier'], by }, 'Approver and verifier are the same person.'],
  ],
  'not-same-person': [
    [
      { code: 'not-same-person', duties: ['approver', 'closer'], by },
      'Approver and person closing the change are not the same person.',
    ],
  ],
  'duty-open': [[{ code: 'duty-open', duty: 'tester' }, 'There is no tester yet.']],
  'duty-unknown': [
    [
      { code: 'duty-unknown', duty: 'closer', cause: { code: 'not-looked-up', detail: 'actor' } },
      'The person closing the change is not known: it was not looked up.',
    ],
    [
      { code: 'duty-unknown', duty: 'closer', cause: { code: 'not-guarded', detail: 'close' } },
      'The person closing the change is not known: Jira does not tell the app, and the rule for it is not on this transition as the policy has it now.',
    ],
  ],
  'left-to-jira': [[{ code: 'left-to-jira', duty: 'closer' }, 'Jira itself checks the person closing the change.']],
  'role-held': [
    [{ code: 'role-held', duty: 'implementer', by, role: 'owner' }, 'The implementer holds the role Service Owner.'],
  ],
  'role-not-held': [
    [
      { code: 'role-not-held', duty: 'implementer', by, roles: ['owner'] },
      'The implementer does not hold the role Service Owner.',
    ],
    [
      { code: 'role-not-held', duty: 'tester', by, roles: ['owner', 'board'] },
      'The tester does not hold any of the roles Service Owner and Change Board.',
    ],
  ],
  'roles-unknown': [
    [
      { code: 'roles-unknown', by, cause },
      'Which roles somebody in this change holds is not known: Jira did not answer.',
    ],
  ],
  'written-by': [
    [{ code: 'written-by', field: 'riskAssessment', by }, 'Risk assessment was written by the right person.'],
  ],
  'written-by-other': [
    [
      { code: 'written-by-other', field: 'riskAssessment', by, wanted: { duty: 'approver' } },
      'Risk assessment was written by somebody who is not the approver.',
    ],
    [
      { code: 'written-by-other', field: 'riskAssessment', by, wanted: { roles: ['owner', 'board'] } },
      'Risk assessment was written by somebody who does not hold any of the roles Service Owner and Change Board.',
    ],
  ],
  'author-unknown': [
    [
      { code: 'author-unknown', field: 'riskAssessment', cause },
      'Who wrote Risk assessment is not known: Jira did not answer.',
    ],
  ],
  'calendar-unknown': [[{ code: 'calendar-unknown', cause }, 'The calendar could not be read: Jira did not answer.']],
  'interval-reversed': [
    [
      { code: 'interval-reversed', from: soon.until, until: soon.from },
      'Planned end (Tue 3 Mar 2026 20:00 UTC) is not after Planned start (Tue 3 Mar 2026 21:30 UTC).',
    ],
  ],
  'outside-freezes': [[{ code: 'outside-freezes' }, 'The change falls in no freeze.']],
  'in-freeze': [
    [
      { code: 'in-freeze', window: 'Year end', from, until },
      'The change falls in the freeze "Year end" (Fri 19 Dec 2025 00:00 – Sun 4 Jan 2026 06:00 UTC).',
    ],
  ],
  'freeze-exempted': [
    [
      { code: 'freeze-exempted', window: 'Year end', role: 'board', by },
      'The Change Board granted an exemption from the freeze "Year end".',
    ],
  ],
  'in-maintenance-window': [
    [
      { code: 'in-maintenance-window', window: 'Sunday night' },
      'The planned time lies in the maintenance window "Sunday night".',
    ],
  ],
  'outside-maintenance-windows': [
    [{ code: 'outside-maintenance-windows' }, 'The planned time does not lie in a maintenance window.'],
  ],
  'notice-given': [
    [
      { code: 'notice-given', earliest: at },
      'The planned start leaves enough notice: Mon 2 Mar 2026 09:00 UTC or later.',
    ],
  ],
  'notice-short': [
    [
      { code: 'notice-short', earliest: '2026-03-04T09:00:00.000Z', start: soon.from },
      'The planned start (Tue 3 Mar 2026 20:00 UTC) leaves too little notice: it may be Wed 4 Mar 2026 09:00 UTC at the earliest.',
    ],
  ],
  'no-overlap': [[{ code: 'no-overlap' }, 'No other change is planned on the same services at the same time.']],
  overlaps: [
    [
      { code: 'overlaps', key: 'CHG-7', ...soon },
      'CHG-7 is planned on the same services at the same time (Tue 3 Mar 2026 20:00 – 21:30 UTC).',
    ],
  ],
  bypassed: [
    [{ code: 'bypassed', rule: 'freezes' }, 'An emergency is not bound by freezes.'],
    [{ code: 'bypassed', rule: 'maintenance-windows' }, 'An emergency is not bound by maintenance windows.'],
    [{ code: 'bypassed', rule: 'notice' }, 'An emergency is not bound by notice periods.'],
    [{ code: 'bypassed', rule: 'overlap' }, 'An emergency is not bound by what else is planned.'],
  ],
  'in-catalogue': [
    [{ code: 'in-catalogue', entry: 'Monthly patch' }, 'Made from the standard change "Monthly patch".'],
  ],
  'not-in-catalogue': [
    [{ code: 'not-in-catalogue', entry: null, entries: [] }, 'Standard change template is empty.'],
    [
      { code: 'not-in-catalogue', entry: 'Rebuild', entries: [] },
      'Standard change template names no entry of the catalogue of standard changes.',
    ],
  ],
  'catalogue-entry-expired': [
    [
      { code: 'catalogue-entry-expired', entry: 'Monthly patch', until: '2026-02-28' },
      'The standard change "Monthly patch" could be used until Sat 28 Feb 2026.',
    ],
  ],
  'catalogue-entry-not-fitting': [
    [
      { code: 'catalogue-entry-not-fitting', entry: 'Monthly patch' },
      'The change is not one that the standard change "Monthly patch" is for.',
    ],
  ],
  'type-allowed': [[{ code: 'type-allowed', type: 'Normal' }, 'The change type is Normal.']],
  'type-not-allowed': [
    [{ code: 'type-not-allowed', type: 'Whim', types: ['Normal'] }, 'The change type may not be Whim here.'],
  ],
  'is-emergency': [[{ code: 'is-emergency', type: 'Emergency' }, 'The change is an emergency (Emergency).']],
  'not-an-emergency': [
    [
      { code: 'not-an-emergency', type: 'Normal', types: ['Emergency'] },
      'A change of this type (Normal) is no emergency.',
    ],
  ],
  'no-emergency-path': [[{ code: 'no-emergency-path' }, 'The policy has no way of its own for emergencies.']],
  'no-exception-asked': [[{ code: 'no-exception-asked' }, 'The change asks for no exception.']],
  'no-exception-path': [
    [{ code: 'no-exception-path' }, 'The change asks for an exception, but the policy knows none.'],
  ],
  'exception-from-nothing': [
    [{ code: 'exception-from-nothing', asked: 'T-9' }, 'Exception to names "T-9", from which there is no exception.'],
  ],
  'votes-stay-barred': [
    [
      { code: 'votes-stay-barred', clause: 'T-9', duties: ['requester', 'implementer'] },
      'Votes of the requester or implementer do not count, even with an exception from T-9: have somebody else approve.',
    ],
  ],
  excepted: [
    [
      { code: 'excepted', clauses: ['T-1', 'T-2'], exception: null },
      'The change was granted an exception from T-1 and T-2.',
    ],
    [{ code: 'excepted', clauses: ['T-1'], exception: 'EX-3' }, 'The exception "EX-3" from T-1 covers the change.'],
  ],
  'out-of-scope': [[{ code: 'out-of-scope' }, 'The policy does not govern this change.']],
  'condition-unknown': [
    [
      { code: 'condition-unknown', ruleId: 'x' },
      'Whether this applies could not be decided, because something is not known.',
    ],
  ],
  'question-open': [
    [{ code: 'question-open', question: 'keep' }, 'The policy leaves a question open ("How long are records kept?").'],
    [{ code: 'question-open', question: 'gone' }, 'The policy leaves a question open ("gone").'],
  ],
};
