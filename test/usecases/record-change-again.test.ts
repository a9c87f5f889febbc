import { describe, expect, it } from '@jest/globals';
import { recordChange } from '../../src/usecases/record-change';
import { changeFacts } from '../builders/change-facts';
import { CLOSED_FACTS, rowNumbers, siteAfter } from '../builders/closed-site';
import { putChange, UNREACHABLE } from '../builders/governed-site';
import { historyThrough, WHOLE_WAY } from '../builders/histories';
import type { Fakes } from '../fakes/create-fakes';
import type { Call } from '../fakes/fake-faults';

describe('a message that comes again', () => {
  it('changes nothing: one entry, one row, one version of the page', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, '10001');
    const before = everythingKept(fakes);
    fakes.clock.advance(60_000);
    await recordChange(fakes, '10001');
    expect(everythingKept(fakes)).toEqual(before);
  });

  it('changes nothing when both are worked on at the same time', async () => {
    const fakes = siteAfter();
    await Promise.all([recordChange(fakes, '10001'), recordChange(fakes, '10001')]);
    expect([fakes.store.entries.length, rowNumbers(fakes), fakes.pages.pages.size]).toEqual([
      1,
      { '2026-03': [[1]] },
      2,
    ]);
  });

  const CALLS: readonly Call[] = [
    'changes.read',
    'changes.history',
    'archive.policyInForce',
    'archive.approvalSheet',
    'archive.logMonth',
    'archive.settings',
    'archive.records',
    'ledger.find',
    'ledger.append',
    'ledger.head',
    'ledger.read',
    'pages.findByTitle',
    'pages.create',
    'pages.read',
    'pageRegister.rootPage',
    'pageRegister.saveRootPage',
    'pageRegister.savePart',
  ];

  it.each(CALLS)('finishes the work after a failure of %s, as if nothing had happened', async (call) => {
    const smooth = siteAfter();
    await recordChange(smooth, '10001');
    for (let time = 1; time <= smooth.faults.count(call); time += 1) {
      const fakes = siteAfter();
      failAt(fakes, call, time);
      await expect(recordChange(fakes, '10001')).rejects.toBe(UNREACHABLE);
      await recordChange(fakes, '10001');
      expect(everythingKept(fakes)).toEqual(everythingKept(smooth));
    }
  });

  it('covers every call that is made, so that the table above leaves none out', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, '10001');
    expect([...new Set(fakes.faults.calls)].sort()).toEqual([...CALLS].sort());
  });
});

describe('a change that was reopened and closed again', () => {
  const AGAIN = [...WHOLE_WAY, 'draft', 'assessment', 'cancelled'] as const;

  it('has an entry and a record for each closing, and one row in the month: the latest', async () => {
    const fakes = siteAfter(AGAIN);
    await recordChange(fakes, '10001');
    expect(fakes.store.entries.map(({ event }) => (event.kind === 'change-closed' ? event.as : event.kind))).toEqual([
      'closed',
      'cancelled',
    ]);
    expect([fakes.store.records.size, rowNumbers(fakes)]).toEqual([2, { '2026-03': [[2]] }]);
  });

  it('keeps the first record as it was when the second message comes later', async () => {
    const fakes = siteAfter();
    await recordChange(fakes, '10001');
    const first = structuredClone(fakes.store.records.get(1));
    putChange(fakes, changeFacts({ fields: { description: 'Changed since.' } }), historyThrough(AGAIN));
    await recordChange(fakes, '10001');
    expect(fakes.store.records.get(1)).toEqual(first);
    expect([rowNumbers(fakes), fakes.store.months.get('2026-03')?.parts[0]?.published]).toEqual([
      { '2026-03': [[2]] },
      true,
    ]);
  });

  it('has a row in each month in which it was closed', async () => {
    const fakes = siteAfter();
    const march = historyThrough(WHOLE_WAY);
    const april = historyThrough(['closed', 'draft', 'cancelled'], { id: 'later', from: '2026-04-01T00:00:00.000Z' });
    putChange(fakes, CLOSED_FACTS, { createdAt: march.createdAt, moves: [...march.moves, ...april.moves] });
    await recordChange(fakes, '10001');
    expect(rowNumbers(fakes)).toEqual({ '2026-03': [[1]], '2026-04': [[2]] });
  });
});

/** What is stored and what stands in Confluence, as it is now. */
function everythingKept({ store, pages }: Fakes): unknown {
  const { entries, sheets, records, months, rootPages } = store;
  return structuredClone({ entries, sheets, records, months, rootPages, pages: pages.pages });
}

/** Only the call of this number fails. */
function failAt(fakes: Fakes, call: Call, time: number): void {
  const report = fakes.faults.report.bind(fakes.faults);
  let count = 0;
  fakes.faults.report = async (made) => {
    await report(made);
    if (made === call) count += 1;
    if (made === call && count === time) throw UNREACHABLE;
  };
}
