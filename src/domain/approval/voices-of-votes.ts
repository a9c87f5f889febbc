import type { AccountId } from '../change/identity';
import type { Policy } from '../policy/policy';
import { isDelegated } from './delegation';
import type { Voice } from './voice';
import type { Scales, WeighedVote } from './weigh-votes';

/**
 * The voices of all votes that stand or are void, in the order of the sheet. A role that was handed over speaks only for
 * the time and on the terms of the policy, and not at all where its holder may not vote here.
 */
export function voicesOf(
  weighed: readonly WeighedVote[],
  delegation: Policy['delegation'],
  scales: Scales,
): readonly Voice[] {
  const voices: Voice[] = [];
  for (const { vote, place, weight } of weighed) {
    if (weight !== 'stands' && weight !== 'void') continue;
    if (vote.roles.length > 0) voices.push({ vote, place, weight, holder: vote.by, roles: vote.roles });
    if (vote.delegated.length === 0) continue;
    const handed = new Map<AccountId, string[]>();
    for (const delegated of vote.delegated) {
      if (!isDelegated(delegated, vote.at, delegation) || scales.isBarred(delegated.of, vote.gate)) continue;
      const roles = handed.get(delegated.of);
      if (roles === undefined) handed.set(delegated.of, [delegated.role]);
      else roles.push(delegated.role);
    }
    for (const [holder, roles] of handed) voices.push({ vote, place, weight, holder, roles });
  }
  return voices;
}
