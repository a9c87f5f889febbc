import type { AccountId } from '../change/identity';
import type { ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import { holds } from '../policy/holds';
import type { Duty, DutyPair } from '../policy/duty';
import { namedFor, type NamedDuty } from '../policy/named-duty';
import type { UnknownReason } from '../policy/not-known';
import type { Policy } from '../policy/policy';

/** Under which policy, on which facts and at which gate votes are weighed; without a gate, as at the point of each vote. */
export interface WeighingContext {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly gate?: Gate;
}

/** Somebody whose vote does not count, and the duty that is in the way. */
export interface BarredVoter {
  readonly person: AccountId;
  readonly duty: Duty;
}

/** Whose votes for a point do not count, and why nobody knows of others. */
export interface Bars {
  readonly barred: readonly BarredVoter[];
  /**
   * The duties separated from approving of which nobody knows who has them. While there is one, nobody knows whose votes
   * for the point count. Of requesters that cannot be read `unreadVotes` tells, whoever may vote.
   */
  readonly unknown: readonly UnknownReason[];
}

/**
 * Whose votes for a point do not count: those who have a duty that the policy separates from approving, by a rule that
 * blocks at this point or at the gate in question. A rule of which nobody knows whether it applies bars them as well. A
 * rule that only warns bars nobody: the vote counts, and `separate-duties` asks for the reason. No exception lifts the bar:
 * `exception-granted` refuses to have one asked for that would do nothing else.
 */
export function barsAt(context: WeighingContext, point: Gate): Bars {
  const barred: BarredVoter[] = [];
  const unknown: UnknownReason[] = [];
  for (const duty of separatedDuties(context, point)) {
    const named = namedFor(duty, context.facts);
    if (named.state === 'known') for (const person of named.value) barred.push({ person, duty });
    else if (duty !== 'requester') unknown.push({ code: 'duty-unknown', duty, cause: named.cause });
  }
  return { barred, unknown };
}

/** The bar in the way of a person's votes for a point; undefined where they count. */
export function barOf(person: AccountId, context: WeighingContext, point: Gate): BarredVoter | undefined {
  return barsAt(context, point).barred.find((voter) => voter.person === person);
}

function separatedDuties(context: WeighingContext, point: Gate): readonly NamedDuty[] {
  const { policy, gate = point } = context;
  const duties: NamedDuty[] = [];
  for (const rule of policy.rules) {
    if (rule.kind !== 'separate-duties' || rule.strength !== 'block') continue;
    if (!rule.gates.includes(point) && !rule.gates.includes(gate)) continue;
    if (rule.when !== undefined && holds(rule.when, context) === 'no') continue;
    for (const pair of rule.pairs) {
      const duty = besidesApproving(pair);
      if (duty !== undefined && !duties.includes(duty)) duties.push(duty);
    }
  }
  return duties;
}

/** The other duty of a pair with approving; none of a pair without it. */
function besidesApproving([one, other]: DutyPair): NamedDuty | undefined {
  if (one === 'approver') return other === 'approver' ? undefined : other;
  return other === 'approver' ? one : undefined;
}
