import { beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { known, unknown } from '../../src/domain/change/change-facts';
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
    expect((await world.ports.changes.read(change.id)).facts).toEqual(reading.facts);
  });

  it('are read with the edits of a screen laid over them; null empties a field', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop', description: 'To the new database.' });
    const { facts } = await world.ports.changes.read(key, { summary: 'Move all shops', description: null });
    expect(facts.fields).toMatchObject({ summary: known('Move all shops'), description: known(null) });
  });

  it('give fields that a policy declares, by their titles; one that the site does not have is not known', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop' });
    const reading = await world.ports.changes.read(key);
    const own = [{ id: 'shoeSize', title: 'Shoe size', kind: 'number' }] as const;
    expect(reading.ownFields(own)).toEqual({ shoeSize: unknown('no-such-field', 'Shoe size') });
  });

  it('know who wrote a field last: who created it, or who edited it since; nobody, where it is empty', async () => {
    const change = await world.createChange({ summary: 'Move the shop', description: 'To the new database.' });
    const asked = { fields: ['summary', 'description', 'testPlan'], own: [], edits: {} };
    expect(await world.ports.changes.authors(change.key, asked)).toEqual({
      summary: known(priya.accountId),
      description: known(priya.accountId),
      testPlan: known(null),
    });
    await world.describeAs(ivo.accountId, change, 'To the newest database.');
    expect(await world.ports.changes.authors(change.key, { ...asked, fields: ['description'] })).toEqual({
      description: known(ivo.accountId),
    });
  });

  it('do not know who wrote what is edited on the screen right now', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop', description: 'To the new database.' });
    const asked = { fields: ['description'], own: [], edits: { description: 'Edited' } };
    expect((await world.ports.changes.authors(key, asked))['description']).toMatchObject({ state: 'unknown' });
  });

  it('are found when they are open and planned on the same service at the same time', async () => {
    const at = (from: string, until: string) => ({
      plannedStart: `2026-03-0${from}:00:00.000Z`,
      plannedEnd: `2026-03-0${until}:00:00.000Z`,
    });
    const mine = await world.createChange({ summary: 'Mine', services: ['Payments'], ...at('3T20', '3T22') });
    const same = await world.createChange({
      summary: 'Same',
      services: ['Identity', 'Payments'],
      ...at('3T21', '3T23'),
    });
    const closed = await world.createChange({ summary: 'Closed', services: ['Payments'], ...at('3T20', '3T22') });
    await world.closeAs(closed, 'cancelled');
    await world.createChange({ summary: 'Elsewhere', services: ['Website'], ...at('3T20', '3T22') });
    await world.createChange({ summary: 'Unplanned', services: ['Payments'] });
    const within = { from: '2026-03-03T20:00:00.000Z', until: '2026-03-03T22:00:00.000Z' };
    expect(await world.ports.changes.plannedOn(['Payments'], within, mine.id)).toEqual([
      {
        key: same.key,
        services: ['Identity', 'Payments'],
        planned: { from: '2026-03-03T21:00:00.000Z', until: '2026-03-03T23:00:00.000Z' },
      },
    ]);
  });

  it('that are not closed are listed in pages, oldest first', async () => {
    const changes = [];
    for (const summary of ['One', 'Two', 'Three']) changes.push(await world.createChange({ summary }));
    const [one, two, three] = changes;
    if (two !== undefined) await world.closeAs(two, 'cancelled');
    await world.createTask('Buy milk');
    const first = await world.ports.changes.openChanges(null, 1);
    expect(first.changes).toEqual([one]);
    expect(await world.ports.changes.openChanges(first.cursor, 1)).toEqual({ changes: [three], cursor: null });
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

  it('tell their story: the moves, and every edit of the parts that are asked for with what stood there before', async () => {
    const change = await world.createChange({ summary: 'Move the shop', description: 'To the new database.' });
    await world.moveThrough(change, ['assessment']);
    await world.describeAs(ivo.accountId, change, 'To the newest database.');
    const { createdAt, moves, edits } = await world.ports.changes.story(change.key, ['description', 'testPlan'], []);
    expect(createdAt).toBe('2026-03-02T09:00:00.000Z');
    expect(moves.map(({ to }) => to)).toEqual(['assessment']);
    expect(edits.map(({ part, by, from, to }) => [part, by, from, to])).toEqual([
      ['description', ivo.accountId, 'To the new database.', 'To the newest database.'],
    ]);
    expect((await world.ports.changes.story(change.key, ['testPlan'], [])).edits).toEqual([]);
  });

  it('are written to as the person who asks, text and lists alike', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop' });
    world.actAs(ivo.accountId);
    await world.ports.changes.write(key, { exceptionTo: ['T-1', 'year-end'], testPlan: 'One.\nTwo.' }, []);
    const { fields } = (await world.ports.changes.read(key)).facts;
    expect([fields['exceptionTo'], fields['testPlan']]).toEqual([known(['T-1', 'year-end']), known('One.\nTwo.')]);
  });

  it('are neither written to nor moved by somebody who may not see them, or by nobody', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop' });
    for (const caller of [mia.accountId, null]) {
      world.actAs(caller);
      expect(['not-found', 'not-allowed']).toContain(
        await failureCode(world.ports.changes.write(key, { testPlan: 'Mine.' }, [])),
      );
      expect(['not-found', 'not-allowed']).toContain(await failureCode(world.ports.changes.move(key, 'assessment')));
    }
    const { fields, stage } = (await world.ports.changes.read(key)).facts;
    expect([fields['testPlan'], stage]).toEqual([known(null), known('draft')]);
  });

  it('are moved to a stage as the person who asks', async () => {
    const { key } = await world.createChange({ summary: 'Move the shop' });
    world.actAs(priya.accountId);
    await world.ports.changes.move(key, 'cancelled');
    expect((await world.ports.changes.read(key)).facts.stage).toEqual(known('cancelled'));
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
