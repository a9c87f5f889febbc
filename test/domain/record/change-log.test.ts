import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  emptyMonth,
  PAGE_BYTES,
  placeRow,
  titleOf,
  withPart,
  type LogMonth,
  type LogRow,
} from '../../../src/domain/record/change-log';
import { fixedSeed } from '../../builders/fixed-seed';
import { rowOf } from '../../builders/records';

const EMPTY = emptyMonth('2026-03');

function placed(rows: readonly LogRow[], month: LogMonth = EMPTY): LogMonth {
  return rows.reduce((before, row) => placeRow(before, row).month, month);
}

/** The numbers of the rows, page by page. */
function numbers({ parts }: LogMonth): readonly (readonly number[])[] {
  return parts.map(({ rows }) => rows.map(({ seq }) => seq));
}

describe('a row of the change log', () => {
  it('opens the first page of the month', () => {
    expect(placeRow(EMPTY, rowOf(1))).toEqual({
      part: 0,
      month: { ...EMPTY, parts: [{ pageId: null, rows: [rowOf(1)], published: false, problem: null }] },
    });
  });

  it('stands in the order of the ledger, whatever the order of arrival', () => {
    expect(numbers(placed([rowOf(3), rowOf(1), rowOf(2)]))).toEqual([[1, 2, 3]]);
  });

  it('fills a page exactly, and opens the next one with one byte more', () => {
    const half = PAGE_BYTES / 2;
    expect(numbers(placed([rowOf(1, { bytes: half }), rowOf(2, { bytes: half })]))).toEqual([[1, 2]]);
    expect(numbers(placed([rowOf(1, { bytes: half }), rowOf(2, { bytes: half + 1 })]))).toEqual([[1], [2]]);
  });

  it('has a page to itself when it is larger than a page', () => {
    const rows = [rowOf(1), rowOf(2, { bytes: PAGE_BYTES * 2 }), rowOf(3)];
    expect(numbers(placed(rows))).toEqual([[1], [2], [3]]);
  });

  it('takes the place of the row that the change has already, on whichever page that is', () => {
    const month = placed([rowOf(1), rowOf(2, { bytes: PAGE_BYTES }), rowOf(3)]);
    const again = placeRow(month, rowOf(9, { changeId: '10001', key: 'CHG-1' }));
    expect([again.part, numbers(again.month)]).toEqual([0, [[9], [2], [3]]]);
  });

  it('makes its page due and leaves the other pages, their places and their troubles alone', () => {
    const full = { pageId: '7', rows: [rowOf(1, { bytes: PAGE_BYTES })], published: true, problem: null };
    const problem = { code: 'title-taken', since: '2026-03-01T00:00:00.000Z' } as const;
    const last = { pageId: '8', rows: [rowOf(2)], published: true, problem };
    const { month, part } = placeRow({ month: '2026-03', revision: 4, parts: [full, last] }, rowOf(3));
    expect(part).toBe(1);
    expect(month).toEqual({
      month: '2026-03',
      revision: 4,
      parts: [full, { ...last, rows: [rowOf(2), rowOf(3)], published: false }],
    });
  });

  it('leaves the month that it was given as it was', () => {
    const month = placed([rowOf(1)]);
    const before = structuredClone(month);
    placeRow(month, rowOf(2));
    expect(month).toEqual(before);
  });
});

/** Closings of up to eight changes, in the order of the ledger. */
const closings = fc
  .array(fc.record({ change: fc.integer({ min: 1, max: 8 }), bytes: fc.integer({ min: 1, max: PAGE_BYTES * 0.7 }) }), {
    maxLength: 20,
  })
  .map((all) => all.map(({ change, bytes }, index) => rowOf(index + 1, { changeId: String(change), bytes })));

describe('any closings in a month', () => {
  it('leave each change exactly one row: its latest', () => {
    fc.assert(
      fc.property(closings, (rows) => {
        const standing = placed(rows).parts.flatMap((part) => part.rows);
        const latest = new Map(rows.map((row) => [row.changeId, row]));
        return standing.length === latest.size && standing.every((row) => latest.get(row.changeId)?.seq === row.seq);
      }),
      fixedSeed(300),
    );
  });

  it('never grow a page beyond its size by changes that are new to it', () => {
    fc.assert(
      fc.property(closings, (rows) => {
        const once = rows.map((row) => ({ ...row, changeId: String(row.seq) }));
        return placed(once).parts.every(
          (part) => part.rows.reduce((sum, { bytes }) => sum + bytes, 0) <= PAGE_BYTES && part.rows.length > 0,
        );
      }),
      fixedSeed(300),
    );
  });

  it('never move a row from the page on which it stands', () => {
    fc.assert(
      fc.property(closings, (rows) => {
        let month = EMPTY;
        for (const row of rows) {
          const pages = month.parts.map((part) => part.rows.map(({ changeId }) => changeId));
          month = placeRow(month, row).month;
          const kept = pages.every((ids, index) =>
            ids.every((id) => month.parts[index]?.rows.some(({ changeId }) => changeId === id)),
          );
          if (!kept) return false;
        }
        return true;
      }),
      fixedSeed(),
    );
  });

  it('change nothing when the last of them comes again', () => {
    fc.assert(
      fc.property(closings, (rows) => {
        const month = placed(rows);
        const last = rows.at(-1);
        return last === undefined || JSON.stringify(placeRow(month, last).month) === JSON.stringify(month);
      }),
      fixedSeed(),
    );
  });
});

describe('the pages of a month', () => {
  it('are replaced one at a time', () => {
    const month = placed([rowOf(1, { bytes: PAGE_BYTES }), rowOf(2)]);
    const part = { pageId: '7', rows: [rowOf(2)], published: true, problem: null };
    expect(withPart(month, 1, part).parts).toEqual([month.parts[0], part]);
  });

  it.each([
    ['2026-03', 0, 'Change log March 2026'],
    ['2026-12', 1, 'Change log December 2026 (2)'],
    ['2027-01', 10, 'Change log January 2027 (11)'],
  ])('of %s, page %i, is called %s', (month, part, title) => {
    expect(titleOf(month, part)).toBe(title);
  });
});
