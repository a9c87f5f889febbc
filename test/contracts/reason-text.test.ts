import { describe, expect, it } from '@jest/globals';
import { causeText, list, reasonText, remedyText, roleTitle } from '../../src/contracts/reason-text';
import { CHANGE_FIELDS } from '../../src/domain/change/change-field';
import type { Reason, ReasonCode, Remedy } from '../../src/domain/reason';
import { policyWith } from '../builders/policies';
import { minute } from '../builders/votes';

const policy = policyWith([]);
const cause = { code: 'lookup-failed', detail: 'Jira did not answer' } as const;
const by = 'account-owner';
const at = minute(0);

/** Every reason there is, by its code, with what a person reads. The compiler refuses a code that is missing. */
const REASONS: { readonly [C in ReasonCode]: readonly (readonly [Extract<Reason, { code: C }>, string])[] } = {
  'field-filled': [[{ code: 'field-filled', field: 'testPlan' }, 'Test plan is filled in.']],
  'field-empty': [[{ code: 'field-empty', field: 'rollbackSteps' }, 'Rollback steps is empty.']],
  'field-unknown': [
    [{ code: 'field-unknown', field: 'riskLevel', cause }, 'Risk level could not be read: Jira did not answer.'],
  ],
  'all-of': [[{ code: 'all-of' }, 'All of these are needed.']],
  'any-of': [[{ code: 'any-of' }, 'One of these is needed.']],
  approved: [[{ code: 'approved', role: 'owner', by, at }, 'Approved by the Service Owner.']],
  'approval-missing': [[{ code: 'approval-missing', role: 'board' }, 'Not yet approved by the Change Board.']],
  'approval-void': [
    [
      { code: 'approval-void', role: 'owner', by, at, edited: ['rollbackSteps'] },
      'The approval by the Service Owner no longer counts: Rollback steps was edited after it was given.',
    ],
    [
      { code: 'approval-void', role: 'owner', by, at, edited: ['description', 'requesters', 'testPlan'] },
      'The approval by the Service Owner no longer counts: Description, Reporter and Test plan were edited after it was given.',
    ],
    [
      { code: 'approval-void', role: 'owner', by, at, edited: [] },
      'The approval by the Service Owner no longer counts: the policy has come to count other fields since.',
    ],
  ],
  'approval-out-of-order': [
    [
      { code: 'approval-out-of-order', role: 'board', after: ['owner', 'security'] },
      'The Change Board approved too early, so this approval has to be taken back and given again, after the Service Owner and the Security Officer.',
    ],
  ],
  declined: [
    [{ code: 'declined', by, at, roles: ['owner', 'board'] }, 'Declined by the Service Owner and Change Board.'],
  ],
  'votes-unknown': [[{ code: 'votes-unknown', cause }, 'The approvals could not be read: Jira did not answer.']],
  'requester-vote-ignored': [
    [{ code: 'requester-vote-ignored', by }, 'A vote by somebody who asked for the change is left out of the count.'],
  ],
  'requester-did-not-vote': [[{ code: 'requester-did-not-vote' }, 'Nobody who asked for the change has voted on it.']],
  'requesters-unknown': [
    [{ code: 'requesters-unknown', cause }, 'Who asked for the change could not be read: Jira did not answer.'],
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
  'type-allowed': [[{ code: 'type-allowed', type: 'Normal' }, 'The change type is Normal.']],
  'type-not-allowed': [
    [
      { code: 'type-not-allowed', type: 'Whim', types: ['Normal'] },
      'A change of this type (Whim) does not go this way.',
    ],
  ],
  'condition-unknown': [
    [
      { code: 'condition-unknown', ruleId: 'x' },
      'Whether this applies could not be decided, because a field could not be read.',
    ],
  ],
};

/** Every remedy there is, by its name. */
const REMEDIES: { readonly [D in Remedy['do']]: readonly (readonly [Extract<Remedy, { do: D }>, string])[] } = {
  'fill-field': [[{ do: 'fill-field', field: 'outcome' }, 'Fill in Outcome.']],
  approve: [[{ do: 'approve', role: 'board' }, 'Ask the Change Board to approve in the Change control panel.']],
  'settle-decline': [
    [{ do: 'settle-decline', by }, 'Settle it with whoever declined, or change the plan and ask again.'],
  ],
  'choose-catalogue-entry': [
    [{ do: 'choose-catalogue-entry', entries: ['Patch', 'Add a user'] }, 'Choose one of: Patch, Add a user.'],
    [{ do: 'choose-catalogue-entry', entries: [] }, 'The policy has no standard changes: make it a normal change.'],
  ],
  'use-other-path': [
    [
      { do: 'use-other-path', types: ['Normal', 'Standard'] },
      'Set Change type to Normal or Standard, or take the way of its own type.',
    ],
  ],
  'give-reason': [
    [
      { do: 'give-reason', field: 'deviationReason' },
      'Or give the reason for going without it in Deviation reason; it goes on record.',
    ],
  ],
  'mend-lookup': [
    [{ do: 'mend-lookup', cause }, 'Try again; if it stays, ask a Jira admin.'],
    [
      { do: 'mend-lookup', cause: { code: 'no-such-field', detail: 'Risk level' } },
      'Ask a Jira admin to put the field back.',
    ],
  ],
};

describe('a reason in words', () => {
  it.each(Object.values(REASONS).flat() as readonly (readonly [Reason, string])[])('%j', (reason, text) => {
    expect(reasonText(reason, policy)).toBe(text);
  });

  it('never names a person', () => {
    const texts = Object.values(REASONS).flat() as readonly (readonly [Reason, string])[];
    expect(texts.filter(([reason]) => reasonText(reason, policy).includes('account-'))).toEqual([]);
  });

  it.each(CHANGE_FIELDS)('calls %s as Jira shows it, not by a name of the app', (field) => {
    expect(reasonText({ code: 'field-empty', field }, policy)).toMatch(/^[A-Z][a-z]+([ -][a-z]+)* is empty\.$/);
  });
});

describe('a remedy in words', () => {
  it.each(Object.values(REMEDIES).flat() as readonly (readonly [Remedy, string])[])('%j', (remedy, text) => {
    expect(remedyText(remedy, policy)).toBe(text);
  });
});

describe('the cause of something unknown', () => {
  it.each([
    ['no-such-field', 'there is no such field (Risk level).'],
    ['unreadable-value', 'its value has an unexpected form (Risk level).'],
    ['lookup-failed', 'Risk level.'],
  ] as const)('%s is said to be: %s', (code, text) => {
    expect(causeText({ code, detail: 'Risk level' })).toBe(text);
  });
});

describe('the words of a sentence', () => {
  it('list one, two and more things', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((parts) => list(parts))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(list(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });

  it('call a role that the policy no longer knows by its id', () => {
    expect([roleTitle(policy, 'owner'), roleTitle(policy, 'gone')]).toEqual(['Service Owner', 'gone']);
  });
});
