import { emptyTrail, type GateTrail } from '../../src/domain/aftermath/gate-verdict';
import type { GateTrails } from '../../src/ports/gate-trails';
import type { FakeFaults } from './fake-faults';
import type { FakeStore } from './fake-store';

export class FakeGateTrails implements GateTrails {
  readonly #store: FakeStore;
  readonly #faults: FakeFaults;

  constructor(store: FakeStore, faults: FakeFaults) {
    this.#store = store;
    this.#faults = faults;
  }

  async find(changeId: string): Promise<GateTrail> {
    await this.#faults.report('trails.find');
    return structuredClone(this.#store.trails.get(changeId) ?? emptyTrail(changeId));
  }

  async save(trail: GateTrail): Promise<void> {
    await this.#faults.report('trails.save');
    this.#store.write([{ kind: 'gate-trail', trail }]);
  }
}
