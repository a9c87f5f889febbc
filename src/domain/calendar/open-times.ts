import { isBusinessDay, type WorkingDays } from './business-hours';
import { dayOf, DAY, wallClockNear } from './wall-clock';

/** A stretch of working time, in milliseconds since the epoch, half-open. */
export interface OpenTime {
  readonly from: number;
  readonly until: number;
}

/** For so many days the same clock is quick to read. */
const DAYS_OF_A_CLOCK = 10;

/**
 * Working time from an instant on, without end: what is left of the day's, then every business day's. A business day goes
 * from the instant at which the clocks of the zone show that work begins to the one at which they show that it ends, so
 * it is an hour shorter or longer when they change in between.
 */
export function* openTimes(days: WorkingDays, after: number): Generator<OpenTime, never> {
  let clock = wallClockNear(after, days.timeZone);
  let day = dayOf(clock.wallTimeOf(after));
  for (;;) {
    for (const end = day + DAYS_OF_A_CLOCK; day < end; day++) {
      if (!isBusinessDay(days, day)) continue;
      const from = Math.max(after, clock.instantOf(day * DAY + days.from));
      const until = clock.instantOf(day * DAY + days.until);
      if (from < until) yield { from, until };
    }
    clock = wallClockNear(day * DAY, days.timeZone);
  }
}
