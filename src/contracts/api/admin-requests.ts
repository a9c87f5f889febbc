import { z } from 'zod';
import { candidate } from './candidate';

/** What the Jira admin page sends with its calls. */

const groupId = z.string().min(1).max(255);

/** @property hash The policy that was checked: another one is not put in force. */
export const putInForceRequest = z.strictObject({ candidate, hash: z.string().length(64) });
export const candidateRequest = z.strictObject({ candidate });
export const previewSwitchRequest = z.strictObject({ candidate, cursor: z.string().max(1000).nullable() });
export const policyTextRequest = z.strictObject({ presetId: z.string().max(100).nullable() });

const accountId = z.string().min(1).max(128);
const roleId = z.string().min(1).max(200);
const settingsRevision = z.number().int().nonnegative();

export const saveRolesRequest = z.strictObject({
  settingsRevision,
  /** Role id -> who holds it; roles left out keep their holders. */
  roles: z.record(
    roleId,
    z.strictObject({
      groups: z.array(groupId).max(20),
      people: z.array(accountId).max(50),
      projectRoles: z.array(z.string().regex(/^\d{1,20}$/)).max(20),
    }),
  ),
});

const delegation = { settingsRevision, role: roleId, from: accountId, to: accountId };

/** Instants in UTC. */
export const delegateRequest = z.strictObject({
  ...delegation,
  since: z.iso.datetime({ precision: 3 }),
  until: z.iso.datetime({ precision: 3 }),
});
export const endDelegationRequest = z.strictObject({ ...delegation, since: z.iso.datetime({ precision: 3 }) });
export const chooseSpaceRequest = z
  .object({ settingsRevision: z.number().int().nonnegative(), spaceId: z.string().regex(/^\d{1,20}$/) })
  .strict();
export const searchRequest = z.object({ text: z.string().max(255) }).strict();
export const pageRequest = z
  .object({ month: z.string().regex(/^\d{4}-\d{2}$/), part: z.number().int().min(0).max(999) })
  .strict();
