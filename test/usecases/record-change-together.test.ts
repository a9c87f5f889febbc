import { describe, expect, it } from '@jest/globals';
import { ROOT_TITLE } from '../../src/domain/record/change-log';
import { recordChange } from '../../src/usecases/record-change';
import { changeFacts } from '../builders/change-facts';
import { rowNumbers } from '../builders/closed-site';
import { governedSite, putChange } from '../builders/governed-site';
import { historyThrough, WHOLE_WAY } from '../builders/histories';
import { policyWith } from '../builders/policies';

describe('changes that are closed at the same moment', () => {
  it('are all on record and on the page', async () => {
    const fakes = governedSite(changeFacts(), policyWith([]));
    const ids = ['10001', '10002', '10003'];
    for (const id of ids) {
      putChange(
        fakes,
        changeFacts({ change: { id, key: `CHG-${id}` } }),
        historyThrough(WHOLE_WAY, { id: `move-${id}` }),
      );
    }
    await Promise.all(ids.map((id) => recordChange(fakes, id)));
    expect([fakes.store.entries.length, rowNumbers(fakes)]).toEqual([3, { '2026-03': [[1, 2, 3]] }]);
    const [root, page, ...others] = [...fakes.pages.pages.values()];
    expect([root?.title, page?.title, others]).toEqual([ROOT_TITLE, 'Change log March 2026', []]);
    expect(page?.content).toMatchObject({ records: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
    expect(fakes.store.months.get('2026-03')?.parts[0]).toMatchObject({ published: true, problem: null });
  });

  it('in different months do not take each other for strangers', async () => {
    const fakes = governedSite();
    const months = ['2026-03', '2026-04', '2026-05'];
    for (const month of months) {
      const from = `${month}-02T10:00:00.000Z`;
      putChange(
        fakes,
        changeFacts({ change: { id: month, key: `CHG-${month}` } }),
        historyThrough(WHOLE_WAY, { id: month, from }),
      );
    }
    await Promise.all(months.map((month) => recordChange(fakes, month)));
    expect(months.map((month) => fakes.store.months.get(month)?.parts[0])).toMatchObject(
      months.map(() => ({ published: true, problem: null })),
    );
  });
});
