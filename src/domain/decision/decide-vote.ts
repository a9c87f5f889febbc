import { barOf } from '../approval/barred-voters';
import { isDelegated } from '../approval/delegation';
import { keepWeights } from '../approval/kept-weights';
import { scalesOf } from '../approval/scales';
import { unreadVotes } from '../approval/unread-votes';
import type { Vote, VoteDecision } from '../approval/vote';
import type { Voter } from '../approval/voter';
import { wellFormed } from '../canonical';
import type { ChangeFacts } from '../change/change-facts';
import { partDigestsOf } from '../change/plan-fingerprint';
import type { Instant } from '../instant';
import type { Duty } from '../policy/duty';
import type { Policy } from '../policy/policy';
import type { RuleContext } from '../policy/rule';
import { approvalPoint, approvalPoints, type ApprovalPoint } from './approval-point';
import { grantedBy, rolesHeardBy } from './asked-roles';
import { isRepeated } from './repeated-vote';

/** Why a vote is not taken. Nothing is recorded. */
export type VoteRefusal =
  | { readonly code: 'stage-unknown' }
  | { readonly code: 'no-approval-here' }
  | { readonly code: 'not-an-approver'; readonly roles: readonly string[] }
  | { readonly code: 'requester-may-not-approve' }
  /** The voter has another duty that the policy separates from approving. */
  | { readonly code: 'duty-bars-vote'; readonly duty: Duty }
  /** Every rule that asks the voter asks for human beings, and the account is not known to belong to one. */
  | { readonly code: 'human-account-needed' }
  | { readonly code: 'plan-unknown' }
  | { readonly code: 'plan-changed' }
  | { readonly code: 'already-voted'; readonly decision: VoteDecision }
  | { readonly code: 'nothing-to-withdraw' }
  | { readonly code: 'comment-needed' };

export interface Ballot {
  readonly decision: VoteDecision;
  readonly comment: string;
  /** The plan that the voter was shown. */
  readonly seenFingerprint: string;
}

export type VoteOutcome =
  { readonly taken: true; readonly vote: Vote } | { readonly taken: false; readonly refusal: VoteRefusal };

/**
 * Decides whether a ballot is taken: the change must ask for approvals at this moment, the voter must hold a role that is
 * asked for, or have it from somebody who may vote, and not be barred from voting, and the plan must be the one that the
 * voter was shown. A vote that comes before its turn is taken; that it does not count yet is for the finding to say.
 */
export function decideVote(
  { policy, hash }: { readonly policy: Policy; readonly hash: string },
  facts: ChangeFacts,
  voter: Voter,
  ballot: Ballot,
  instant: Instant,
): VoteOutcome {
  const voting: Voting = { policy, facts, voter, instant };
  if (!isStandingKnown(facts)) return refused({ code: 'stage-unknown' });
  if (ballot.decision === 'withdraw') {
    // Taking back one's own vote needs no role: somebody who lost it must still be able to.
    const point = approvalPoints(policy, facts, instant).find((candidate) => hasVote(candidate, voting));
    if (point === undefined) return refused({ code: 'nothing-to-withdraw' });
    return { taken: true, vote: drawUp(ballot, point, voting, hash) };
  }
  const point = approvalPoint(policy, facts, instant, voter);
  if (point === undefined) return refused({ code: 'no-approval-here' });
  const barrier = whyNotAt(point, voting);
  if (barrier !== undefined) return refused(barrier);
  if (facts.fingerprint !== ballot.seenFingerprint) return refused({ code: 'plan-changed' });
  const vote = drawUp(ballot, point, voting, hash);
  if (isRepeated(vote, point, contextAt(point, voting))) {
    return refused({ code: 'already-voted', decision: ballot.decision });
  }
  if (ballot.decision === 'decline' && vote.comment === '') return refused({ code: 'comment-needed' });
  return { taken: true, vote };
}

