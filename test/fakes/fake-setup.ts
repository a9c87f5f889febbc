import type { FieldMap } from '../../src/domain/change/field-map';
import type { Governance } from '../../src/domain/provisioning/governed-project';
import type { SetupProgress } from '../../src/domain/provisioning/progress';
import type { SetupQueue } from '../../src/ports/setup-queue';
import type { SetupRegister } from '../../src/ports/setup-register';
import type { FakeFaults } from './fake-faults';
import type { FakeStore } from './fake-store';

export class FakeSetupRegister implements SetupRegister {
  readonly #store: FakeStore;
  readonly #faults: FakeFaults;

  constructor(store: FakeStore, faults: FakeFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  async governance(): Promise<Governance> {
    await this.#faults.report('setupRegister.governance');
    return structuredClone(this.#store.governance);
  }

  async fieldMap(): Promise<FieldMap> {
    await this.#faults.report('setupRegister.fieldMap');
    return structuredClone(this.#store.fieldMap);
  }

  async progress(projectId: string): Promise<SetupProgress | undefined> {
    await this.#faults.report('setupRegister.progress');
    return structuredClone(this.#store.setups.get(projectId));
  }

  async save(progress: SetupProgress): Promise<void> {
    await this.#faults.report('setupRegister.save');
    this.#store.write([{ kind: 'setup-progress', progress }]);
  }
}

/** Keeps the messages until the test takes them out. */
export class FakeSetupQueue implements SetupQueue {
  readonly messages: { readonly projectId: string; readonly afterSeconds: number }[] = [];
  /** The projects whose guards are to be brought up to date. */
  readonly refreshes: string[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async push(projectId: string, afterSeconds = 0): Promise<void> {
    await this.#faults.report('setupQueue.push');
    this.messages.push({ projectId, afterSeconds });
  }

  async pushRefresh(projectId: string): Promise<void> {
    await this.#faults.report('setupQueue.pushRefresh');
    this.refreshes.push(projectId);
  }
}
