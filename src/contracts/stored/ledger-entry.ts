import { z } from 'zod';
import { DEPLOY_CODES } from '../../domain/deploy-gate/deploy-code';
import {
  ARRIVAL_WAYS,
  GUARD_FAULTS,
  LEAVING_WAYS,
  type LedgerEntry,
  type LedgerEvent,
  type LedgerHead,
} from '../../domain/ledger/ledger-entry';
import { jiraName } from '../field-map';
import { roleDelegation, roleGroups, roleHolders } from './settings';
import type { StoredContract } from './stored-document';
import {
  accountId,
  changeIdentity,
  closedStage,
  gate,
  instant,
  ledgerNumber,
  month,
  sha256,
  stage,
} from './stored-parts';

const settingsSummary = z.union([
  z.strictObject({ roleGroups, spaceId: z.string().nullable() }),
  z.strictObject({
    roles: z.record(z.string(), roleHolders),
    delegations: z.array(roleDelegation),
    spaceId: z.string().nullable(),
  }),
]);

const statusMove = {
  change: changeIdentity,
  moveId: z.string().min(1),
  movedAt: instant,
  from: stage.nullable(),
  to: stage.nullable(),
} as const;

const event = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('vote-cast'),
    change: changeIdentity,
    gate,
    decision: z.enum(['approve', 'decline', 'withdraw']),
    roles: z.array(z.string()),
    fingerprint: sha256,
    grants: z.array(z.string()).exactOptional(),
    comment: z.string(),
    policyHash: sha256,
  }),
  z.strictObject({
    kind: z.literal('change-closed'),
    change: changeIdentity,
    as: closedStage,
    closedAt: instant,
    recordDigest: sha256,
  }),
  z.strictObject({
    kind: z.literal('policy-put-in-force'),
    policyId: z.string(),
    policyVersion: z.string(),
    policyHash: sha256,
    replacedHash: sha256.nullable(),
  }),
  z.strictObject({ kind: z.literal('settings-changed'), before: settingsSummary, after: settingsSummary }),
  z.strictObject({
    kind: z.literal('provisioning-started'),
    projectId: z.string().min(1),
    projectKey: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('project-governed'),
    projectId: z.string().min(1),
    projectKey: z.string().min(1),
    workflowId: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal('field-map-changed'),
    changes: z.array(z.strictObject({ part: z.string().min(1), before: jiraName, after: jiraName })),
  }),
  z.strictObject({
    kind: z.literal('exception-asked'),
    change: changeIdentity,
    names: z.array(z.string().min(1)),
    reason: z.string(),
    policyHash: sha256,
  }),
  z.strictObject({
    kind: z.literal('page-given-up'),
    month,
    part: z.number().int().nonnegative(),
    pageId: z.string(),
  }),
  z.strictObject({
    kind: z.literal('deploy-asked'),
    key: z.string().min(1),
    change: changeIdentity.nullable(),
    environment: z.string(),
    code: z.enum(DEPLOY_CODES).exclude(['bad-signature']),
    nonceDigest: sha256,
  }),
  z.strictObject({
    kind: z.literal('deploy-secret-made'),
    projectKey: z.string().min(1),
    secretId: z.string().min(1),
    replaced: z.strictObject({ id: z.string().min(1), until: instant }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('deploy-secrets-revoked'),
    projectKey: z.string().min(1),
    secretIds: z.array(z.string().min(1)),
  }),
  z.strictObject({
    kind: z.literal('gate-passed'),
    ...statusMove,
    gate,
    verdict: z.strictObject({
      verdict: z.enum(['allow', 'warn']),
      at: instant,
      evaluationDigest: sha256,
      policyHash: sha256,
      fingerprint: sha256,
    }),
  }),
  z.strictObject({ kind: z.literal('gate-bypassed'), ...statusMove, gate: gate.nullable() }),
  z.strictObject({
    kind: z.literal('gates-skipped'),
    change: changeIdentity,
    how: z.enum(ARRIVAL_WAYS),
    stage,
    arrivedAt: instant,
  }),
  z.strictObject({
    kind: z.literal('change-left'),
    change: changeIdentity,
    how: z.enum(LEAVING_WAYS),
    leftAt: instant,
  }),
  z.strictObject({
    kind: z.literal('guard-missing'),
    projectId: z.string().min(1),
    projectKey: z.string().min(1),
    why: z.enum(GUARD_FAULTS),
    transitionId: z.string().min(1).nullable(),
    gate: gate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('guards-put-back'),
    projectId: z.string().min(1),
    projectKey: z.string().min(1),
    transitions: z.array(z.strictObject({ transitionId: z.string().min(1), gate })),
  }),
  z.strictObject({
    kind: z.literal('event-missed'),
    change: changeIdentity,
    moveId: z.string().min(1),
    movedAt: instant,
  }),
]) satisfies z.ZodType<LedgerEvent>;

/**
 * One entry of the ledger. Whether it is the one that was written is for `verifyLedger` to say, so the hashes are not
 * compared here.
 */
export const storedLedgerEntry: StoredContract<LedgerEntry> = {
  schemaVersion: 1,
  document: z.strictObject({
    actionId: z.string().min(1),
    at: instant,
    by: accountId,
    event,
    seq: ledgerNumber,
    previousHash: sha256,
    hash: sha256,
  }),
  upgrades: {},
};

/** Where the ledger ended when it was last written: a hint, never the truth. */
export const storedLedgerHead: StoredContract<LedgerHead> = {
  schemaVersion: 1,
  document: z.strictObject({ seq: ledgerNumber, hash: sha256 }),
  upgrades: {},
};
