import { describe, expect, it } from '@jest/globals';
import { isOfLog, monthMark, rootMark } from '../../../src/domain/record/page-mark';
import { rowOf } from '../../builders/records';

const LOG = 'a1b2c3d4e5f60718'.padEnd(64, '0');
const OTHER = 'b1b2c3d4e5f60718'.padEnd(64, '0');
const ROWS = [rowOf(1), rowOf(2)];

describe('the mark of a page', () => {
  it('names the log and the content, in a form of its own', () => {
    expect(monthMark(LOG, '2026-03', 0, ROWS)).toMatch(/^a1b2c3d4e5f60718\.[0-9a-f]{64}$/);
    expect(rootMark(LOG)).toMatch(/^a1b2c3d4e5f60718\.[0-9a-f]{64}$/);
  });

  it('is the same for the same content, and another for any other', () => {
    const marks = [
      rootMark(LOG),
      monthMark(LOG, '2026-03', 0, ROWS),
      monthMark(LOG, '2026-04', 0, ROWS),
      monthMark(LOG, '2026-03', 1, ROWS),
      monthMark(LOG, '2026-03', 0, ROWS.slice(1)),
      monthMark(LOG, '2026-03', 0, [...ROWS].reverse()),
      monthMark(LOG, '2026-03', 0, [rowOf(1), rowOf(2, { hash: 'f'.repeat(64) })]),
      monthMark(LOG, '2026-03', 0, []),
      monthMark(OTHER, '2026-03', 0, ROWS),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    expect(monthMark(LOG, '2026-03', 0, structuredClone(ROWS))).toBe(marks[1]);
  });

  it('tells the pages of the log from all others', () => {
    expect([rootMark(LOG), monthMark(LOG, '2026-03', 0, ROWS)].map((mark) => isOfLog(mark, LOG))).toEqual([true, true]);
    const strange = [null, '', 'a1b2c3d4e5f60718', LOG, rootMark(OTHER), ` ${rootMark(LOG)}`];
    expect(strange.map((mark) => isOfLog(mark, LOG))).toEqual([false, false, false, false, false, false]);
  });
});
