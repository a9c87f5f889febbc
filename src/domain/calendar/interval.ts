import type { Instant } from '../instant';

/** A stretch of time, half-open: `from` belongs to it, `until` does not. Two that only touch do not overlap. */
export interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

/** Whether it ends after it begins. What the other functions say of anything else means nothing. */
export function isInterval({ from, until }: Interval): boolean {
  return from < until;
}

/** Whether there is an instant that belongs to both. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.until && b.from < a.until;
}

/** Whether every instant of `inner` belongs to `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.until <= outer.until;
}

/** Whether every instant of `inner` belongs to at least one of the windows, in whatever order they are given. */
export function coveredBy(inner: Interval, windows: readonly Interval[]): boolean {
  let covered = inner.from;
  for (const { from, until } of windows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from <= covered && until > covered) covered = until;
  }
  return covered >= inner.until;
}