/** Why this person may not approve or decline now, or nothing where the vote would be taken. */
export function whyMayNotVote(
  policy: Policy,
  facts: ChangeFacts,
  voter: Voter,
  instant: Instant,
): VoteRefusal | undefined {
  if (!isStandingKnown(facts)) return { code: 'stage-unknown' };
  const point = approvalPoint(policy, facts, instant, voter);
  return point === undefined ? { code: 'no-approval-here' } : whyNotAt(point, { policy, facts, voter, instant });
}

/** Somebody who votes, on what, under which policy and when. */
interface Voting {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly voter: Voter;
  readonly instant: Instant;
}

function contextAt({ ahead }: ApprovalPoint, { policy, facts, instant }: Voting): RuleContext {
  return { policy, facts, gate: ahead, instant, weights: keepWeights() };
}

function refused(refusal: VoteRefusal): VoteOutcome {
  return { taken: false, refusal };
}

function isStandingKnown({ stage, votes }: ChangeFacts): boolean {
  return stage.state === 'known' && votes.state === 'known';
}

function whyNotAt(point: ApprovalPoint, voting: Voting): VoteRefusal | undefined {
  const { policy, facts, voter } = voting;
  const speaking = rolesSpokenIn(point, voting);
  const roles = [...speaking.roles, ...speaking.delegated.map(({ role }) => role)];
  if (roles.length === 0) return { code: 'not-an-approver', roles: point.roles };
  const bar = barOf(voter.accountId, contextAt(point, voting), point.gate);
  if (bar?.duty === 'requester') return { code: 'requester-may-not-approve' };
  if (bar !== undefined) return { code: 'duty-bars-vote', duty: bar.duty };
  const hearing = point.rules.filter((rule) => rolesHeardBy(rule).some((role) => roles.includes(role)));
  const forHumans = hearing.length > 0 && hearing.every(({ humansOnly }) => humansOnly === true);
  if (forHumans && voter.account !== 'human') return { code: 'human-account-needed' };
  return unreadVotes({ policy, facts }).length > 0 ? { code: 'plan-unknown' } : undefined;
}

/** The roles that the voter can speak in here: the own ones, and those of people who may vote here themselves. */
function rolesSpokenIn(point: ApprovalPoint, voting: Voting): Pick<Vote, 'roles' | 'delegated'> {
  const { policy, voter, instant } = voting;
  const scales = scalesOf(contextAt(point, voting));
  return {
    roles: voter.rolesHeld.filter((role) => point.roles.includes(role)),
    delegated: voter.delegated.filter(
      (delegated) =>
        point.roles.includes(delegated.role) &&
        isDelegated(delegated, instant, policy.delegation) &&
        !scales.isBarred(delegated.of, point.gate),
    ),
  };
}

function drawUp(ballot: Ballot, point: ApprovalPoint, voting: Voting, policyHash: string): Vote {
  const { policy, facts, voter, instant } = voting;
  const spoken = rolesSpokenIn(point, voting);
  const roles = [...spoken.roles, ...spoken.delegated.map(({ role }) => role)];
  const grants = ballot.decision === 'approve' ? grantedBy(roles, policy, facts) : [];
  return {
    by: voter.accountId,
    account: voter.account,
    decision: ballot.decision,
    at: instant,
    gate: point.gate,
    ...spoken,
    ...(grants.length > 0 && { grants }),
    fingerprint: facts.fingerprint,
    partDigests: partDigestsOf(facts, policy.materialFields),
    comment: wellFormed(ballot.comment).trim(),
    policyHash,
  };
}

/** Whether the voter has a vote at this point that was not taken back, whatever its weight. */
function hasVote(point: ApprovalPoint, voting: Voting): boolean {
  const { votes } = voting.facts;
  if (votes.state === 'unknown') return false;
  const mine = votes.value.filter(({ by, gate }) => by === voting.voter.accountId && gate === point.gate);
  const latest = mine.at(-1);
  return latest !== undefined && latest.decision !== 'withdraw';
}
