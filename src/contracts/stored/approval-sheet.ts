import { z } from 'zod';
import type { ApprovalSheet, DelegatedRole, Vote } from '../../domain/approval/vote';
import type { StoredContract } from './stored-document';
import { accountId, fieldId, gate, instant, revision, sha256 } from './stored-parts';
import { withAccount } from './upgrade-votes-v1';

const delegatedRole = z.strictObject({
  role: z.string(),
  of: accountId,
  since: instant,
  until: instant,
}) satisfies z.ZodType<DelegatedRole>;

export const vote = z.strictObject({
  by: accountId,
  account: z.enum(['human', 'app', 'unknown']),
  decision: z.enum(['approve', 'decline', 'withdraw']),
  at: instant,
  gate,
  roles: z.array(z.string()),
  delegated: z.array(delegatedRole),
  fingerprint: sha256,
  partDigests: z.record(fieldId, sha256),
  grants: z.array(z.string()).exactOptional(),
  comment: z.string(),
  policyHash: sha256,
}) satisfies z.ZodType<Vote>;

/** The votes on one change. */
export const storedApprovalSheet: StoredContract<ApprovalSheet> = {
  schemaVersion: 2,
  document: z.strictObject({ changeId: z.string().min(1), revision, votes: z.array(vote) }),
  upgrades: { 1: withAccounts },
};

function withAccounts(document: unknown): unknown {
  const first = z.looseObject({ votes: z.array(z.unknown()) }).safeParse(document);
  return first.success ? { ...first.data, votes: first.data.votes.map(withAccount) } : document;
}
