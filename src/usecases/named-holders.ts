import { type RoleHolders, type Settings } from '../domain/settings';
import type { NamedGroup, NamedPerson, NamedProjectRole } from '../ports/people';
import type { Ports } from '../ports/ports';

/** Who is mapped to a role, by name, and how many people that is now. */
export interface NamedHolders {
  readonly groups: readonly NamedGroup[];
  readonly people: readonly NamedPerson[];
  readonly projectRoles: readonly NamedProjectRole[];
  /** What is mapped but does not exist any more, by kind and id. */
  readonly missing: { readonly [K in keyof RoleHolders]: readonly string[] };
  /** Without those who hold it by a project role, which is another in each project. */
  readonly holders: number;
}

/** Who is mapped to each role, by name. @throws Failure as `People` does. */
export async function namedHolders(
  { people }: Pick<Ports, 'people'>,
  { roles }: Settings,
): Promise<Readonly<Record<string, NamedHolders>>> {
  const all = Object.values(roles);
  const [groups, names, projectRoles] = await Promise.all([
    unlessNone(distinct(all.flatMap((holders) => holders.groups)), (ids) => people.groupsById(ids), []),
    unlessNone(distinct(all.flatMap((holders) => holders.people)), (ids) => people.namesOf(ids), {}),
    unlessNone(distinct(all.flatMap((holders) => holders.projectRoles)), () => people.projectRoles(), []),
  ]);
  const members = new Map(
    await Promise.all(groups.map(async ({ groupId }) => [groupId, await people.membersOf(groupId)] as const)),
  );
  const named = (holders: RoleHolders): NamedHolders => ({
    groups: groups.filter(({ groupId }) => holders.groups.includes(groupId)),
    people: holders.people.flatMap((id) => (names[id] === undefined ? [] : [{ accountId: id, name: names[id] }])),
    projectRoles: projectRoles.filter(({ projectRoleId }) => holders.projectRoles.includes(projectRoleId)),
    missing: {
      groups: holders.groups.filter((id) => !groups.some(({ groupId }) => groupId === id)),
      people: holders.people.filter((id) => names[id] === undefined),
      projectRoles: holders.projectRoles.filter((id) => !projectRoles.some((role) => role.projectRoleId === id)),
    },
    holders: new Set([...holders.people, ...holders.groups.flatMap((id) => members.get(id) ?? [])]).size,
  });
  return Object.fromEntries(Object.entries(roles).map(([role, holders]) => [role, named(holders)]));
}

export function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** Asks nobody for nothing. */
export async function unlessNone<T>(
  ids: readonly string[],
  look: (ids: readonly string[]) => Promise<T>,
  otherwise: T,
): Promise<T> {
  return ids.length === 0 ? otherwise : look(ids);
}
