import { chain, EMPTY_LEDGER } from '../../src/domain/ledger/ledger-chain';
import type { EntryDraft, LedgerEntry } from '../../src/domain/ledger/ledger-entry';
import { minute } from './votes';

/** Something that happened, as a draft; `number` tells it from the others. */
export function draftOf(number: number, overrides: Partial<EntryDraft> = {}): EntryDraft {
  return {
    actionId: `closed:10001:${String(number)}`,
    at: minute(number),
    by: 'account-implementer',
    event: {
      kind: 'change-closed',
      change: { id: '10001', key: 'CHG-1' },
      as: 'closed',
      closedAt: minute(number),
      recordDigest: String(number).padStart(64, 'a'),
    },
    ...overrides,
  };
}

/** A ledger of this many entries, unbroken. */
export function ledgerOf(count: number): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let number = 1; number <= count; number += 1) {
    entries.push(chain(entries.at(-1) ?? EMPTY_LEDGER, draftOf(number)));
  }
  return entries;
}
