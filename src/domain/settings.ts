import type { DelegatedRole } from './approval/vote';
import type { AccountId } from './change/identity';
import type { Instant } from './instant';

/** A role that its holder handed to somebody else for a time. */
export interface RoleDelegation {
  readonly role: string;
  readonly from: AccountId;
  readonly to: AccountId;
  readonly since: Instant;
  /** The first instant at which it is not delegated any more. */
  readonly until: Instant;
}

/** Who holds a role of the policy: members of Jira groups, people by name, actors of a Jira project role. */
export interface RoleHolders {
  readonly groups: readonly string[];
  readonly people: readonly AccountId[];
  /** Ids of project roles; they are looked up in the project of the change. */
  readonly projectRoles: readonly string[];
}

/** What an admin decides for a site: who holds which role of the policy, and where the change log is kept. */
export interface Settings {
  readonly revision: number;
  /** Role id of the policy -> who holds it. */
  readonly roles: Readonly<Record<string, RoleHolders>>;
  readonly delegations: readonly RoleDelegation[];
  /** The Confluence space of the change log; null until one is chosen. */
  readonly spaceId: string | null;
}

export const NO_SETTINGS: Settings = { revision: 0, roles: {}, delegations: [], spaceId: null };

const NOBODY: RoleHolders = { groups: [], people: [], projectRoles: [] };

/** Who is mapped to a role: nobody, where nothing was said of it. */
export function holdersIn({ roles }: Settings, role: string): RoleHolders {
  // A role may be called like something that every object inherits.
  return (Object.hasOwn(roles, role) ? roles[role] : undefined) ?? NOBODY;
}

/** A person as the settings know people. */
export interface Membership {
  readonly accountId: AccountId;
  readonly groups: readonly string[];
  readonly projectRoles: readonly string[];
}

/** The roles of the policy that a person holds, in order of name. */
export function rolesHeld(settings: Settings, person: Membership): readonly string[] {
  return Object.keys(settings.roles)
    .filter((role) => holdsRole(holdersIn(settings, role), person))
    .sort();
}

function holdsRole(holders: RoleHolders, { accountId, groups, projectRoles }: Membership): boolean {
  return (
    holders.people.includes(accountId) ||
    holders.groups.some((group) => groups.includes(group)) ||
    holders.projectRoles.some((role) => projectRoles.includes(role))
  );
}

/** The delegations by which somebody has roles of others at an instant. Whether those still hold them is not asked here. */
export function delegationsTo(settings: Settings, to: AccountId, instant: Instant): readonly RoleDelegation[] {
  return settings.delegations.filter(
    (delegation) => delegation.to === to && delegation.since <= instant && instant < delegation.until,
  );
}

export function delegatedRole({ role, from, since, until }: RoleDelegation): DelegatedRole {
  return { role, of: from, since, until };
}

/**
 * What of the settings decides: who holds which role, and where the log is kept. An entry is never rewritten, so that the
 * first form, which knew groups only, stays readable for ever.
 */
export type SettingsSummary =
  | { readonly roleGroups: Readonly<Record<string, readonly string[]>>; readonly spaceId: string | null }
  | {
      readonly roles: Readonly<Record<string, RoleHolders>>;
      readonly delegations: readonly RoleDelegation[];
      readonly spaceId: string | null;
    };

export function summaryOf({ roles, delegations, spaceId }: Settings): SettingsSummary {
  return { roles, delegations, spaceId };
}
