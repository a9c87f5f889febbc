import { getAppContext } from '@forge/api';
import type { Deadline } from '../ports/clock';

/** Kept free for giving the answer. */
const RESERVE_MS = 5_000;
/** A validator has 25 s. @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MOST_MS = 20_000;

/** Late five seconds before the platform ends the invocation, and after 20 s at the latest. */
export class InvocationDeadline implements Deadline {
  start(): { readonly late: Promise<'late'>; done(): void } {
    const timer = new AbortController();
    const late = new Promise<'late'>((resolve) => {
      const handle = setTimeout(() => resolve('late'), millisecondsLeft());
      timer.signal.addEventListener('abort', () => clearTimeout(handle));
    });
    return { late, done: () => timer.abort() };
  }
}

function millisecondsLeft(): number {
  return Math.max(0, Math.min(MOST_MS, remainingTime() - RESERVE_MS));
}

function remainingTime(): number {
  try {
    return getAppContext().invocationRemainingTimeInMillis();
  } catch {
    // Not known where the runtime does not say, as under `forge tunnel`.
    return MOST_MS + RESERVE_MS;
  }
}
