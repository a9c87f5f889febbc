import { addDuration } from '../calendar/duration';
import type { Instant } from '../instant';
import type { Policy } from '../policy/policy';
import type { RoleDelegation } from '../settings';

/** Why a role cannot be handed over so. */
export type DelegationRefusal =
  | { readonly code: 'not-delegable' }
  | { readonly code: 'to-oneself' }
  | { readonly code: 'not-a-holder' }
  | { readonly code: 'over-before-it-begins' }
  | { readonly code: 'over-already' }
  | { readonly code: 'too-long'; readonly longestDays: number }
  | { readonly code: 'delegated-already' };

/**
 * Why the policy does not let this role be handed over, or nothing where it does.
 * @param holdsRole Whether the person it is taken from holds the role in the own right now: what was handed over cannot be
 *   handed on.
 * @param standing The delegations that there are.
 */
export function refuseDelegation(
  policy: Policy,
  wanted: RoleDelegation,
  holdsRole: boolean,
  standing: readonly RoleDelegation[],
  now: Instant,
): DelegationRefusal | undefined {
  const { delegation } = policy;
  const isRole = policy.roles.some(({ id }) => id === wanted.role);
  if (delegation === 'none' || !isRole || delegation.roles?.includes(wanted.role) === false) {
    return { code: 'not-delegable' };
  }
  if (wanted.from === wanted.to) return { code: 'to-oneself' };
  if (!holdsRole) return { code: 'not-a-holder' };
  if (wanted.until <= wanted.since) return { code: 'over-before-it-begins' };
  if (wanted.until <= now) return { code: 'over-already' };
  const { longestDays } = delegation;
  if (wanted.until > addDuration(wanted.since, { days: longestDays })) return { code: 'too-long', longestDays };
  return standing.some((other) => isSameAtOnce(other, wanted)) ? { code: 'delegated-already' } : undefined;
}

/** Whether both hand the same role of the same person to the same one at some same time. */
function isSameAtOnce(a: RoleDelegation, b: RoleDelegation): boolean {
  const isSame = a.role === b.role && a.from === b.from && a.to === b.to;
  return isSame && a.since < b.until && b.since < a.until;
}
