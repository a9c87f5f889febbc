import type { Voter } from '../domain/approval/voter';
import type { AccountId } from '../domain/change/identity';
import type { Instant } from '../domain/instant';
import { delegatedRole, delegationsTo, rolesHeld, type RoleHolders, type Settings } from '../domain/settings';
import type { Ports } from '../ports/ports';

type PeoplePort = Pick<Ports, 'people'>;

/** The roles of the policy that a person holds in a project, in order of name. @throws Failure as `People` does. */
export async function rolesOf(
  { people }: PeoplePort,
  settings: Settings,
  accountId: AccountId,
  projectKey: string,
): Promise<readonly string[]> {
  const mapped = [...new Set(Object.values(settings.roles).flatMap(({ projectRoles }) => projectRoles))];
  const [groups, actors] = await Promise.all([
    people.groupsOf(accountId),
    Promise.all(mapped.map(async (role) => ({ role, ...(await people.actorsOf(projectKey, role)) }))),
  ]);
  const projectRoles = actors
    .filter((actor) => actor.people.includes(accountId) || actor.groups.some((group) => groups.includes(group)))
    .map(({ role }) => role);
  return rolesHeld(settings, { accountId, groups, projectRoles });
}

/**
 * Everybody who holds a role in a project now, each once.
 * @param projectKey Null leaves project roles out: outside of a project nobody plays one.
 * @throws Failure as `People` does.
 */
export async function holdersOf(
  { people }: PeoplePort,
  holders: RoleHolders,
  projectKey: string | null,
): Promise<readonly AccountId[]> {
  const actors =
    projectKey === null ? [] : await Promise.all(holders.projectRoles.map((role) => people.actorsOf(projectKey, role)));
  const groups = [...holders.groups, ...actors.flatMap((actor) => actor.groups)];
  const members = await Promise.all([...new Set(groups)].map((group) => people.allMembersOf(group)));
  return [...new Set([...holders.people, ...actors.flatMap((actor) => actor.people), ...members.flat()])];
}

/** Whether anybody could hold the role at all: something is mapped to it. */
export function isMapped({ groups, people, projectRoles }: RoleHolders): boolean {
  return groups.length + people.length + projectRoles.length > 0;
}

/** Enough holders of a role to say whom to ask: up to 50 of each group. @throws Failure as `People` does. */
export async function someHoldersOf(
  { people }: PeoplePort,
  holders: RoleHolders,
  projectKey: string,
): Promise<readonly AccountId[]> {
  const actors = await Promise.all(holders.projectRoles.map((role) => people.actorsOf(projectKey, role)));
  const groups = [...new Set([...holders.groups, ...actors.flatMap((actor) => actor.groups)])];
  const members = await Promise.all(groups.map((group) => people.membersOf(group)));
  return [...new Set([...holders.people, ...actors.flatMap((actor) => actor.people), ...members.flat()])];
}

/**
 * A person as a voter at an instant: the roles held, the roles handed over by people who still hold them, and whether a
 * human being is behind the account. @throws Failure as `People` does.
 */
export async function voterAt(
  ports: PeoplePort,
  settings: Settings,
  accountId: AccountId,
  projectKey: string,
  instant: Instant,
): Promise<Voter> {
  const [roles, isHuman, delegated] = await Promise.all([
    rolesOf(ports, settings, accountId, projectKey),
    ports.people.isHuman(accountId),
    Promise.all(
      delegationsTo(settings, accountId, instant).map(async (delegation) => {
        const held = await rolesOf(ports, settings, delegation.from, projectKey);
        return held.includes(delegation.role) ? [delegatedRole(delegation)] : [];
      }),
    ),
  ]);
  const account = isHuman === undefined ? 'unknown' : isHuman ? 'human' : 'app';
  return { accountId, account, rolesHeld: roles, delegated: delegated.flat() };
}
