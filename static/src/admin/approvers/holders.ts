import { type RoleView } from '../../../../src/contracts/api/admin-api';

/** Whoever may hold a role: a Jira group, a person, or whoever has a role in the project of the change. */
export interface Holder {
  readonly kind: 'group' | 'person' | 'project-role';
  readonly id: string;
  readonly name: string;
  /** It is named for a role but does not exist any more. */
  readonly isGone?: true;
}

export const KIND_WORDS = {
  group: 'group',
  person: 'person',
  'project-role': 'project role',
} as const satisfies Record<Holder['kind'], string>;

export const keyOf = ({ kind, id }: Holder) => `${kind} ${id}`;

const group = (id: string, name: string): Holder => ({ kind: 'group', id, name });
const person = (id: string, name: string): Holder => ({ kind: 'person', id, name });
const projectRole = (id: string, name: string): Holder => ({ kind: 'project-role', id, name });

export const ofGroup = (one: { readonly groupId: string; readonly name: string }) => group(one.groupId, one.name);
export const ofPerson = (one: { readonly accountId: string; readonly name: string }) => person(one.accountId, one.name);
export const ofProjectRole = (one: { readonly projectRoleId: string; readonly name: string }) =>
  projectRole(one.projectRoleId, one.name);

/** Whoever is set for a role; what no longer exists stays visible until somebody takes it out. */
export function holdersOf({ groups, people, projectRoles, missing }: RoleView): readonly Holder[] {
  return [
    ...groups.map(ofGroup),
    ...missing.groups.map((id) => gone('group', id)),
    ...people.map(ofPerson),
    ...missing.people.map((id) => gone('person', id)),
    ...projectRoles.map(ofProjectRole),
    ...missing.projectRoles.map((id) => gone('project-role', id)),
  ];
}

/** The ids by kind, as the backend takes them. */
export function idsOf(holders: readonly Holder[]) {
  const ids = (wanted: Holder['kind']) => holders.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return { groups: ids('group'), people: ids('person'), projectRoles: ids('project-role') };
}

function gone(kind: Holder['kind'], id: string): Holder {
  return { kind, id, name: `Deleted ${KIND_WORDS[kind]} ${id.slice(0, 6)}`, isGone: true };
}

/** A holder with its kind, which its name does not tell. */
export function holderText({ kind, name, isGone }: Holder): string {
  return isGone ? name : `${name} (${KIND_WORDS[kind]})`;
}
