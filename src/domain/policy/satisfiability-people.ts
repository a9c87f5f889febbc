import type { AccountId } from '../change/identity';

/** People who hold exactly the same roles: for every rule they are as good as one another. */
export interface PeopleClass {
  readonly roles: ReadonlySet<string>;
  readonly count: number;
  /** Their accounts; none for people who are only assumed. */
  readonly members: readonly AccountId[];
}

/** Everybody, in classes. The first class is everybody without a role: there is always one more of them. */
export interface Population {
  readonly classes: readonly PeopleClass[];
  /** How many people hold a role. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** The place of the people without a role in every population. */
export const NO_ROLE = 0;

/** Enough people for whatever a policy may ask. */
const MANY = 1000;

/** Everybody who holds a role, people with the same roles together. */
export function populationOf(holders: Readonly<Record<string, readonly AccountId[]>>): Population {
  const rolesOf = new Map<AccountId, string[]>();
  for (const role of Object.keys(holders).sort()) {
    for (const person of new Set(holders[role])) rolesOf.set(person, [...(rolesOf.get(person) ?? []), role]);
  }
  const classes = new Map<string, { readonly roles: ReadonlySet<string>; readonly members: AccountId[] }>();
  for (const [person, roles] of rolesOf) {
    const key = roles.join('\n');
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { roles: new Set(roles), members: [person] });
    else known.members.push(person);
  }
  return population([...classes.values()].map((group) => ({ ...group, count: group.members.length })));
}

/** The same people, one of a class less; the classes keep their places. */
export function withOneLess({ classes }: Population, absent: number): Population {
  return population(
    classes.slice(1).map((group, index) => (index + 1 === absent ? { ...group, count: group.count - 1 } : group)),
  );
}

/** The same people, and for each of these roles more than enough who hold it and no other. */
export function staffed({ classes }: Population, roles: readonly string[]): Population {
  const added = roles.map((role): PeopleClass => ({ roles: new Set([role]), count: MANY, members: [] }));
  return population([...classes.slice(1), ...added]);
}

/** Whether nobody holds the role. */
export function isEmpty({ sizes }: Population, role: string): boolean {
  return (sizes.get(role) ?? 0) === 0;
}

/** Whether somebody of the class holds one of the roles of each list. */
export function fits({ roles }: PeopleClass, lists: readonly (readonly string[])[]): boolean {
  return lists.every((list) => list.some((role) => roles.has(role)));
}

function population(withRoles: readonly PeopleClass[]): Population {
  const sizes = new Map<string, number>();
  for (const { roles, count } of withRoles) {
    for (const role of roles) sizes.set(role, (sizes.get(role) ?? 0) + count);
  }
  return { classes: [{ roles: new Set(), count: Number.POSITIVE_INFINITY, members: [] }, ...withRoles], sizes };
}
