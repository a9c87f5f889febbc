import { storedLedgerEntry } from '../../contracts/stored/ledger-entry';
import { readStored, writeStored } from '../../contracts/stored/stored-document';
import { ledgerActionItem, ledgerEntryItem } from '../../contracts/stored/stored-item';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry';
import { readValue, readValues, unreadable } from './read-values';
import { actionKey, entryKey, LEDGER_ACTION, LEDGER_ENTRY } from './storage-keys';
import type { ConditionalSet } from './transaction';

/** The entry under its number and the act under its name; neither may exist yet. */
export function entrySets(entry: LedgerEntry): readonly ConditionalSet[] {
  const { seq, actionId } = entry;
  const absent = { absent: 'seq' };
  return [
    {
      entity: LEDGER_ENTRY,
      key: entryKey(seq),
      value: { seq, body: writeStored(storedLedgerEntry, entry) },
      condition: absent,
    },
    { entity: LEDGER_ACTION, key: actionKey(actionId), value: { seq }, condition: absent },
  ];
}

/** Entries from a number on, up to the first that is missing. */
export async function readEntries(fromSeq: number, limit: number): Promise<readonly LedgerEntry[]> {
  const seqs = Array.from({ length: limit }, (_, index) => fromSeq + index);
  const values = await readValues(LEDGER_ENTRY, seqs.map(entryKey));
  const missing = seqs.findIndex((seq) => !values.has(entryKey(seq)));
  return seqs.slice(0, missing < 0 ? limit : missing).map((seq) => entryOf(seq, values.get(entryKey(seq))));
}

/** The entries with these numbers, in the order asked for. @throws Failure `unreadable-document` where one is missing. */
export async function readEntriesAt(seqs: readonly number[]): Promise<readonly LedgerEntry[]> {
  const values = await readValues(LEDGER_ENTRY, seqs.map(entryKey));
  return seqs.map((seq) => entryOf(seq, values.get(entryKey(seq))));
}

export async function readEntry(seq: number): Promise<LedgerEntry | undefined> {
  const value = await readValue(LEDGER_ENTRY, entryKey(seq));
  return value === undefined ? undefined : entryOf(seq, value);
}

export async function findEntry(actionId: string): Promise<LedgerEntry | undefined> {
  const key = actionKey(actionId);
  const value = await readValue(LEDGER_ACTION, key);
  if (value === undefined) return undefined;
  const action = ledgerActionItem.safeParse(value);
  if (!action.success) throw unreadable(key, 'it names no ledger entry');
  const entry = await readEntry(action.data.seq);
  if (entry === undefined) throw unreadable(key, 'the ledger entry that it names is missing');
  return entry;
}

function entryOf(seq: number, value: unknown): LedgerEntry {
  const key = entryKey(seq);
  const item = ledgerEntryItem.safeParse(value);
  if (!item.success) throw unreadable(key, 'it is not in the form in which the app stores ledger entries');
  const reading = readStored(storedLedgerEntry, item.data.body);
  if (!reading.readable) throw unreadable(key, reading.problem);
  return reading.value;
}
