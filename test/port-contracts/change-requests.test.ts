import { beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { known } from '../../src/domain/change/change-facts';
import { BOTH_WORLDS } from './both-worlds';
import { failureCode } from './failure-code';
import type { World } from './world';

const { priya, ada, ivo, mia } = PEOPLE;

describe.each(BOTH_WORLDS)('change requests $name', ({ make }) => {
  let world: World;
  beforeEach(async () => {
    world = await make();
  });

  it('are read with their facts, by key and by id', async () => {
    const change = await world.createChange({
      summary: 'Move the shop',
      description: 'To the new database.',
      changeType: 'Normal',
      rollbackOwner: ivo.accountId,
      plannedStart: '2026-03-03T20:00:00.000Z',
    });
    const reading = await world.ports.changes.read(change.key);
    expect(reading.isChangeRequest).toBe(true);
    expect(reading.facts.change).toEqual(change);
    expect(reading.facts.stage).toEqual(known('draft'));
    expect(reading.facts.requesters).toEqual(known([priya.accountId]));
    expect(reading.facts.fields).toMatchObject({
      summary: known('Move the shop'),
      description: known('To the new database.'),
      changeType: known('Normal'),
      rollbackOwner: known(ivo.accountId),
      plannedStart: known('2026-03-03T20:00:00.000Z'),
      testPlan: known(null),
      riskLevel: known(null),
    });
    expect(await world.ports.changes.read(change.id)).toEqual(reading);
  });

  it('are read with the edits of a screen laid over them; null empties a field', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop', description: 'To the new database.' });
    const { facts } = await world.ports.changes.read(key, { summary: 'Move all shops', description: null });
    expect(facts.fields).toMatchObject({ summary: known('Move all shops'), description: known(null) });
  });

  it('tell an issue of another type', async () => {
    const { key } = await world.createTask('Buy milk');
    expect((await world.ports.changes.read(key)).isChangeRequest).toBe(false);
  });

  it.each(['CHG-999', '999999', 'CHG-1/../../x', ''])('are not found as %j', async (issue) => {
    await world.createChange({ summary: 'Another' });
    expect(await failureCode(world.ports.changes.read(issue))).toBe('not-found');
    expect(await failureCode(world.ports.changes.history(issue))).toBe('not-found');
  });

  it('have a history of their moves, oldest first, without other edits', async () => {
    const change = await world.createChange({ summary: 'Move the shop' });
    await world.moveThrough(change, ['assessment', 'approved', 'implementing', 'rolled-back', 'closed']);
    const { createdAt, moves } = await world.ports.changes.history(change.key);
    expect(createdAt).toBe('2026-03-02T09:00:00.000Z');
    expect(moves.map(({ at, by, from, to }) => [at, by, from, to])).toEqual([
      ['2026-03-02T09:01:00.000Z', priya.accountId, 'draft', 'assessment'],
      ['2026-03-02T09:02:00.000Z', priya.accountId, 'assessment', 'approved'],
      ['2026-03-02T09:03:00.000Z', priya.accountId, 'approved', 'implementing'],
      ['2026-03-02T09:04:00.000Z', priya.accountId, 'implementing', 'rolled-back'],
      ['2026-03-02T09:05:00.000Z', priya.accountId, 'rolled-back', 'closed'],
    ]);
    expect(new Set(moves.map(({ id }) => id)).size).toBe(5);
  });

  describe('that are closed', () => {
    const search = (text = '', cursor: string | null = null, limit = 10) =>
      world.ports.changes.searchClosed({ text, cursor, limit });

    it('are found by who may browse them, in any closed stage, newest first', async () => {
      const [open, cancelled, closed, rejected] = [
        await world.createChange({ summary: 'Open' }),
        await world.createChange({ summary: 'Cancelled' }),
        await world.createChange({ summary: 'Closed' }),
        await world.createChange({ summary: 'Rejected' }),
      ];
      await world.closeAs(rejected, 'rejected');
      await world.closeAs(cancelled, 'cancelled');
      await world.closeAs(closed, 'closed');
      await world.moveThrough(open, ['assessment']);
      world.actAs(ada.accountId);
      expect(await search()).toEqual({ changes: [closed, cancelled, rejected], cursor: null });
    });

    it('are not found by somebody who may not browse them', async () => {
      await world.closeAs(await world.createChange({ summary: 'Secret' }), 'cancelled');
      world.actAs(mia.accountId);
      expect((await search()).changes).toEqual([]);
    });

    it('are refused where nobody is asking', async () => {
      world.actAs(null);
      expect(await failureCode(search())).toBe('not-allowed');
    });

    it('come page by page', async () => {
      const made = [];
      for (const summary of ['One', 'Two', 'Three']) made.push(await world.createChange({ summary }));
      for (const change of made) await world.closeAs(change, 'cancelled');
      world.actAs(ada.accountId);
      const first = await search('', null, 2);
      expect(first.changes).toEqual([made[2], made[1]]);
      const second = await search('', first.cursor, 2);
      expect(second).toEqual({ changes: [made[0]], cursor: null });
    });

    it('are found by whole words in any order', async () => {
      const shop = await world.createChange({ summary: 'Move the shop to Berlin' });
      const office = await world.createChange({ summary: 'Move the office' });
      await world.closeAs(shop, 'cancelled');
      await world.closeAs(office, 'cancelled');
      world.actAs(ada.accountId);
      expect((await search('berlin move')).changes).toEqual([shop]);
      expect((await search('MOVE')).changes).toEqual([office, shop]);
      expect((await search('warehouse')).changes).toEqual([]);
    });

    it('are found by their key by who may browse them', async () => {
      const first = await world.createChange({ summary: 'Move the shop' });
      const second = await world.createChange({ summary: 'Move the office, see CHG-1' });
      await world.closeAs(first, 'cancelled');
      await world.closeAs(second, 'cancelled');
      world.actAs(ada.accountId);
      expect(await search(` ${first.key} `)).toEqual({ changes: [first], cursor: null });
      expect(await search('CHG-999')).toEqual({ changes: [], cursor: null });
      world.actAs(mia.accountId);
      expect((await search(first.key)).changes).toEqual([]);
    });

    it.each([
      'shop" OR issuetype = Task OR summary ~ "',
      "shop') OR 1=1 --",
      'shop \\" ORDER BY key',
      'shop AND NOT (berlin)',
      'shop*? ~2 ^4 [a TO b] {x}',
    ])('are never found by what is no word of theirs: %s', async (text) => {
      await world.closeAs(await world.createChange({ summary: 'Move the shop' }), 'cancelled');
      await world.createTask('Buy milk');
      world.actAs(ada.accountId);
      expect((await search(text)).changes).toEqual([]);
    });

    it('are all found by a text without any word', async () => {
      const change = await world.createChange({ summary: 'Move the shop' });
      await world.closeAs(change, 'cancelled');
      world.actAs(ada.accountId);
      expect((await search(' "*" \\ ')).changes).toEqual([change]);
    });
  });
});
