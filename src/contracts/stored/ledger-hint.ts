import { z } from 'zod';
import type { LedgerHead } from '../../domain/ledger/ledger-entry';
import type { StoredContract } from './stored-document';
import { ledgerNumber, sha256 } from './stored-parts';

/** Where the ledger ended when it was last written: a hint, never the truth. */
export interface LedgerHint extends LedgerHead {
  /** The first entry that stands on the list of its change: entries before it have to be looked for. */
  readonly listedFrom: number;
}

export const storedLedgerHint: StoredContract<LedgerHint> = {
  schemaVersion: 2,
  document: z.strictObject({ seq: ledgerNumber, hash: sha256, listedFrom: ledgerNumber }),
  upgrades: { 1: listedFromNowOn },
};

/** The first form comes from a time in which no list was kept. */
function listedFromNowOn(document: unknown): unknown {
  const first = z.looseObject({ seq: ledgerNumber }).safeParse(document);
  return first.success ? { ...first.data, listedFrom: first.data.seq + 1 } : document;
}
