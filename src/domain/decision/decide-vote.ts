import { wellFormed } from '../canonical';
import type { VoteCount } from '../approval/weigh-votes';
import { rolesIn } from '../approval/requirement';
import type { Vote, VoteDecision } from '../approval/vote';
import type { ChangeFacts } from '../change/change-facts';
import type { AccountId } from '../change/identity';
import { nextGate, type Gate } from '../change/lifecycle';
import { planOf } from '../change/plan-fingerprint';
import type { Instant } from '../instant';
import { holds } from '../policy/condition';
import { isEmergency } from '../policy/emergency';
import type { ApprovalRule, Policy } from '../policy/policy';
import { barredVoters, weighVotesAtPoint } from '../policy/rules/approval';

/** Why a vote is not taken. Nothing is recorded. */
export type VoteRefusal =
  | { readonly code: 'stage-unknown' }
  | { readonly code: 'no-approval-here' }
  | { readonly code: 'not-an-approver'; readonly roles: readonly string[] }
  | { readonly code: 'requester-may-not-approve' }
  | { readonly code: 'plan-unknown' }
  | { readonly code: 'plan-changed' }
  | { readonly code: 'already-voted'; readonly decision: VoteDecision }
  | { readonly code: 'nothing-to-withdraw' }
  | { readonly code: 'comment-needed' };

export interface Ballot {
  readonly voter: AccountId;
  readonly decision: VoteDecision;
  readonly comment: string;
  /** The plan that the voter was shown. */
  readonly seenFingerprint: string;
}

export type VoteOutcome =
  { readonly taken: true; readonly vote: Vote } | { readonly taken: false; readonly refusal: VoteRefusal };

/**
 * The point for which this change asks for approvals now, with the rules that ask: those of the gate ahead. An approved
 * change still asks, so that approvals voided by an edit can be given again. None where nobody is asked.
 */
export function approvalPoint(
  policy: Policy,
  facts: ChangeFacts,
): { readonly gate: Gate; readonly rules: readonly ApprovalRule[] } | undefined {
  if (facts.stage.state === 'unknown') return undefined;
  const gate = nextGate(facts.stage.value, isEmergency(policy, facts));
  if (gate === undefined) return undefined;
  const rules = policy.rules.filter(
    (rule): rule is ApprovalRule =>
      rule.kind === 'approval' &&
      rule.gates.includes(gate) &&
      (rule.when === undefined || holds(rule.when, facts) !== 'no'),
  );
  const point = rules[0]?.point;
  return point === undefined ? undefined : { gate: point, rules: rules.filter((rule) => rule.point === point) };
}

/**
 * Decides whether a ballot is taken: the change must ask for approvals at this moment, the voter must hold a role that is
 * asked for and not be barred from voting, and the plan must be the one that the voter was shown.
 * @param rolesHeld The roles of the policy that the voter holds now.
 */
export function decideVote(
  policy: { readonly policy: Policy; readonly hash: string },
  facts: ChangeFacts,
  rolesHeld: readonly string[],
  ballot: Ballot,
  instant: Instant,
): VoteOutcome {
  const refusal = refuse(policy.policy, facts, rolesHeld, ballot);
  const point = approvalPoint(policy.policy, facts);
  if (refusal !== undefined) return { taken: false, refusal };
  if (point === undefined) return { taken: false, refusal: { code: 'no-approval-here' } };
  const plan = planOf(facts, policy.policy.materialFields);
  const asked = new Set(point.rules.flatMap(({ requirement }) => rolesIn(requirement)));
  return {
    taken: true,
    vote: {
      by: ballot.voter,
      decision: ballot.decision,
      at: instant,
      gate: point.gate,
      roles: rolesHeld.filter((role) => asked.has(role)),
      fingerprint: plan.fingerprint,
      partDigests: plan.partDigests(),
      comment: wellFormed(ballot.comment).trim(),
      policyHash: policy.hash,
    },
  };
}

/** Why this person may not approve or decline now, or nothing where the vote would be taken. */
export function whyMayNotVote(
  policy: Policy,
  facts: ChangeFacts,
  voter: AccountId,
  rolesHeld: readonly string[],
): VoteRefusal | undefined {
  if (!isStandingKnown(facts)) return { code: 'stage-unknown' };
  const point = approvalPoint(policy, facts);
  if (point === undefined) return { code: 'no-approval-here' };
  const asked = [...new Set(point.rules.flatMap(({ requirement }) => rolesIn(requirement)))];
  if (!asked.some((role) => rolesHeld.includes(role))) return { code: 'not-an-approver', roles: asked };
  // Who asks for the change is part of the plan.
  if (facts.requesters.state === 'unknown') return { code: 'plan-unknown' };
  if (barredVoters({ policy, facts, gate: point.gate }).has(voter)) return { code: 'requester-may-not-approve' };
  const unread = policy.materialFields.some((field) => facts.fields[field].state === 'unknown');
  return unread ? { code: 'plan-unknown' } : undefined;
}

function isStandingKnown({ stage, votes }: ChangeFacts): boolean {
  return stage.state === 'known' && votes.state === 'known';
}

function refuse(
  policy: Policy,
  facts: ChangeFacts,
  rolesHeld: readonly string[],
  ballot: Ballot,
): VoteRefusal | undefined {
  if (!isStandingKnown(facts)) return { code: 'stage-unknown' };
  const standing = standingVote(policy, facts, ballot.voter);
  const withdrawing = ballot.decision === 'withdraw';
  if (withdrawing && standing === undefined) return { code: 'nothing-to-withdraw' };
  // Taking back one's own vote needs no role: somebody who lost it must still be able to.
  if (withdrawing) return undefined;
  const barrier = whyMayNotVote(policy, facts, ballot.voter, rolesHeld);
  if (barrier !== undefined) return barrier;
  if (planOf(facts, policy.materialFields).fingerprint !== ballot.seenFingerprint) return { code: 'plan-changed' };
  if (standing?.weight === 'stands' && standing.vote.decision === ballot.decision) {
    return { code: 'already-voted', decision: ballot.decision };
  }
  return ballot.decision === 'decline' && ballot.comment.trim() === '' ? { code: 'comment-needed' } : undefined;
}

function standingVote(policy: Policy, facts: ChangeFacts, voter: AccountId): VoteCount | undefined {
  const point = approvalPoint(policy, facts);
  if (point === undefined || facts.votes.state === 'unknown') return undefined;
  return weighVotesAtPoint({ policy, facts, gate: point.gate }, facts.votes.value).find(
    ({ vote, weight }) => vote.by === voter && weight !== 'superseded' && weight !== 'withdrawn',
  );
}
