import type { AccountId } from '../../change/identity';

/** Who holds each role. */
export type Holders = Readonly<Record<string, readonly AccountId[]>>;

/** People who hold the same of the roles that matter: for every rule they are as good as one another. */
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
  /** The places of the classes whose people hold a role, whether or not there is anybody left in them. */
  readonly groupsWith: ReadonlyMap<string, readonly number[]>;
  /** The places of the classes whose people hold one of the roles of each list: all classes, where there is no list. */
  readonly groupsThatFit: (lists: readonly (readonly string[])[]) => readonly number[];
}

/** The place of the people without a role in every population. */
export const NO_ROLE = 0;

/** Enough people for whatever a policy may ask. */
const MANY = 1000;

/** Everybody who holds a role, each once. */
export function everybodyIn(holders: Holders): readonly AccountId[] {
  return [...new Set(Object.values(holders).flat())];
}

/** Everybody who holds a role, in classes by those of their roles that matter. */
export function populationOf(holders: Holders, roles: readonly string[]): Population {
  const rolesOf = new Map(everybodyIn(holders).map((person) => [person, new Set<string>()]));
  for (const role of roles) {
    for (const person of holders[role] ?? []) rolesOf.get(person)?.add(role);
  }
  const classes = new Map<string, { readonly roles: ReadonlySet<string>; readonly members: AccountId[] }>();
  for (const [person, held] of rolesOf) {
    const key = [...held].join('\n');
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { roles: held, members: [person] });
    else known.members.push(person);
  }
  const without = classes.get('')?.members ?? [];
  classes.delete('');
  return population(
    without,
    [...classes.values()].map((group) => ({ ...group, count: group.members.length })),
  );
}

/** The same people, one of a class less; the classes keep their places. */
export function withOneLess(everybody: Population, absent: number): Population {
  const { classes, sizes } = everybody;
  const lost = classes[absent];
  if (lost === undefined) return everybody;
  const fewer = new Map(sizes);
  for (const role of lost.roles) fewer.set(role, (sizes.get(role) ?? 0) - 1);
  return { ...everybody, classes: classes.with(absent, { ...lost, count: lost.count - 1 }), sizes: fewer };
}

/** The same people, and for each of these roles more than enough who hold it and no other. */
export function staffed({ classes }: Population, roles: readonly string[]): Population {
  const added = roles.map((role): PeopleClass => ({ roles: new Set([role]), count: MANY, members: [] }));
  return population(classes[NO_ROLE]?.members ?? [], [...classes.slice(1), ...added]);
}

/** Whether nobody holds the role. */
export function isEmpty({ sizes }: Population, role: string): boolean {
  return (sizes.get(role) ?? 0) === 0;
}

/** Whether somebody of the class holds one of the roles of each list. */
export function fits({ roles }: Pick<PeopleClass, 'roles'>, lists: readonly (readonly string[])[]): boolean {
  return lists.every((list) => list.some((role) => roles.has(role)));
}

function population(without: readonly AccountId[], withRoles: readonly PeopleClass[]): Population {
  const sizes = new Map<string, number>();
  const groupsWith = new Map<string, number[]>();
  for (const [index, { roles, count }] of withRoles.entries()) {
    for (const role of roles) {
      sizes.set(role, (sizes.get(role) ?? 0) + count);
      const groups = groupsWith.get(role);
      if (groups === undefined) groupsWith.set(role, [index + 1]);
      else groups.push(index + 1);
    }
  }
  const noRole: PeopleClass = { roles: new Set(), count: Number.POSITIVE_INFINITY, members: without };
  const classes = [noRole, ...withRoles];
  return { classes, sizes, groupsWith, groupsThatFit: lookedUpOnce(classes, groupsWith) };
}

/** Rules ask for the same roles again and again. */
function lookedUpOnce(
  classes: readonly PeopleClass[],
  groupsWith: Population['groupsWith'],
): Population['groupsThatFit'] {
  const known = new Map<string, readonly number[]>();
  return (lists) => {
    const key = lists.map((list) => list.join('\n')).join('\n\n');
    const groups = known.get(key) ?? groupsOf(lists, classes, groupsWith);
    known.set(key, groups);
    return groups;
  };
}

function groupsOf(
  [first, ...others]: readonly (readonly string[])[],
  classes: readonly PeopleClass[],
  groupsWith: Population['groupsWith'],
): readonly number[] {
  if (first === undefined) return [...classes.keys()];
  const groups = new Set(first.flatMap((role) => groupsWith.get(role) ?? []));
  return [...groups].filter((group) => fits(classes[group] ?? { roles: new Set() }, others));
}
