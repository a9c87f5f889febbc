import { barsAt } from '../approval/barred-voters';
import type { ChangeFacts } from '../change/change-facts';
import type { AccountId } from '../change/identity';
import { approvalPoints } from '../decision/approval-point';
import { voteStandings } from '../decision/vote-standing';
import type { Instant } from '../instant';
import type { Policy } from '../policy/policy';
import type { RoleDelegation } from '../settings';

/** Somebody who holds a role that is asked to approve. */
export interface RoleHolder {
  readonly role: string;
  readonly person: AccountId;
}

/**
 * Who can give an approval that is asked for now: the holders of the roles and their deputies at this instant, without
 * those whose votes would not count and those whose approval in the role stands already. Each once, in order.
 */
export function askedApprovers(
  policy: Policy,
  facts: ChangeFacts,
  holders: readonly RoleHolder[],
  delegations: readonly RoleDelegation[],
  instant: Instant,
): readonly AccountId[] {
  const points = approvalPoints(policy, facts, instant).map(({ gate }) => gate);
  const standing = voteStandings(policy, facts, instant).filter(({ worth }) => worth.weight === 'stands');
  const barred = points.map((point) => barsAt({ policy, facts }, point).barred.map(({ person }) => person));
  const asked = [...holders, ...deputies(holders, delegations, instant)].filter(
    ({ role, person }) =>
      !hasApproved(person, role) && (points.length === 0 || barred.some((people) => !people.includes(person))),
  );
  return [...new Set(asked.map(({ person }) => person))].sort();

  function hasApproved(person: AccountId, role: string): boolean {
    return standing.some(({ vote }) => vote.by === person && vote.decision === 'approve' && vote.roles.includes(role));
  }
}

function deputies(
  holders: readonly RoleHolder[],
  delegations: readonly RoleDelegation[],
  instant: Instant,
): readonly RoleHolder[] {
  return delegations
    .filter(({ since, until }) => since <= instant && instant < until)
    .filter(({ role, from }) => holders.some((holder) => holder.role === role && holder.person === from))
    .map(({ role, to }) => ({ role, person: to }));
}
