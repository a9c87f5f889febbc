import { z } from 'zod';
import type { StoredContract } from './stored-document';
import { ledgerNumber } from './stored-parts';

/** The ledger number of the latest record of a change. */
export interface LatestRecord {
  readonly seq: number;
}

export const storedLatestRecord: StoredContract<LatestRecord> = {
  schemaVersion: 1,
  document: z.strictObject({ seq: ledgerNumber }),
  upgrades: {},
};
