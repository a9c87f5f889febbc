import { concernedChange } from '../../src/domain/ledger/concerned-change';
import { chain, EMPTY_LEDGER } from '../../src/domain/ledger/ledger-chain';
import type { EntryDraft, LedgerEntry, LedgerHead } from '../../src/domain/ledger/ledger-entry';
import type { Appended, ChangeEntriesPage, Ledger, LedgerWrite } from '../../src/ports/ledger';
import type { FakeFaults } from './fake-faults';
import type { FakeStore } from './fake-store';

/** The ledger in memory. Nobody appends in between, unless a test arranges it with `beforeNextAppend`. */
export class FakeLedger implements Ledger {
  readonly #store: FakeStore;
  readonly #faults: FakeFaults;
  readonly #before: (() => void)[] = [];

  constructor(store: FakeStore, faults: FakeFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  async head(): Promise<LedgerHead> {
    await this.#faults.report('ledger.head');
    return this.#head();
  }

  async read(fromSeq: number, limit: number): Promise<readonly LedgerEntry[]> {
    await this.#faults.report('ledger.read');
    if (limit > 100) throw new Error('At most 100 entries are read at once.');
    const from = Math.max(1, fromSeq) - 1;
    return structuredClone(this.#store.entries.slice(from, from + limit));
  }

  async readAt(seqs: readonly number[]): Promise<readonly LedgerEntry[]> {
    await this.#faults.report('ledger.readAt');
    return structuredClone(seqs.flatMap((seq) => this.#store.entries[seq - 1] ?? []));
  }

  async find(actionId: string): Promise<LedgerEntry | undefined> {
    await this.#faults.report('ledger.find');
    return structuredClone(this.#find(actionId));
  }

  async ofChange(changeId: string, before: number | null, limit: number): Promise<ChangeEntriesPage> {
    await this.#faults.report('ledger.ofChange');
    if (limit > 50) throw new Error('At most 50 entries about a change are read at once.');
    const found = this.#store.entries
      .filter(({ seq, event }) => concernedChange(event) === changeId && (before === null || seq < before))
      .reverse();
    const entries = structuredClone(found.slice(0, limit));
    return { entries, before: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
  }

  async append(draft: EntryDraft, writes: (entry: LedgerEntry) => readonly LedgerWrite[]): Promise<Appended> {
    await this.#faults.report('ledger.append');
    for (const act of this.#before.splice(0)) act();
    const standing = this.#find(draft.actionId);
    if (standing !== undefined) return { entry: structuredClone(standing), already: true };
    const entry = chain(this.#head(), draft);
    this.#store.write(writes(entry));
    this.#store.entries.push(structuredClone(entry));
    return { entry, already: false };
  }

  /** Something happens after the caller has read and before its next append: how two people race. */
  beforeNextAppend(act: () => void): void {
    this.#before.push(act);
  }

  #head(): LedgerHead {
    const last = this.#store.entries.at(-1);
    return last === undefined ? EMPTY_LEDGER : { seq: last.seq, hash: last.hash };
  }

  #find(actionId: string): LedgerEntry | undefined {
    return this.#store.entries.find((entry) => entry.actionId === actionId);
  }
}
