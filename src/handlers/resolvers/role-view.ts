import type { RoleView } from '../../contracts/api/admin-api';
import type { Role } from '../../domain/policy/policy';
import type { NamedHolders } from '../../usecases/named-holders';

/** The roles of a policy with whoever is mapped to them. */
export function roleViews(roles: readonly Role[], holders: Readonly<Record<string, NamedHolders>>): RoleView[] {
  return roles.map(({ id, title }) => {
    const held = holders[id];
    return {
      id,
      title,
      groups: [...(held?.groups ?? [])],
      people: [...(held?.people ?? [])],
      projectRoles: [...(held?.projectRoles ?? [])],
      missing: {
        groups: [...(held?.missing.groups ?? [])],
        people: [...(held?.missing.people ?? [])],
        projectRoles: [...(held?.missing.projectRoles ?? [])],
      },
      holders: held?.holders ?? 0,
    };
  });
}
