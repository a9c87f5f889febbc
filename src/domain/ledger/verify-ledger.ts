import { hashOf } from './ledger-chain';
import type { LedgerEntry, LedgerHead } from './ledger-entry';

export type LedgerCheck =
  | { readonly intact: true; readonly entries: number; readonly head: LedgerHead }
  | {
      readonly intact: false;
      /** Number of the first entry that is not as it was written. */
      readonly brokenAt: number;
      readonly why: 'altered' | 'missing' | 'out-of-order' | 'head-differs';
    };

/**
 * Whether a run of entries is unbroken: numbered without gaps from the entry after `from`, each sealed over its content
 * and the entry before, and ending at the expected head where one is given.
 */
export function verifyLedger(entries: readonly LedgerEntry[], from: LedgerHead, expected?: LedgerHead): LedgerCheck {
  let head = from;
  for (const entry of entries) {
    const next = head.seq + 1;
    if (entry.seq !== next)
      return { intact: false, brokenAt: next, why: entry.seq > next ? 'missing' : 'out-of-order' };
    if (entry.previousHash !== head.hash || hashOf(entry) !== entry.hash) {
      return { intact: false, brokenAt: next, why: 'altered' };
    }
    head = { seq: entry.seq, hash: entry.hash };
  }
  if (expected !== undefined && expected.seq > head.seq) {
    return { intact: false, brokenAt: head.seq + 1, why: 'missing' };
  }
  if (expected !== undefined && (expected.seq !== head.seq || expected.hash !== head.hash)) {
    return { intact: false, brokenAt: expected.seq, why: 'head-differs' };
  }
  return { intact: true, entries: entries.length, head };
}
