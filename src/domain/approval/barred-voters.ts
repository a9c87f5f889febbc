import type { AccountId } from '../change/identity';
import type { ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import { holds } from '../policy/holds';
import type { Duty } from '../policy/duty';
import { namedFor } from '../policy/named-duty';
import type { Policy } from '../policy/policy';
import type { SeparateDutiesRule } from '../policy/policy-rule';

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

/**
 * Whose votes for a point do not count: those who have a duty that the policy separates from approving, by a rule that
 * blocks at this point or at the gate in question. A rule of which nobody knows whether it applies bars them as well. A
 * rule that only warns bars nobody: the vote counts, and `separate-duties` asks for the reason.
 */
export function barredVoters(context: WeighingContext, point: Gate): readonly BarredVoter[] {
  const { policy, facts, gate = point } = context;
  const barred: BarredVoter[] = [];
  for (const rule of policy.rules) {
    if (rule.kind !== 'separate-duties' || rule.strength !== 'block') continue;
    if (!rule.gates.includes(point) && !rule.gates.includes(gate)) continue;
    if (rule.when !== undefined && holds(rule.when, context) === 'no') continue;
    for (const duty of separatedFromApproving(rule)) {
      const named = namedFor(duty, facts);
      if (named.state === 'known') barred.push(...named.value.map((person) => ({ person, duty })));
    }
  }
  return barred;
}

/** The duties that a rule separates from approving. */
function separatedFromApproving({ pairs }: SeparateDutiesRule): readonly Exclude<Duty, 'approver'>[] {
  return pairs.flatMap(([one, other]) => {
    if (one === 'approver') return other === 'approver' ? [] : [other];
    return other === 'approver' ? [one] : [];
  });
}
