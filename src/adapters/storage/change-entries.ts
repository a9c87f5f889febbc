import { storedChangeEntries, type ChangeEntries } from '../../contracts/stored/change-entries';
import { concernedChange } from '../../domain/ledger/concerned-change';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry';
import type { ChangeEntriesPage } from '../../ports/ledger';
import { documentSets, readDocument } from './documents';
import { changeEntriesKey } from './storage-keys';
import { readEntries, readEntriesAt } from './stored-entries';
import type { ConditionalSet } from './transaction';

/** Numbers on one page of the list. */
const FULL = 200;
const NO_ENTRIES: ChangeEntries = { page: 0, seqs: [] };
/** A scan reads so many entries at once, and so many in one call; a further call goes on. */
const SCAN_STEP = 100;
const MOST_SCANNED = 500;

/**
 * What to set so that an entry stands on the list of its change: nothing where it is about none. The list is read after
 * the head behind which the entry is put. Whoever wrote to the list since has taken that place in the ledger as well,
 * so that the transaction of the two is refused: the list needs no condition of its own.
 */
export async function changeEntriesSets({ seq, event }: LedgerEntry): Promise<readonly ConditionalSet[]> {
  const changeId = concernedChange(event);
  if (changeId === undefined) return [];
  const list = (await readDocument(changeEntriesKey(changeId), storedChangeEntries)) ?? NO_ENTRIES;
  const any = { revision: seq, previous: 'any' } as const;
  if (list.seqs.length < FULL) {
    const longer = { ...list, seqs: [...list.seqs, seq] };
    return documentSets(changeEntriesKey(changeId), storedChangeEntries, longer, any);
  }
  const next = { page: list.page + 1, seqs: [seq] };
  return [
    ...documentSets(changeEntriesKey(changeId, list.page), storedChangeEntries, list, any),
    ...documentSets(changeEntriesKey(changeId), storedChangeEntries, next, any),
  ];
}

/**
 * Entries about a change, newest first, with numbers below `before`: from its list, and below the first entry that stands
 * on any list by looking through the ledger.
 */
export async function readEntriesOf(
  changeId: string,
  before: number,
  limit: number,
  listedFrom: number,
): Promise<ChangeEntriesPage> {
  const seqs = before > listedFrom ? await listedBelow(changeId, before, limit + 1) : [];
  const entries = await readEntriesAt(seqs.slice(0, limit));
  const last = entries.at(-1);
  if (seqs.length > limit && last !== undefined) return { entries, before: last.seq };
  if (listedFrom === 1) return { entries, before: null };
  if (entries.length > 0) return { entries, before: listedFrom };
  return scanBelow(changeId, Math.min(before, listedFrom), limit);
}

/** Numbers on the list of a change below a number, highest first. */
async function listedBelow(changeId: string, before: number, limit: number): Promise<readonly number[]> {
  let list = await readDocument(changeEntriesKey(changeId), storedChangeEntries);
  const found: number[] = [];
  while (list !== undefined) {
    found.push(...list.seqs.filter((seq) => seq < before).reverse());
    if (found.length >= limit || list.page === 0) break;
    list = await readDocument(changeEntriesKey(changeId, list.page - 1), storedChangeEntries);
  }
  return found.slice(0, limit);
}

async function scanBelow(changeId: string, before: number, limit: number): Promise<ChangeEntriesPage> {
  const found: LedgerEntry[] = [];
  const lowest = Math.max(1, before - MOST_SCANNED);
  for (let end = before; end > lowest; end -= SCAN_STEP) {
    const start = Math.max(lowest, end - SCAN_STEP);
    const read = (await readEntries(start, end - start)).filter(({ event }) => concernedChange(event) === changeId);
    found.push(...read.reverse());
    if (found.length > limit) {
      const entries = found.slice(0, limit);
      return { entries, before: entries.at(-1)?.seq ?? null };
    }
  }
  return { entries: found, before: lowest === 1 ? null : lowest };
}
