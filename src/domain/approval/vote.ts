import type { AccountId, PartDigests, PlanFingerprint } from '../change/identity';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';

export type VoteDecision = 'approve' | 'decline' | 'withdraw';

/** A role that somebody else handed to the voter for a time. */
export interface DelegatedRole {
  readonly role: string;
  /** Whoever holds the role and handed it over. */
  readonly of: AccountId;
  readonly since: Instant;
  /** The first instant at which it is not delegated any more. */
  readonly until: Instant;
}

/**
 * One act of one person on one change. Votes are only ever added; of a person the latest decision at a gate stands (see
 * `weighVotes`). A vote is cast on a plan: `fingerprint` says which, so an edit to what was approved voids it.
 */
export interface Vote {
  readonly by: AccountId;
  /** Whether a human being has this account; `unknown` where Jira did not say. */
  readonly account: 'human' | 'app' | 'unknown';
  readonly decision: VoteDecision;
  readonly at: Instant;
  /** The gate at which the approval is asked for: `authorize`, or `close` for a retrospective one. */
  readonly gate: Gate;
  /** The approver roles that the person held at that moment, in the own right. */
  readonly roles: readonly string[];
  /** The approver roles that the person had from others at that moment. */
  readonly delegated: readonly DelegatedRole[];
  readonly fingerprint: PlanFingerprint;
  /** Digest of each material field at that moment: tells which edit voided the vote. */
  readonly partDigests: PartDigests;
  /** What the change asked an exception from and this approval grants, as it is written there; absent where nothing. */
  readonly grants?: readonly string[];
  readonly comment: string;
  /** Hash of the policy in force at that moment. */
  readonly policyHash: string;
}

/** All votes on one change, oldest first, with a revision for optimistic writing. */
export interface ApprovalSheet {
  readonly changeId: string;
  readonly revision: number;
  readonly votes: readonly Vote[];
}
