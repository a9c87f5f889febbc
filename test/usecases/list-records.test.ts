import { describe, expect, it } from '@jest/globals';
import type { ClosedStage } from '../../src/domain/change/lifecycle';
import { listRecords } from '../../src/usecases/list-records';
import { recordChange } from '../../src/usecases/record-change';
import { changeFacts } from '../builders/change-facts';
import { governedSite, OWNER, UNREACHABLE } from '../builders/governed-site';
import { historyThrough } from '../builders/histories';
import type { Fakes } from '../fakes/create-fakes';

const ALL = { text: '', type: null, stage: null };

interface Closed {
  readonly type?: string;
  readonly stage?: ClosedStage;
  readonly summary?: string;
  readonly viewers?: readonly string[];
}

/** A site on which these changes were closed, one day after the other, and are on record. */
async function siteWith(changes: readonly Closed[]): Promise<Fakes> {
  const fakes = governedSite();
  fakes.site.changes.clear();
  for (const [index, { type = 'Normal', stage = 'closed', summary = 'A change', viewers }] of changes.entries()) {
    const id = String(index + 1);
    const { votes: _votes, ...facts } = changeFacts({
      change: { id, key: `CHG-${id}` },
      stage,
      fields: { changeType: type, summary },
    });
    const from = new Date(Date.UTC(2026, 0, index + 1)).toISOString();
    const history = historyThrough(['draft', stage], { id: `move-${id}`, from });
    fakes.site.putChange({ reading: { isChangeRequest: true, facts }, history, ...(viewers && { viewers }) });
    await recordChange(fakes, id);
  }
  return fakes;
}

async function keys(fakes: Fakes, filter = {}, cursor: string | null = null) {
  const found = await listRecords(fakes, { ...ALL, ...filter }, cursor);
  return found.records.map(({ record }) => record.change.key);
}

describe('the records that somebody may see', () => {
  it('are those of the closed changes that Jira lets them browse, newest first', async () => {
    const fakes = await siteWith([{}, { viewers: ['account-other'] }, {}, { viewers: [OWNER] }]);
    expect(await keys(fakes)).toEqual(['CHG-4', 'CHG-3', 'CHG-1']);
  });

  it('are not shown to nobody', async () => {
    const fakes = await siteWith([{}]);
    fakes.site.caller = null;
    await expect(keys(fakes)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('are chosen by words, type and stage', async () => {
    const fakes = await siteWith([
      { summary: 'Move the database' },
      { type: 'Emergency', summary: 'Mend the database' },
      { stage: 'rejected' },
      { type: 'Emergency', stage: 'cancelled' },
    ]);
    expect(await keys(fakes, { text: 'database' })).toEqual(['CHG-2', 'CHG-1']);
    expect(await keys(fakes, { type: 'Emergency' })).toEqual(['CHG-4', 'CHG-2']);
    expect(await keys(fakes, { stage: 'rejected' })).toEqual(['CHG-3']);
    expect(await keys(fakes, { type: 'Emergency', stage: 'closed', text: 'mend' })).toEqual(['CHG-2']);
    expect(await keys(fakes, { type: 'Standard' })).toEqual([]);
  });

  it('are the latest ones of each change', async () => {
    const fakes = await siteWith([{}]);
    const [change] = fakes.site.changes.values();
    if (change === undefined) throw new Error('The site of the test has a change.');
    const history = historyThrough(['draft', 'closed', 'draft', 'cancelled'], {
      id: 'move-1',
      from: '2026-01-01T00:00:00.000Z',
    });
    fakes.site.putChange({ ...change, history });
    await recordChange(fakes, '1');
    const { records } = await listRecords(fakes, ALL, null);
    expect(records.map(({ seq, record }) => [seq, record.stage])).toEqual([[2, 'cancelled']]);
  });

  it('do not hold a change that is not on record yet', async () => {
    const fakes = await siteWith([{}, {}]);
    fakes.store.records.delete(2);
    expect(await keys(fakes)).toEqual(['CHG-1']);
  });

  it('come 25 at a time, each one once', async () => {
    const fakes = await siteWith(Array.from({ length: 26 }, () => ({})));
    const first = await listRecords(fakes, ALL, null);
    expect([first.records.length, first.cursor === null]).toEqual([25, false]);
    expect(await keys(fakes, {}, first.cursor)).toEqual(['CHG-1']);
    expect((await listRecords(fakes, ALL, first.cursor)).cursor).toBeNull();
  });

  it('go on behind a page of which nothing was wanted', async () => {
    const fakes = await siteWith([{ type: 'Emergency' }, ...Array.from({ length: 25 }, () => ({}))]);
    const first = await listRecords(fakes, { ...ALL, type: 'Emergency' }, null);
    expect([first.records, first.cursor === null]).toEqual([[], false]);
    expect(await keys(fakes, { type: 'Emergency' }, first.cursor)).toEqual(['CHG-1']);
  });

  it.each(['changes.searchClosed', 'archive.latestRecordsOf', 'archive.records'] as const)(
    'are not shown in part where %s fails',
    async (call) => {
      const fakes = await siteWith([{}]);
      fakes.faults.fail(call, UNREACHABLE);
      await expect(listRecords(fakes, ALL, null)).rejects.toBe(UNREACHABLE);
    },
  );
});
