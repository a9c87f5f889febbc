import type { SiteClock, StatePart } from './platform';

export interface ClockOptions {
  /** ISO 8601 instant at which the clock stands. Without it (and without `live`): 2026-03-02T09:00:00Z. */
  readonly now?: string;
  /** Follow the machine's clock, plus an offset that `set` and `advance` enlarge. */
  readonly live?: boolean;
}

const DEFAULT_INSTANT = '2026-03-02T09:00:00Z';

function parseInstant(instant: Date | string): number {
  const milliseconds = typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(`Not an instant: ${String(instant)}`);
  }
  return milliseconds;
}

function readNumber(value: unknown, name: string): number {
  const field = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  if (typeof field !== 'number') {
    throw new Error(`The stored clock has no number "${name}".`);
  }
  return field;
}

/**
 * The clock of a site. It stands still until it is set or advanced; a live clock runs on from where it was set.
 * Neither goes back: `set` with an earlier instant and a negative `advance` throw a RangeError.
 */
export function createClock(options: ClockOptions = {}): SiteClock & StatePart {
  const live = options.live === true;
  let base = live ? 0 : parseInstant(options.now ?? DEFAULT_INSTANT);
  const now = (): number => (live ? Date.now() + base : base);
  const moveTo = (instant: number): void => {
    const difference = instant - now();
    if (difference < 0) {
      throw new RangeError('The clock of a site does not go back.');
    }
    base += difference;
  };
  if (live && options.now !== undefined) {
    base = parseInstant(options.now) - Date.now();
  }
  return {
    name: 'clock',
    now,
    set: (instant) => moveTo(parseInstant(instant)),
    advance: (milliseconds) => moveTo(now() + milliseconds),
    snapshot: () => ({ now: now(), ahead: live ? base : 0 }),
    restore: (value) => {
      base = live ? Math.max(base, readNumber(value, 'ahead')) : Math.max(base, readNumber(value, 'now'));
    },
  };
}
