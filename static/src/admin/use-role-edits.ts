import { useState } from 'react';
import { type NamedGroupView, type RoleView } from '../../../src/contracts/api/admin-api';

export interface RoleEdits {
  /** How many roles differ from what is set. */
  readonly count: number;
  readonly editedRoles: readonly RoleView[];
  /** The groups of a role as the admin has them before them, edited or not. */
  groupsOf(role: RoleView): readonly NamedGroupView[];
  isEdited(role: RoleView): boolean;
  edit(role: RoleView, groups: readonly NamedGroupView[]): void;
  discard(): void;
  /** Role id -> group ids, for the roles that were edited. */
  changes(): Readonly<Record<string, readonly string[]>>;
}

/** The groups that are set for a role; a group that no longer exists stays visible until somebody takes it out. */
function setGroups(role: RoleView): readonly NamedGroupView[] {
  const missing = role.missing.map((groupId) => ({ groupId, name: `Deleted group (${groupId.slice(0, 8)}…)` }));
  return [...role.groups, ...missing];
}

const ids = (groups: readonly NamedGroupView[]) =>
  groups
    .map(({ groupId }) => groupId)
    .toSorted()
    .join('\n');

/** Edits of the groups behind the roles, kept apart from what is set, so that reading again loses none of them. */
export function useRoleEdits(roles: readonly RoleView[]): RoleEdits {
  const [edited, setEdited] = useState<ReadonlyMap<string, readonly NamedGroupView[]>>(new Map());
  const groupsOf = (role: RoleView) => edited.get(role.id) ?? setGroups(role);
  const isEdited = (role: RoleView) => ids(groupsOf(role)) !== ids(setGroups(role));
  const editedRoles = roles.filter(isEdited);
  return {
    count: editedRoles.length,
    editedRoles,
    groupsOf,
    isEdited,
    edit: (role, groups) => setEdited(new Map(edited).set(role.id, groups)),
    discard: () => setEdited(new Map()),
    changes: () =>
      Object.fromEntries(editedRoles.map((role) => [role.id, groupsOf(role).map(({ groupId }) => groupId)])),
  };
}
