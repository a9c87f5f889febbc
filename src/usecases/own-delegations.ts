import type { AccountId } from '../domain/change/identity';
import { projectOf } from '../domain/change/identity';
import { refuseDelegation, type DelegationRefusal } from '../domain/decision/decide-delegation';
import { Failure } from '../domain/failure';
import type { Instant } from '../domain/instant';
import type { Policy } from '../domain/policy/policy';
import type { RoleDelegation, Settings } from '../domain/settings';
import type { NamedPerson } from '../ports/people';
import type { Ports } from '../ports/ports';
import { endDelegation } from './delegate-role';
import { gatherVisible } from './gather-visible';
import { rolesOf } from './role-membership';
import { saveSettings } from './save-settings';

type DelegationPorts = Pick<Ports, 'changes' | 'archive' | 'ledger' | 'clock' | 'people'>;

/** What somebody has handed over or could hand over, and what was handed to them. */
export interface OwnDelegations {
  readonly longestDays: number;
  /** Roles that the person holds in the own right and that may be handed over. */
  readonly roles: readonly string[];
  /** Given by the person and not over yet, and held from others now. */
  readonly given: readonly RoleDelegation[];
  readonly held: readonly RoleDelegation[];
}

/** The delegations of a person who holds these roles; undefined where the policy lets nobody hand a role over. */
export function ownDelegations(
  { delegation }: Pick<Policy, 'delegation'>,
  settings: Settings,
  person: AccountId,
  rolesHeld: readonly string[],
  now: Instant,
): OwnDelegations | undefined {
  const lasting = settings.delegations.filter(({ until }) => now < until);
  const given = lasting.filter(({ from }) => from === person);
  const held = lasting.filter(({ to, since }) => to === person && since <= now);
  if (delegation === 'none') return undefined;
  const roles = rolesHeld.filter((role) => delegation.roles === undefined || delegation.roles.includes(role));
  return { longestDays: delegation.longestDays, roles, given, held };
}

/**
 * Hands a role over that the person holds, as far as the policy in force lets it, and puts that on record. Whoever may
 * not see the change on which this was asked hands nothing over there.
 * @param holder From the invocation: nobody hands over the role of somebody else.
 * @returns why it was refused, or nothing when it was done.
 * @throws Failure `not-found`, `no-policy`; `bad-request` for an account that is not known to be a human being's.
 */
export async function handOverOwnRole(
  ports: DelegationPorts,
  holder: AccountId,
  key: string,
  wanted: Omit<RoleDelegation, 'from'>,
): Promise<DelegationRefusal | undefined> {
  const { settings, policy, roles } = await holderAt(ports, holder, key);
  const delegation = { role: wanted.role, from: holder, to: wanted.to, since: wanted.since, until: wanted.until };
  const holds = roles.includes(wanted.role);
  const refusal = refuseDelegation(policy, delegation, holds, settings.delegations, ports.clock.now());
  if (refusal !== undefined) return refusal;
  if ((await ports.people.isHuman(wanted.to)) !== true) {
    throw new Failure('bad-request', 'A role can only be handed to a person.');
  }
  await saveSettings(ports, holder, settings.revision, (before) => ({
    ...before,
    delegations: [...before.delegations, delegation],
  }));
  return undefined;
}

/** Ends a delegation of the person's own now; one that has not begun is taken back. @throws Failure as above. */
export async function endOwnDelegation(
  ports: DelegationPorts,
  holder: AccountId,
  key: string,
  which: Omit<RoleDelegation, 'from' | 'until'>,
): Promise<void> {
  // Whoever lost the role, or whose policy knows no delegation any more, must still be able to end it.
  await gatherVisible(ports, key);
  const { revision } = await ports.archive.settings();
  const { role, to, since } = which;
  await endDelegation(ports, holder, revision, { role, from: holder, to, since });
}

/**
 * People to whom a role could be handed, by name; only for somebody who holds one that may be handed over.
 * @throws Failure `not-allowed` for anybody else; `not-found`, `no-policy`.
 */
export async function findDeputies(
  ports: DelegationPorts,
  holder: AccountId,
  key: string,
  text: string,
): Promise<readonly NamedPerson[]> {
  const { settings, policy, roles } = await holderAt(ports, holder, key);
  const own = ownDelegations(policy, settings, holder, roles, ports.clock.now());
  if (own === undefined || own.roles.length === 0) {
    throw new Failure('not-allowed', 'You hold no role that the policy lets you hand over.');
  }
  const found = await ports.people.searchPeople(text);
  return found.filter(({ accountId }) => accountId !== holder);
}

async function holderAt(ports: DelegationPorts, holder: AccountId, key: string) {
  const [{ facts, inForce }, settings] = await Promise.all([gatherVisible(ports, key), ports.archive.settings()]);
  const roles = await rolesOf(ports, settings, holder, projectOf(facts.change));
  return { settings, policy: inForce.policy, roles };
}
