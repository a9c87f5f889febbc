import type { Clock, Deadline } from '../../src/ports/clock';
import type { Instant } from '../../src/domain/instant';

/** Stands still until it is told to move; never goes back. */
export class FakeClock implements Clock {
  #now: Instant;

  constructor(now: Instant) {
    this.#now = new Date(now).toISOString();
  }

  now(): Instant {
    return this.#now;
  }

  set(instant: Instant): void {
    const next = new Date(instant).toISOString();
    if (next < this.#now) throw new Error(`The clock does not go back from ${this.#now} to ${next}.`);
    this.#now = next;
  }

  advance(milliseconds: number): void {
    this.set(new Date(Date.parse(this.#now) + milliseconds).toISOString());
  }
}

/** A deadline that is reached when the test says so. */
export class FakeDeadline implements Deadline {
  /** Deadlines that were started and not released. */
  open = 0;
  #reached = false;
  readonly #waiting: (() => void)[] = [];

  start(): { readonly late: Promise<'late'>; done(): void } {
    this.open += 1;
    let released = false;
    const late = new Promise<'late'>((resolve) => {
      if (this.#reached) resolve('late');
      else this.#waiting.push(() => resolve('late'));
    });
    const done = () => {
      if (!released) this.open -= 1;
      released = true;
    };
    return { late, done };
  }

  /** From now on it is late, for the deadlines that run and for those that are started afterwards. */
  reach(): void {
    this.#reached = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
