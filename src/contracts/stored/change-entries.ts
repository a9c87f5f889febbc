import { z } from 'zod';
import type { StoredContract } from './stored-document';
import { ledgerNumber } from './stored-parts';

/** Numbers of ledger entries that are about one change, in order. Full pages are kept under their number, from 0. */
export interface ChangeEntries {
  /** The number of this page: so many full ones come before it. */
  readonly page: number;
  readonly seqs: readonly number[];
}

export const storedChangeEntries: StoredContract<ChangeEntries> = {
  schemaVersion: 1,
  document: z.strictObject({ page: z.number().int().nonnegative(), seqs: z.array(ledgerNumber) }),
  upgrades: {},
};
