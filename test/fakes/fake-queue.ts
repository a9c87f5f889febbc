import type { PublishMessage, PublishQueue } from '../../src/ports/publish-queue';
import type { FakeFaults } from './fake-faults';

/** Keeps the messages until the test takes them out; delivers nothing by itself. */
export class FakeQueue implements PublishQueue {
  readonly messages: PublishMessage[] = [];
  readonly #faults: FakeFaults;

  constructor(faults: FakeFaults) {
    this.#faults = faults;
  }

  async push(message: PublishMessage): Promise<void> {
    await this.#faults.report('queue.push');
    this.messages.push(structuredClone(message));
  }

  /** All messages so far, out of the queue. */
  takeAll(): readonly PublishMessage[] {
    return this.messages.splice(0);
  }
}
