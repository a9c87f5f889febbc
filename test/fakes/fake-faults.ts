import type { Failure } from '../../src/domain/failure';

/** Name of a port's method, e.g. `changes.read`. */
export type Call = `${string}.${string}`;

/**
 * What goes wrong, and what was asked. Every fake reports each call here first, so that a test can make a port fail and
 * can see what was asked of it.
 */
export class FakeFaults {
  readonly calls: Call[] = [];
  readonly #always = new Map<Call, Failure>();
  readonly #next = new Map<Call, Failure[]>();

  /** Every further call fails, until `mend`. */
  fail(call: Call, failure: Failure): void {
    this.#always.set(call, failure);
  }

  /** Only the next call fails (asked for twice: the next two). */
  failOnce(call: Call, failure: Failure): void {
    this.#next.set(call, [...(this.#next.get(call) ?? []), failure]);
  }

  mend(call: Call): void {
    this.#always.delete(call);
    this.#next.delete(call);
  }

  /** How often a method was called. */
  count(call: Call): number {
    return this.calls.filter((made) => made === call).length;
  }

  /** Answers a moment later, as every real port does. @throws the failure that the test asked for. */
  async report(call: Call): Promise<void> {
    this.calls.push(call);
    await Promise.resolve();
    const failure = this.#next.get(call)?.shift() ?? this.#always.get(call);
    if (failure !== undefined) throw failure;
  }
}
