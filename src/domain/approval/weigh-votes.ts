import type { AccountId, PlanPart } from '../change/identity';
import type { Gate } from '../change/lifecycle';
import { editedParts, type Plan } from '../change/plan-fingerprint';
import type { Vote } from './vote';

/**
 * Whether a vote has weight on the plan as it stands: `stands`; `void`, because a material field was edited after it;
 * `superseded` by a later vote of the same person; `withdrawn`; or `barred`, because this person may not vote here.
 */
export type VoteWeight = 'stands' | 'void' | 'superseded' | 'withdrawn' | 'barred';

export interface VoteCount {
  readonly vote: Vote;
  readonly weight: VoteWeight;
  /** For a void vote: what was edited since. */
  readonly edited: readonly PlanPart[];
}

/**
 * Weighs every vote cast at a gate.
 * @param votes All votes on the change, oldest first.
 * @param plan The plan as it stands, over the material fields of the policy in force.
 * @param barred People whose vote never counts, e.g. the requesters where the policy separates the duties.
 */
export function weighVotes(
  votes: readonly Vote[],
  gate: Gate,
  plan: Plan,
  barred: ReadonlySet<AccountId>,
): readonly VoteCount[] {
  const atGate = votes.filter((vote) => vote.gate === gate);
  const latest = new Map(atGate.map((vote) => [vote.by, vote]));
  return atGate.map((vote) => {
    if (latest.get(vote.by) !== vote) return { vote, weight: 'superseded', edited: [] };
    if (vote.decision === 'withdraw') return { vote, weight: 'withdrawn', edited: [] };
    if (barred.has(vote.by)) return { vote, weight: 'barred', edited: [] };
    if (vote.fingerprint === plan.fingerprint) return { vote, weight: 'stands', edited: [] };
    return { vote, weight: 'void', edited: editedParts(vote.partDigests, plan.partDigests()) };
  });
}
