import { useState } from 'react';
import { type RoleView } from '../../../../src/contracts/api/admin-api';
import { holdersOf, idsOf, keyOf, type Holder } from './holders';

export interface RoleEdits {
  /** How many roles differ from what is set. */
  readonly count: number;
  readonly editedRoles: readonly RoleView[];
  /** The holders of a role as the admin has them before them, edited or not. */
  holdersOf(role: RoleView): readonly Holder[];
  isEdited(role: RoleView): boolean;
  edit(role: RoleView, holders: readonly Holder[]): void;
  discard(): void;
  /** Role id -> ids of its holders, for the roles that were edited. */
  changes(): Readonly<Record<string, ReturnType<typeof idsOf>>>;
}

const keys = (holders: readonly Holder[]) => holders.map(keyOf).toSorted().join('\n');

/** Edits of who holds the roles, kept apart from what is set, so that reading again loses none of them. */
export function useRoleEdits(roles: readonly RoleView[]): RoleEdits {
  const [edited, setEdited] = useState<ReadonlyMap<string, readonly Holder[]>>(new Map());
  const shown = (role: RoleView) => edited.get(role.id) ?? holdersOf(role);
  const isEdited = (role: RoleView) => keys(shown(role)) !== keys(holdersOf(role));
  const editedRoles = roles.filter(isEdited);
  return {
    count: editedRoles.length,
    editedRoles,
    holdersOf: shown,
    isEdited,
    edit: (role, holders) => setEdited(new Map(edited).set(role.id, holders)),
    discard: () => setEdited(new Map()),
    changes: () => Object.fromEntries(editedRoles.map((role) => [role.id, idsOf(shown(role))])),
  };
}
