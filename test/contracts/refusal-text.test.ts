import { describe, expect, it } from '@jest/globals';
import { refusalText } from '../../src/contracts/refusal-text';
import type { VoteRefusal } from '../../src/domain/decision/decide-vote';
import { policyWith } from '../builders/policies';

/** Every refusal there is, by its code. The compiler refuses a code that is missing. */
const REFUSALS: {
  readonly [C in VoteRefusal['code']]: readonly (readonly [Extract<VoteRefusal, { code: C }>, string])[];
} = {
  'stage-unknown': [[{ code: 'stage-unknown' }, 'Where this change stands could not be read. Try again.']],
  'no-approval-here': [[{ code: 'no-approval-here' }, 'This change asks for no approval where it stands now.']],
  'not-an-approver': [
    [
      { code: 'not-an-approver', roles: ['owner'] },
      'This approval is for the Service Owner. You hold none of these roles.',
    ],
    [
      { code: 'not-an-approver', roles: ['owner', 'security', 'board'] },
      'This approval is for the Service Owner, Security Officer or Change Board. You hold none of these roles.',
    ],
  ],
  'requester-may-not-approve': [
    [
      { code: 'requester-may-not-approve' },
      'You asked for this change, and the policy does not let requesters approve their own changes.',
    ],
  ],
  'duty-bars-vote': [
    [
      { code: 'duty-bars-vote', duty: 'implementer' },
      'You are the implementer of this change, and the policy does not let the implementer approve it.',
    ],
  ],
  'human-account-needed': [
    [
      { code: 'human-account-needed' },
      "The policy counts approvals by people only, and Jira does not say that this account is a person's.",
    ],
  ],
  'plan-unknown': [
    [
      { code: 'plan-unknown' },
      'Part of the plan could not be read, so nobody can put their name to it yet. Try again.',
    ],
  ],
  'plan-changed': [
    [{ code: 'plan-changed' }, 'The plan was edited while you were reading it. Look at it again before you vote.'],
  ],
  'already-voted': [
    [{ code: 'already-voted', decision: 'approve' }, 'You have approved this plan already.'],
    [{ code: 'already-voted', decision: 'decline' }, 'You have declined this plan already.'],
  ],
  'nothing-to-withdraw': [[{ code: 'nothing-to-withdraw' }, 'You have no vote here that could be withdrawn.']],
  'comment-needed': [[{ code: 'comment-needed' }, 'Say why you decline, so that it can be put right.']],
};

describe('a refused vote in words', () => {
  it.each(Object.values(REFUSALS).flat() as readonly (readonly [VoteRefusal, string])[])('%j', (refusal, text) => {
    expect(refusalText(refusal, policyWith([]))).toBe(text);
  });
});
