import type { ApprovalSheet } from '../../src/domain/approval/vote';
import type { DeploySecrets } from '../../src/domain/deploy-gate/deploy-secrets';
import { Failure } from '../../src/domain/failure';
import type { PolicyInForce } from '../../src/domain/policy/policy-in-force';
import { emptyMonth, withPart, type LogMonth, type LogPart } from '../../src/domain/record/change-log';
import type { StoredRecord } from '../../src/domain/record/change-record';
import type { Settings } from '../../src/domain/settings';
import type { Archive, PageRegister } from '../../src/ports/archive';
import type { FakeFaults } from './fake-faults';
import type { FakeStore } from './fake-store';

/** What the app keeps, read from memory. */
export class FakeArchive implements Archive {
  readonly #store: FakeStore;
  readonly #faults: FakeFaults;

  constructor(store: FakeStore, faults: FakeFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  async policyInForce(): Promise<PolicyInForce | undefined> {
    await this.#faults.report('archive.policyInForce');
    return structuredClone(this.#store.policy);
  }

  async settings(): Promise<Settings> {
    await this.#faults.report('archive.settings');
    return structuredClone(this.#store.settings);
  }

  async deploySecrets(): Promise<DeploySecrets> {
    await this.#faults.report('archive.deploySecrets');
    return structuredClone(this.#store.deploySecrets);
  }

  async approvalSheet(changeKey: string): Promise<ApprovalSheet | undefined> {
    await this.#faults.report('archive.approvalSheet');
    return structuredClone(this.#store.sheets.get(changeKey));
  }

  async record(seq: number): Promise<StoredRecord | undefined> {
    await this.#faults.report('archive.record');
    return structuredClone(this.#store.records.get(seq));
  }

  async records(seqs: readonly number[]): Promise<readonly StoredRecord[]> {
    await this.#faults.report('archive.records');
    return seqs.flatMap((seq) => {
      const stored = this.#store.records.get(seq);
      return stored === undefined ? [] : [structuredClone(stored)];
    });
  }

  async latestRecordsOf(changeIds: readonly string[]): Promise<readonly number[]> {
    await this.#faults.report('archive.latestRecordsOf');
    return changeIds.flatMap((id) => {
      const seqs = [...this.#store.records.values()]
        .filter(({ record }) => record.change.id === id)
        .map(({ seq }) => seq);
      return seqs.length === 0 ? [] : [Math.max(...seqs)];
    });
  }

  async logMonth(month: string): Promise<LogMonth> {
    await this.#faults.report('archive.logMonth');
    return structuredClone(this.#store.months.get(month) ?? emptyMonth(month));
  }

  async logMonths(): Promise<readonly LogMonth[]> {
    await this.#faults.report('archive.logMonths');
    return structuredClone([...this.#store.months.values()].sort((a, b) => (a.month < b.month ? 1 : -1)));
  }
}

/** Where the pages are, in memory. */
export class FakePageRegister implements PageRegister {
  readonly #store: FakeStore;
  readonly #faults: FakeFaults;

  constructor(store: FakeStore, faults: FakeFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  async rootPage(spaceId: string): Promise<string | undefined> {
    await this.#faults.report('pageRegister.rootPage');
    return this.#store.rootPages.get(spaceId);
  }

  async saveRootPage(spaceId: string, pageId: string | null): Promise<void> {
    await this.#faults.report('pageRegister.saveRootPage');
    if (pageId === null) this.#store.rootPages.delete(spaceId);
    else this.#store.rootPages.set(spaceId, pageId);
  }

  async savePart(month: string, revision: number, index: number, part: LogPart): Promise<LogMonth> {
    await this.#faults.report('pageRegister.savePart');
    const standing = this.#store.months.get(month) ?? emptyMonth(month);
    if (standing.revision !== revision) throw new Failure('conflict', 'The month was changed in the meantime.');
    const next = { ...withPart(standing, index, structuredClone(part)), revision: revision + 1 };
    this.#store.months.set(month, next);
    return structuredClone(next);
  }
}
