import { z } from 'zod';
import type { ApprovalSheet, Vote } from '../../domain/approval/vote';
import type { StoredContract } from './stored-document';
import { accountId, gate, instant, materialField, revision, sha256 } from './stored-parts';

export const vote = z.strictObject({
  by: accountId,
  decision: z.enum(['approve', 'decline', 'withdraw']),
  at: instant,
  gate,
  roles: z.array(z.string()),
  fingerprint: sha256,
  partDigests: z.partialRecord(materialField, sha256),
  comment: z.string(),
  policyHash: sha256,
}) satisfies z.ZodType<Vote>;

/** The votes on one change. */
export const storedApprovalSheet: StoredContract<ApprovalSheet> = {
  schemaVersion: 1,
  document: z.strictObject({ changeId: z.string().min(1), revision, votes: z.array(vote) }),
  upgrades: {},
};
