import { digestOf } from '../canonical';
import type { EntryDraft, LedgerEntry, LedgerHead } from './ledger-entry';

/** The head of a ledger that has no entry yet. */
export const EMPTY_LEDGER: LedgerHead = { seq: 0, hash: '0'.repeat(64) };

/** Gives a draft its place behind the head and seals it. */
export function chain(head: LedgerHead, draft: EntryDraft): LedgerEntry {
  const entry = { ...draft, seq: head.seq + 1, previousHash: head.hash };
  return { ...entry, hash: digestOf(entry) };
}

/** The hash that an entry must have by its content. */
export function hashOf(entry: LedgerEntry): string {
  const { hash: _sealed, ...content } = entry;
  return digestOf(content);
}
