import type { Retry } from '../../src/ports/retry';

/** What a handler answers to be called again: recognisable, and unlike any other answer. */
export interface RetryAnswer {
  readonly retryAfter: number;
}

export class FakeRetry implements Retry {
  later(seconds: number): RetryAnswer {
    if (seconds > 900) throw new Error('The platform takes at most 900 seconds.');
    return { retryAfter: seconds };
  }
}
