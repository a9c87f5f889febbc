import { storedLedgerHint, type LedgerHint } from '../../contracts/stored/ledger-hint';
import { Failure } from '../../domain/failure';
import { chain, EMPTY_LEDGER } from '../../domain/ledger/ledger-chain';
import type { EntryDraft, LedgerEntry, LedgerHead } from '../../domain/ledger/ledger-entry';
import type { Appended, ChangeEntriesPage, Ledger, LedgerWrite } from '../../ports/ledger';
import { changeEntriesSets, readEntriesOf } from './change-entries';
import { documentSets, readDocument } from './documents';
import { setsOf } from './ledger-write-sets';
import { BATCH } from './read-values';
import { LEDGER_HEAD_KEY } from './storage-keys';
import { entrySets, findEntry, readEntries, readEntriesAt, readEntry } from './stored-entries';
import { commit, type ConditionalSet } from './transaction';

const MOST_TRIES = 8;
const MOST_READ = 100;
const MOST_OF_CHANGE = 50;

/** The ledger in Forge storage: every entry under a key made of its number, which can be taken once and never again. */
export class KvsLedger implements Ledger {
  async head(): Promise<LedgerHead> {
    return headAfter(await hintedHead());
  }

  async read(fromSeq: number, limit: number): Promise<readonly LedgerEntry[]> {
    if (limit < 1) return [];
    return readEntries(Math.max(1, fromSeq), Math.min(limit, MOST_READ));
  }

  async readAt(seqs: readonly number[]): Promise<readonly LedgerEntry[]> {
    return readEntriesAt(seqs);
  }

  async find(actionId: string): Promise<LedgerEntry | undefined> {
    return findEntry(actionId);
  }

  async ofChange(changeId: string, before: number | null, limit: number): Promise<ChangeEntriesPage> {
    const { seq, listedFrom } = await hintedHead();
    // What is appended while this is read is not there yet, for whoever asks.
    return readEntriesOf(changeId, before ?? seq + 1, Math.min(limit, MOST_OF_CHANGE), listedFrom);
  }

  async append(draft: EntryDraft, writes: (entry: LedgerEntry) => readonly LedgerWrite[]): Promise<Appended> {
    const hint = await hintedHead();
    let head: LedgerHead = hint;
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const entry = chain(head, draft);
      if (await commit(await setsFor(entry, writes(entry), hint.listedFrom))) return { entry, already: false };
      const [standing, taken] = await Promise.all([findEntry(draft.actionId), readEntry(entry.seq)]);
      if (standing !== undefined) return { entry: standing, already: true };
      if (taken === undefined) {
        throw new Failure('conflict', 'Somebody else changed this at the same time. Nothing was written; try again.');
      }
      head = await headAfter(taken);
    }
    throw new Failure('unreachable', 'Too many people are writing at the same time. Nothing was written; try again.');
  }
}

async function setsFor(
  entry: LedgerEntry,
  writes: readonly LedgerWrite[],
  listedFrom: number,
): Promise<readonly ConditionalSet[]> {
  const { seq, hash } = entry;
  const [list, ...documents] = await Promise.all([changeEntriesSets(entry), ...writes.map(setsOf)]);
  const next: LedgerHint = { seq, hash, listedFrom };
  const hint = documentSets(LEDGER_HEAD_KEY, storedLedgerHint, next, { revision: seq, previous: 'any' });
  return [...entrySets(entry), ...documents.flat(), ...list, ...hint];
}

/**
 * The head as the last writer left it. It changes together with the entries, but only the entries are the truth: where it
 * is gone, the end is looked for, and no entry before it is taken to be on a list.
 */
async function hintedHead(): Promise<LedgerHint> {
  const hint = await readDocument(LEDGER_HEAD_KEY, storedLedgerHint);
  if (hint !== undefined) return hint;
  const head = await headAfter(EMPTY_LEDGER);
  return { ...head, listedFrom: head.seq + 1 };
}

/** The end of the chain, found by key from an entry that exists: queries are eventually consistent. */
async function headAfter(start: LedgerHead): Promise<LedgerHead> {
  let head = { seq: start.seq, hash: start.hash };
  for (;;) {
    const further = await readEntries(head.seq + 1, BATCH);
    const last = further.at(-1);
    if (last !== undefined) head = { seq: last.seq, hash: last.hash };
    if (further.length < BATCH) return head;
  }
}
