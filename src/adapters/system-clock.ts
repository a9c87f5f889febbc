import type { Instant } from '../domain/instant';
import type { Clock } from '../ports/clock';

/** The time of the machine, in UTC. */
export class SystemClock implements Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}
