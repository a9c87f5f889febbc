import { describe, expect, it } from '@jest/globals';
import { ConfluencePages } from '../../../src/adapters/confluence/confluence-pages';
import { pageBody } from '../../../src/adapters/confluence/page-body';
import { EMPTY_LEDGER } from '../../../src/domain/ledger/ledger-chain';
import type { StoredRecord } from '../../../src/domain/record/change-record';
import { changeFacts } from '../../builders/change-facts';
import { recordOf } from '../../builders/records';

const pages = new ConfluencePages();
const mark = `${'a'.repeat(16)}.${'a'.repeat(64)}`;

function stored(testPlan: string): StoredRecord {
  return { seq: 1, hash: '1'.repeat(64), record: recordOf(changeFacts({ fields: { testPlan } })) };
}

/** The bytes of a whole page that shows these records. */
function pageWith(...records: readonly StoredRecord[]): number {
  return Buffer.byteLength(pageBody({ kind: 'month', mark, month: '2026-03', part: 0, records, head: EMPTY_LEDGER }));
}

describe('the size of a record on a page', () => {
  it('is counted in bytes of UTF-8', () => {
    expect(pages.sizeOf(stored('ääää')) - pages.sizeOf(stored('aaaa'))).toBe(4);
  });

  it.each([
    ['a short text', 'Twice.'],
    ['a thousand lines', 'x\n'.repeat(1000)],
    ['emoji and quotes', '🚀"\\'.repeat(1000)],
  ])('is not less than what a page grows by, with %s', (_name, text) => {
    const growth = pageWith(stored(text), stored(text)) - pageWith(stored(text));
    expect(pages.sizeOf(stored(text))).toBeGreaterThanOrEqual(growth);
    expect(pages.sizeOf(stored(text))).toBeLessThan(growth + 2000);
  });
});
