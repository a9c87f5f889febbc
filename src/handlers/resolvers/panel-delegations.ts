import type { DelegationsView, HandedOverView } from '../../contracts/api/panel-api';
import { roleTitle } from '../../contracts/reason-text';
import type { Instant } from '../../domain/instant';
import type { Policy } from '../../domain/policy/policy';
import type { RoleDelegation } from '../../domain/settings';
import type { OwnDelegations } from '../../usecases/own-delegations';

/** What the reader handed over or holds for somebody, and what could be handed over; null where the policy allows none. */
export function delegationsViewOf(
  own: OwnDelegations | undefined,
  policy: Policy,
  now: Instant,
): DelegationsView | null {
  if (own === undefined) return null;
  return {
    longestDays: own.longestDays,
    roles: own.roles.map((role) => ({ role, title: roleTitle(policy, role) })),
    given: own.given.map((one) => handedOverView(one, policy, now)),
    held: own.held.map((one) => handedOverView(one, policy, now)),
  };
}

function handedOverView(delegation: RoleDelegation, policy: Policy, now: Instant): HandedOverView {
  const { role, from, to, since, until } = delegation;
  return { role, roleTitle: roleTitle(policy, role), from, to, since, until, state: since <= now ? 'now' : 'later' };
}
