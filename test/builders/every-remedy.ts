import type { Remedy } from '../../src/domain/reason';
import { minute } from './votes';

const by = 'account-owner';

type Said<R> = readonly (readonly [R, string])[];

/** Every remedy there is, by its name, with what a person reads. The compiler refuses a remedy that is missing. */
export const REMEDIES: { readonly [D in Remedy['do']]: Said<Extract<Remedy, { readonly do: D }>> } = {
  'enter-number': [[{ do: 'enter-number', field: 'outcome' }, 'Enter a number in Outcome, in digits.']],
  'fill-field': [
    [{ do: 'fill-field', field: 'outcome' }, 'Fill in Outcome.'],
    [{ do: 'fill-field', field: 'blastRadius' }, 'Fill in Blast radius.'],
  ],
  'fill-one-of': [
    [{ do: 'fill-one-of', fields: ['incident', 'emergencyReason'] }, 'Fill in Incident or Emergency reason.'],
  ],
  approve: [[{ do: 'approve', role: 'board' }, 'Ask the Change Board to approve in the Change control panel.']],
  'approve-by-more': [
    [
      { do: 'approve-by-more', role: 'board', more: 2 },
      'Ask 2 more of the Change Board to approve in the Change control panel.',
    ],
  ],
  'ask-somebody-else': [[{ do: 'ask-somebody-else' }, 'Ask somebody else to approve in the Change control panel.']],
  'settle-decline': [
    [{ do: 'settle-decline', by }, 'Settle it with whoever declined, or change the plan and ask again.'],
  ],
  wait: [[{ do: 'wait', until: minute(30) }, 'Wait until Mon 2 Mar 2026 09:30 UTC.']],
  'plan-after': [[{ do: 'plan-after', instant: minute(0) }, 'Plan it for Mon 2 Mar 2026 09:00 UTC or later.']],
  'plan-in-window': [
    [
      { do: 'plan-in-window', window: 'Sunday night', from: minute(0), until: minute(90) },
      'Plan it within "Sunday night" (Mon 2 Mar 2026 09:00 – 10:30 UTC).',
    ],
  ],
  'plan-elsewhere': [[{ do: 'plan-elsewhere' }, 'Plan it for another time.']],
  'ask-exemption': [
    [
      { do: 'ask-exemption', window: 'Year end', role: 'board' },
      'Plan it for another time, or name "Year end" in Exception to and ask the Change Board to approve in the Change control panel.',
    ],
  ],
  'name-somebody-else': [
    [{ do: 'name-somebody-else', duty: 'implementer' }, 'Let somebody else be the implementer.'],
    [{ do: 'name-somebody-else', duty: 'closer' }, 'Let somebody else close the change.'],
  ],
  'name-holder': [
    [
      { do: 'name-holder', duty: 'requester', roles: ['owner'] },
      'Let somebody with the role Service Owner ask for the change.',
    ],
    [
      { do: 'name-holder', duty: 'tester', roles: ['owner', 'board'] },
      'Let somebody with one of the roles Service Owner and Change Board be the tester.',
    ],
  ],
  'name-person': [
    [{ do: 'name-person', duty: 'verifier', by: [by] }, 'Let the same person be the verifier.'],
    [{ do: 'name-person', duty: 'approver', by: [by] }, 'Let the same person approve.'],
  ],
  'have-written': [
    [
      { do: 'have-written', field: 'riskAssessment', by: { duty: 'approver' } },
      'Let the approver write Risk assessment.',
    ],
    [
      { do: 'have-written', field: 'riskAssessment', by: { roles: ['owner'] } },
      'Let somebody with the role Service Owner write Risk assessment.',
    ],
  ],
  'pass-suite': [
    [{ do: 'pass-suite', suite: 'unit' }, 'Run it, and name "unit" in Test suites passed once it has passed.'],
  ],
  'update-document': [
    [{ do: 'update-document', document: 'Runbook' }, 'Update it, and mark it in Affected documents.'],
  ],
  'choose-catalogue-entry': [
    [{ do: 'choose-catalogue-entry', entries: ['Patch', 'Add a user'] }, 'Choose one of: Patch, Add a user.'],
    [{ do: 'choose-catalogue-entry', entries: [] }, 'No standard change fits it now: choose another change type.'],
  ],
  'use-other-path': [
    [
      { do: 'use-other-path', types: ['Normal', 'Standard'] },
      'Set Change type to Normal or Standard, or take the way of its own type.',
    ],
    [{ do: 'use-other-path', types: [] }, 'Submit it instead, like any other change.'],
  ],
  'choose-type': [
    [{ do: 'choose-type', types: ['Normal', 'Standard'], given: [] }, 'Set Change type to Normal or Standard.'],
    [
      { do: 'choose-type', types: ['Normal'], given: ['emergencyReason'] },
      'Set Change type to Normal, or correct Emergency reason.',
    ],
  ],
  'choose-risk-level': [
    [{ do: 'choose-risk-level', field: 'riskLevel', levels: ['Low', 'High'] }, 'Choose Low or High in Risk level.'],
    [{ do: 'choose-risk-level', field: 'riskLevel', levels: [] }, 'Choose another Risk level.'],
  ],
  'take-back-exception': [[{ do: 'take-back-exception' }, 'Take it out of Exception to.']],
  'answer-question': [
    [{ do: 'answer-question', question: 'keep' }, 'Ask a Jira admin to answer it on the Change control page.'],
  ],
  'give-reason': [
    [
      { do: 'give-reason', field: 'deviationReason' },
      'Or give the reason for going without it in Deviation reason; it goes on record.',
    ],
  ],
  'mend-lookup': [
    [
      { do: 'mend-lookup', cause: { code: 'lookup-failed', detail: 'Jira did not answer' } },
      'Try again; if it stays, ask a Jira admin.',
    ],
    [
      { do: 'mend-lookup', cause: { code: 'no-such-field', detail: 'Risk level' } },
      'Ask a Jira admin to put the field back.',
    ],
    [{ do: 'mend-lookup', cause: { code: 'not-guarded', detail: 'close' } }, 'Ask a Jira admin to put the rule on it.'],
  ],
};
