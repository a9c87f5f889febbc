import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, coveredBy, isInterval, overlaps, type Interval } from '../../../src/domain/calendar/interval';
import { fixedSeed } from '../../builders/fixed-seed';

/** Hours of one day: `hours(9, 11)` is from 09:00 until 11:00. */
function hours(from: number, until: number): Interval {
  return { from: at(from), until: at(until) };
}

function at(hour: number): string {
  return `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

describe('an interval', () => {
  it.each([
    { from: 9, until: 10, is: true },
    { from: 9, until: 9, is: false },
    { from: 10, until: 9, is: false },
  ])('from $from until $until is one: $is', ({ from, until, is }) => {
    expect(isInterval(hours(from, until))).toBe(is);
  });

  it.each([
    { what: 'ends as the other begins', a: hours(8, 10), b: hours(10, 12), overlap: false },
    { what: 'begins as the other ends', a: hours(12, 14), b: hours(10, 12), overlap: false },
    { what: 'ends after the other began', a: hours(8, 11), b: hours(10, 12), overlap: true },
    { what: 'begins before the other ends', a: hours(11, 14), b: hours(10, 12), overlap: true },
    { what: 'lies within the other', a: hours(11, 12), b: hours(10, 13), overlap: true },
    { what: 'is the other', a: hours(10, 12), b: hours(10, 12), overlap: true },
    { what: 'is over long before', a: hours(1, 2), b: hours(10, 12), overlap: false },
  ])('that $what overlaps it: $overlap', ({ a, b, overlap }) => {
    expect(overlaps(a, b)).toBe(overlap);
    expect(overlaps(b, a)).toBe(overlap);
  });

  it.each([
    { what: 'itself', inner: hours(10, 12), inside: true },
    { what: 'one that begins with it', inner: hours(10, 11), inside: true },
    { what: 'one that ends with it', inner: hours(11, 12), inside: true },
    { what: 'one that begins before it', inner: hours(9, 12), inside: false },
    { what: 'one that ends after it', inner: hours(10, 13), inside: false },
  ])('contains $what: $inside', ({ inner, inside }) => {
    expect(contains(hours(10, 12), inner)).toBe(inside);
  });
});

describe('windows that follow on one another', () => {
  it.each([
    { what: 'one window', windows: [hours(8, 12)], covered: true },
    { what: 'two that touch', windows: [hours(8, 10), hours(10, 12)], covered: true },
    { what: 'two that touch, the later given first', windows: [hours(10, 12), hours(8, 10)], covered: true },
    { what: 'two that overlap', windows: [hours(8, 11), hours(9, 12)], covered: true },
    { what: 'a long one and a short one within it', windows: [hours(8, 12), hours(8, 9)], covered: true },
    { what: 'two with an hour between them', windows: [hours(8, 9), hours(10, 12)], covered: false },
    { what: 'one that begins late', windows: [hours(9, 12)], covered: false },
    { what: 'one that ends early', windows: [hours(8, 11)], covered: false },
    { what: 'none', windows: [], covered: false },
  ])('$what cover from 08:00 until 12:00: $covered', ({ windows, covered }) => {
    expect(coveredBy(hours(8, 12), windows)).toBe(covered);
  });
});

const interval = fc
  .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, length]) => ({ from, until: Math.min(23, from + length) }));

/** The hours that belong to an interval, counted out. */
function hoursIn({ from, until }: { readonly from: number; readonly until: number }): readonly number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

describe('intervals, hour by hour', () => {
  it('overlap when an hour belongs to both, and contain when every hour does', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const [first, second] = [hours(a.from, a.until), hours(b.from, b.until)];
        expect(overlaps(first, second)).toBe(hoursIn(a).some((hour) => hoursIn(b).includes(hour)));
        expect(contains(first, second)).toBe(hoursIn(b).every((hour) => hoursIn(a).includes(hour)));
      }),
      fixedSeed(),
    );
  });

  it('are covered when every hour belongs to one of the windows', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 6 }), (inner, windows) => {
        const open = new Set(windows.flatMap(hoursIn));
        const given = windows.map(({ from, until }) => hours(from, until));
        expect(coveredBy(hours(inner.from, inner.until), given)).toBe(hoursIn(inner).every((hour) => open.has(hour)));
      }),
      fixedSeed(300),
    );
  });
});
