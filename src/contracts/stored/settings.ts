import { z } from 'zod';
import type { RoleDelegation, RoleHolders, Settings } from '../../domain/settings';
import type { StoredContract } from './stored-document';
import { accountId, instant, revision } from './stored-parts';

export const roleHolders = z.strictObject({
  groups: z.array(z.string()),
  people: z.array(accountId),
  projectRoles: z.array(z.string()),
}) satisfies z.ZodType<RoleHolders>;

export const roleDelegation = z.strictObject({
  role: z.string(),
  from: accountId,
  to: accountId,
  since: instant,
  until: instant,
}) satisfies z.ZodType<RoleDelegation>;

/** Of the first form: groups were the only holders of roles. */
export const roleGroups = z.record(z.string(), z.array(z.string()));

const firstForm = z.strictObject({ revision, roleGroups, spaceId: z.string().nullable() });

/** Who holds which role, and where the change log is kept. */
export const storedSettings: StoredContract<Settings> = {
  schemaVersion: 2,
  document: z.strictObject({
    revision,
    roles: z.record(z.string(), roleHolders),
    delegations: z.array(roleDelegation),
    spaceId: z.string().nullable(),
  }),
  upgrades: { 1: withHolders },
};

function withHolders(document: unknown): unknown {
  const before = firstForm.safeParse(document);
  // What is not of the first form is left for the contract to refuse, with its reason.
  if (!before.success) return document;
  const { roleGroups: groupsOf, ...rest } = before.data;
  const roles = Object.entries(groupsOf).map(([role, groups]): [string, RoleHolders] => [
    role,
    { groups, people: [], projectRoles: [] },
  ]);
  return { ...rest, roles: Object.fromEntries(roles), delegations: [] };
}
