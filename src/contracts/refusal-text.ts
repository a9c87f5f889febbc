import type { VoteRefusal } from '../domain/decision/decide-vote';
import type { Policy } from '../domain/policy/policy';
import { list } from './wording/lists';
import { dutyName, roleTitle } from './wording/names-of-people';

/** Why a vote is not taken, in words: what is the case, and what to do where something can be done. */
export function refusalText(refusal: VoteRefusal, policy: Policy): string {
  switch (refusal.code) {
    case 'stage-unknown':
      return 'Where this change stands could not be read. Try again.';
    case 'no-approval-here':
      return 'This change asks for no approval where it stands now.';
    case 'not-an-approver':
      return `This approval is for the ${list(
        refusal.roles.map((role) => roleTitle(policy, role)),
        'or',
      )}. You hold none of these roles.`;
    case 'requester-may-not-approve':
      return 'You asked for this change, and the policy does not let requesters approve their own changes.';
    case 'duty-bars-vote':
      return `You are the ${dutyName(refusal.duty)} of this change, and the policy does not let the ${dutyName(refusal.duty)} approve it.`;
    case 'human-account-needed':
      return "The policy counts approvals by people only, and Jira does not say that this account is a person's.";
    case 'plan-unknown':
      return 'Part of the plan could not be read, so nobody can put their name to it yet. Try again.';
    case 'plan-changed':
      return 'The plan was edited while you were reading it. Look at it again before you vote.';
    case 'already-voted':
      return refusal.decision === 'approve'
        ? 'You have approved this plan already.'
        : 'You have declined this plan already.';
    case 'nothing-to-withdraw':
      return 'You have no vote here that could be withdrawn.';
    case 'comment-needed':
      return 'Say why you decline, so that it can be put right.';
  }
}
