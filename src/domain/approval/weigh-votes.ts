import type { AccountId, PlanFingerprint, PlanPart } from '../change/identity';
import type { Gate } from '../change/lifecycle';
import type { Vote } from './vote';

/**
 * Whether a vote has weight on the plan as it stands: `stands`; `void`, because part of the plan was edited after it;
 * `superseded` by a later vote of the same person; `withdrawn`; or `barred`, because this person may not vote here.
 */
export type VoteWeight = 'stands' | 'void' | 'superseded' | 'withdrawn' | 'barred';

export interface WeighedVote {
  readonly vote: Vote;
  /** The place of the vote among all votes on the change, from 0. */
  readonly place: number;
  readonly weight: VoteWeight;
}

/** A weighed vote as people are shown it. */
export interface VoteCount {
  readonly vote: Vote;
  readonly weight: VoteWeight;
  /** For a void vote: what was edited since. */
  readonly edited: readonly PlanPart[];
}

/** What votes are weighed against. */
export interface Scales {
  /** The plan as it stands. */
  readonly fingerprint: PlanFingerprint;
  /** Whether a vote that this person casts for this gate never counts. */
  isBarred(person: AccountId, gate: Gate): boolean;
}

/**
 * Weighs votes, in the order of the sheet. Of a person the latest decision stands: what came before a decline or a
 * withdrawal is superseded, but approvals one after the other count all, so that one more never takes one away.
 * @param votes All votes on the change, oldest first.
 * @param gate Weighs only the votes cast for this gate; absent: those for all of them, as if they were one.
 */
export function weighVotes(votes: readonly Vote[], scales: Scales, gate?: Gate): readonly WeighedVote[] {
  const weighed: WeighedVote[] = [];
  /** Of those whose later votes were seen: whether an earlier approval still counts. */
  const latest = new Map<AccountId, 'approving' | 'decided'>();
  for (let place = votes.length - 1; place >= 0; place -= 1) {
    const vote = votes[place];
    if (vote === undefined || (gate !== undefined && vote.gate !== gate)) continue;
    const later = latest.get(vote.by);
    const isSuperseded = later === 'decided' || (later === 'approving' && vote.decision !== 'approve');
    latest.set(vote.by, isSuperseded || vote.decision !== 'approve' ? 'decided' : 'approving');
    weighed.push({ vote, place, weight: isSuperseded ? 'superseded' : weightOf(vote, scales) });
  }
  return weighed.reverse();
}

function weightOf(vote: Vote, scales: Scales): VoteWeight {
  if (vote.decision === 'withdraw') return 'withdrawn';
  if (scales.isBarred(vote.by, vote.gate)) return 'barred';
  return vote.fingerprint === scales.fingerprint ? 'stands' : 'void';
}
