import { z } from 'zod';
import type { StoredRecord } from '../../domain/record/change-record';
import { vote } from './approval-sheet';
import { evaluation } from './evaluation';
import type { StoredContract } from './stored-document';
import { accountId, changeIdentity, closedStage, fieldId, instant, ledgerNumber, sha256, stage } from './stored-parts';
import { upgradeRecord } from './upgrade-record-v1';

const unknown = z.strictObject({ unknown: z.string() });

const move = z.strictObject({
  id: z.string().min(1),
  at: instant,
  by: accountId.nullable(),
  from: stage.nullable(),
  to: stage.nullable(),
});

const recordedVote = z.strictObject({
  vote,
  weight: z.enum(['stands', 'void', 'superseded', 'withdrawn', 'barred']),
});

/** The account of a closed change, with its place in the ledger. */
export const storedChangeRecord: StoredContract<StoredRecord> = {
  schemaVersion: 2,
  document: z.strictObject({
    seq: ledgerNumber,
    hash: sha256,
    record: z.strictObject({
      change: changeIdentity,
      stage: closedStage,
      closedAt: instant,
      closedBy: accountId.nullable(),
      createdAt: instant,
      requesters: z.union([z.array(accountId), unknown]),
      fields: z.record(fieldId, z.union([z.string().nullable(), z.array(z.string()), unknown])),
      votes: z.union([z.array(recordedVote), unknown]),
      history: z.array(move),
      implementedFrom: instant.nullable(),
      implementedUntil: instant.nullable(),
      emergency: z.boolean().nullable(),
      policy: z
        .strictObject({
          id: z.string(),
          title: z.string(),
          version: z.string(),
          hash: sha256,
          roles: z.record(z.string(), z.string()),
          clauses: z.record(z.string(), z.string()),
          fields: z.record(fieldId, z.string()),
        })
        .nullable(),
      evaluation: evaluation.nullable(),
    }),
  }),
  upgrades: { 1: upgradeRecord },
};
