import type { AccountId } from '../domain/change/identity';
import { refuseDelegation, type DelegationRefusal } from '../domain/decision/decide-delegation';
import { Failure } from '../domain/failure';
import { holdersIn, type RoleDelegation, type RoleHolders } from '../domain/settings';
import type { Ports } from '../ports/ports';
import { holdersOf } from './role-membership';
import { saveSettings } from './save-settings';

type DelegationPorts = Pick<Ports, 'archive' | 'ledger' | 'clock' | 'people'>;

/**
 * Hands a role over for a time, as far as the policy in force lets it, and puts that on record. Who plays a project role
 * is another matter in each project: a role that is mapped to one can be taken from any person, and counts for the deputy
 * in the projects in which that person holds it when a vote is cast (see `voterAt`), in no other.
 * @param seenRevision The revision of the settings that the administrator was shown.
 * @returns why it was refused, or nothing when it was done.
 * @throws Failure `no-policy`; `bad-request` for an account that is not known to be a human being's; `moved-on`.
 */
export async function delegateRole(
  ports: DelegationPorts,
  administrator: AccountId,
  seenRevision: number,
  wanted: RoleDelegation,
): Promise<DelegationRefusal | undefined> {
  const [inForce, settings, isHuman] = await Promise.all([
    ports.archive.policyInForce(),
    ports.archive.settings(),
    ports.people.isHuman(wanted.to),
  ]);
  if (inForce === undefined) throw new Failure('no-policy', 'No policy is in force, so there is no role to hand over.');
  if (isHuman !== true) throw new Failure('bad-request', 'A role can only be handed to a person.');
  const holds = await mayHold(ports, holdersIn(settings, wanted.role), wanted.from);
  const refusal = refuseDelegation(inForce.policy, wanted, holds, settings.delegations, ports.clock.now());
  if (refusal !== undefined) return refusal;
  await saveSettings(ports, administrator, seenRevision, (before) => ({
    ...before,
    delegations: [...before.delegations, wanted],
  }));
  return undefined;
}

/** Whether somebody holds a role everywhere, or may hold it in some project. */
async function mayHold(ports: DelegationPorts, holders: RoleHolders, person: AccountId): Promise<boolean> {
  const everywhere = await holdersOf(ports, holders, null);
  if (everywhere.includes(person)) return true;
  return holders.projectRoles.length > 0 && (await ports.people.isHuman(person)) === true;
}

/**
 * Ends a delegation now; one that has not begun is taken back. Votes that were given under it keep their weight.
 * @throws Failure `bad-request` where there is no such delegation; `moved-on`.
 */
export async function endDelegation(
  ports: DelegationPorts,
  administrator: AccountId,
  seenRevision: number,
  which: Omit<RoleDelegation, 'until'>,
): Promise<void> {
  const now = ports.clock.now();
  const isMeant = ({ role, from, to, since }: RoleDelegation): boolean =>
    role === which.role && from === which.from && to === which.to && since === which.since;
  const settings = await ports.archive.settings();
  if (!settings.delegations.some(isMeant)) {
    throw new Failure('bad-request', 'There is no such delegation any more. Look at the list again.');
  }
  await saveSettings(ports, administrator, seenRevision, (before) => ({
    ...before,
    delegations: before.delegations.flatMap((delegation) => {
      if (!isMeant(delegation)) return [delegation];
      return delegation.since < now ? [{ ...delegation, until: delegation.until < now ? delegation.until : now }] : [];
    }),
  }));
}
