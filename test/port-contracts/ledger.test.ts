import { beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_LEDGER, hashOf } from '../../src/domain/ledger/ledger-chain';
import type { EntryDraft } from '../../src/domain/ledger/ledger-entry';
import type { Settings } from '../../src/domain/settings';
import type { LedgerWrite } from '../../src/ports/ledger';
import { verifyLedger } from '../../src/domain/ledger/verify-ledger';
import { draftOf } from '../builders/entries';
import { heldBy } from '../builders/governed-site';
import { failureCode } from './failure-code';
import { BOTH_WORLDS } from './both-worlds';
import type { World } from './world';

const settings = (revision: number): Settings => ({
  revision,
  roles: { cto: heldBy('g-1') },
  delegations: [],
  spaceId: null,
});
const saving = (revision: number) => (): readonly LedgerWrite[] => [{ kind: 'settings', settings: settings(revision) }];
const PAGE_GIVEN_UP = { kind: 'page-given-up', month: '2026-03', part: 0, pageId: '1' } as const;
const nothing = (): readonly LedgerWrite[] => [];

describe.each(BOTH_WORLDS)('the ledger $name', ({ make }) => {
  let world: World;
  beforeEach(async () => {
    world = await make();
  });

  it('is empty at first', async () => {
    const { ledger } = world.ports;
    expect(await ledger.head()).toEqual(EMPTY_LEDGER);
    expect(await ledger.read(1, 10)).toEqual([]);
    expect(await ledger.find('closed:10001:1')).toBeUndefined();
  });

  it('numbers entries from 1 and seals each over the one before', async () => {
    const { ledger } = world.ports;
    const first = await ledger.append(draftOf(1), nothing);
    const second = await ledger.append(draftOf(2), nothing);
    expect(first).toMatchObject({ already: false, entry: { seq: 1, previousHash: EMPTY_LEDGER.hash } });
    expect(second).toMatchObject({ already: false, entry: { seq: 2, previousHash: first.entry.hash } });
    expect(hashOf(second.entry)).toBe(second.entry.hash);
    expect(await ledger.head()).toEqual({ seq: 2, hash: second.entry.hash });
    expect(await ledger.read(1, 10)).toEqual([first.entry, second.entry]);
  });

  it('reads from a number on, no more than asked for', async () => {
    const { ledger } = world.ports;
    for (let number = 1; number <= 5; number += 1) await ledger.append(draftOf(number), nothing);
    expect((await ledger.read(2, 3)).map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(await ledger.read(6, 3)).toEqual([]);
  });

  it('finds an entry by its act', async () => {
    const { ledger } = world.ports;
    const { entry } = await ledger.append(draftOf(7), nothing);
    expect(await ledger.find('closed:10001:7')).toEqual(entry);
    expect(await ledger.find('closed:10001:8')).toBeUndefined();
  });

  it('takes an act under any name', async () => {
    const { ledger } = world.ports;
    const actionId = `vote / "ünusual" ${'x'.repeat(600)}`;
    const { entry } = await ledger.append(draftOf(1, { actionId }), nothing);
    expect(await ledger.find(actionId)).toEqual(entry);
  });

  it('has an act on record once: handed in again it writes nothing and gives the entry', async () => {
    const { ledger, archive } = world.ports;
    const { entry } = await ledger.append(draftOf(1), saving(1));
    expect(await ledger.append(draftOf(1), saving(2))).toEqual({ entry, already: true });
    expect(await ledger.head()).toEqual({ seq: 1, hash: entry.hash });
    expect((await archive.settings()).revision).toBe(1);
  });

  it('gives an act that is on record although its documents have moved on since', async () => {
    const { ledger } = world.ports;
    const { entry } = await ledger.append(draftOf(1), saving(1));
    await ledger.append(draftOf(2), saving(2));
    expect(await ledger.append(draftOf(1), saving(1))).toEqual({ entry, already: true });
  });

  it('writes the documents together with the entry', async () => {
    const { ledger, archive } = world.ports;
    await ledger.append(draftOf(1), saving(1));
    expect(await archive.settings()).toEqual(settings(1));
  });

  it.each([
    ['is new but should not be', 2, []],
    ['has been written since', 1, [1]],
    ['would skip a revision', 3, [1]],
  ])('refuses a document that %s, and writes nothing at all', async (_what, revision, before) => {
    const { ledger, archive } = world.ports;
    for (const [index, earlier] of before.entries()) await ledger.append(draftOf(index + 1), saving(earlier));
    const head = await ledger.head();
    const standing = await archive.settings();
    expect(await failureCode(ledger.append(draftOf(9), saving(revision)))).toBe('conflict');
    expect(await ledger.head()).toEqual(head);
    expect(await ledger.find('closed:10001:9')).toBeUndefined();
    expect(await archive.settings()).toEqual(standing);
  });

  it('loses no race: entries appended at the same time all get a place in one unbroken chain', async () => {
    const { ledger } = world.ports;
    const appended = await Promise.all([1, 2, 3, 4, 5].map((number) => ledger.append(draftOf(number), nothing)));
    expect(appended.map(({ already }) => already)).toEqual([false, false, false, false, false]);
    const entries = await ledger.read(1, 10);
    expect(verifyLedger(entries, EMPTY_LEDGER, await ledger.head())).toMatchObject({ intact: true, entries: 5 });
    expect(entries.map(({ actionId }) => actionId).sort()).toEqual(
      [1, 2, 3, 4, 5].map((number) => `closed:10001:${String(number)}`),
    );
  });

  it('has an act on record once when it is handed in several times at once', async () => {
    const { ledger } = world.ports;
    const appended = await Promise.all([1, 2, 3].map(() => ledger.append(draftOf(1), saving(1))));
    expect(appended.filter(({ already }) => !already)).toHaveLength(1);
    expect(new Set(appended.map(({ entry }) => entry.hash)).size).toBe(1);
    expect((await ledger.head()).seq).toBe(1);
  });

  it('lets one of two writers of the same document through, and tells the other', async () => {
    const { ledger, archive } = world.ports;
    const codes = await Promise.all([1, 2].map((number) => failureCode(ledger.append(draftOf(number), saving(1)))));
    expect([...codes].sort()).toEqual(['conflict', undefined].sort());
    expect((await ledger.head()).seq).toBe(1);
    expect(await archive.settings()).toEqual(settings(1));
  });

  describe('about one change', () => {
    const event = (id: string) => ({ ...draftOf(1).event, change: { id, key: `CHG-${id}` } }) as EntryDraft['event'];
    const fill = async () => {
      for (const [index, id] of ['1', '2', '1', '1', '2'].entries()) {
        await world.ports.ledger.append(draftOf(index + 1, { event: event(id) }), nothing);
      }
      await world.ports.ledger.append(draftOf(6, { event: PAGE_GIVEN_UP }), nothing);
    };
    const seqs = async (id: string, before: number | null, limit: number) => {
      const page = await world.ports.ledger.ofChange(id, before, limit);
      return [page.entries.map(({ seq }) => seq), page.before];
    };

    it('comes newest first, page by page, without what is about others', async () => {
      await fill();
      expect(await seqs('1', null, 2)).toEqual([[4, 3], 3]);
      expect(await seqs('1', 3, 2)).toEqual([[1], null]);
      expect(await seqs('1', null, 3)).toEqual([[4, 3, 1], null]);
      expect(await seqs('2', 5, 3)).toEqual([[2], null]);
      expect(await seqs('3', null, 3)).toEqual([[], null]);
    });

    it('has a list of its own even when it is written to at the same time', async () => {
      const { ledger } = world.ports;
      await Promise.all([1, 2, 3, 4].map((number) => ledger.append(draftOf(number), nothing)));
      expect(await seqs('10001', null, 10)).toEqual([[4, 3, 2, 1], null]);
    });
  });
});
