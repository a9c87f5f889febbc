import type { ChangeState } from '../../src/domain/shown-state/change-state';
import type { FoundFields, StateFields, StateReading } from '../../src/ports/state-fields';
import type { StateMessage, StateQueue } from '../../src/ports/state-queue';
import type { FakeFaults } from './fake-faults';

/** What Jira says of each change, by id. */
export class FakeStateFields implements StateFields {
  readonly said = new Map<string, ChangeState>();
  /** Ids of the changes of which something was written, in order. */
  readonly writes: string[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async read(changeId: string): Promise<StateReading> {
    await this.#faults.report('stateFields.read');
    return { said: this.said.get(changeId), found: { said: this.said.get(changeId) } };
  }

  async write(changeId: string, state: ChangeState | null, _policy: unknown, found: FoundFields): Promise<boolean> {
    await this.#faults.report('stateFields.write');
    if (JSON.stringify(found['said'] ?? null) === JSON.stringify(state)) return false;
    if (state === null) this.said.delete(changeId);
    else this.said.set(changeId, structuredClone(state));
    this.writes.push(changeId);
    return true;
  }
}

/** Keeps the messages until the test takes them out. */
export class FakeStateQueue implements StateQueue {
  readonly messages: StateMessage[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async push(message: StateMessage): Promise<void> {
    await this.#faults.report('stateQueue.push');
    this.messages.push(structuredClone(message));
  }
}
