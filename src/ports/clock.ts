import type { Instant } from '../domain/instant';

/** The only source of time. */
export interface Clock {
  now(): Instant;
}

/** The time that an invocation has left, so that an answer can be given before the platform gives up on it. */
export interface Deadline {
  /**
   * Resolves with `late` when it is time to answer with what there is; never rejects. `done` releases the timer.
   */
  start(): { readonly late: Promise<'late'>; done(): void };
}
