import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PageContent } from '../../src/ports/change-log-pages';
import { EMPTY_LEDGER } from '../../src/domain/ledger/ledger-chain';
import { changeFacts } from '../builders/change-facts';
import { recordOf } from '../builders/records';
import { BOTH_WORLDS } from './both-worlds';
import { failureCode } from './failure-code';
import type { World } from './world';

const markOf = (digit: string) => `${digit.repeat(16)}.${digit.repeat(64)}`;
const root: PageContent = { kind: 'root', mark: markOf('a') };

function march(mark: string, ...summaries: readonly string[]): PageContent {
  const records = summaries.map((summary, index) => ({
    seq: index + 1,
    hash: String(index + 1).padStart(64, '0'),
    record: recordOf(changeFacts({ fields: { summary } })),
  }));
  return { kind: 'month', mark, month: '2026-03', part: 0, records, head: EMPTY_LEDGER };
}

describe.each(BOTH_WORLDS)('pages of the change log $name', ({ make }) => {
  let world: World;
  let spaceId: string;
  beforeEach(async () => {
    world = await make();
    const [space] = await world.ports.pages.searchSpaces('change log');
    if (space === undefined) throw new Error('The site has no space for the change log.');
    spaceId = space.spaceId;
  });

  const create = (title: string, content: PageContent = root, parentId: string | null = null) =>
    world.ports.pages.create({ spaceId, parentId, title, content });

  async function require(pageId: string) {
    const page = await world.ports.pages.read(pageId);
    if (page === undefined) throw new Error(`There is no page ${pageId}.`);
    return page;
  }

  it('are read back with their title, version and mark', async () => {
    const pageId = await create('Register');
    expect(await require(pageId)).toMatchObject({ pageId, title: 'Register', version: 1, mark: markOf('a') });
  });

  it('show what they were written with', async () => {
    const parentId = await create('Register');
    const pageId = await create('Change log March 2026', march(markOf('b'), 'Move the shop'), parentId);
    expect(await world.pageText(pageId)).toContain('Move the shop');
    expect((await require(pageId)).mark).toBe(markOf('b'));
  });

  it('are found by their title in their space, and not by another', async () => {
    const pageId = await create('Register');
    expect((await world.ports.pages.findByTitle(spaceId, 'Register'))?.pageId).toBe(pageId);
    expect(await world.ports.pages.findByTitle(spaceId, 'Register 2')).toBeUndefined();
  });

  it('are refused when the title is taken', async () => {
    await create('Register');
    expect(await failureCode(create('Register'))).toBe('conflict');
  });

  it('are not made in a space that is not there', async () => {
    const page = { spaceId: '999999', parentId: null, title: 'Register', content: root };
    expect(await failureCode(world.ports.pages.create(page))).toBe('not-allowed');
  });

  it('are updated: the new content stands, under the title that people gave it, with what they wrote', async () => {
    const pageId = await create('Change log March 2026', march(markOf('b'), 'Move the shop'));
    await world.writeNotes(pageId, 'Seen by the auditor.');
    await world.renamePage(pageId, 'What we changed in March');
    await world.ports.pages.update(await require(pageId), march(markOf('c'), 'Move the shop', 'Move the office'));
    const page = await require(pageId);
    expect(page).toMatchObject({ title: 'What we changed in March', version: 4, mark: markOf('c') });
    const text = await world.pageText(pageId);
    expect(text).toContain('Move the office');
    expect(text).toContain('Seen by the auditor.');
  });

  it('are not updated over a newer version', async () => {
    const pageId = await create('Register');
    const stale = await require(pageId);
    await world.writeNotes(pageId, 'A note.');
    expect(await failureCode(world.ports.pages.update(stale, march(markOf('c'))))).toBe('conflict');
    expect(await world.pageText(pageId)).toContain('A note.');
    expect((await require(pageId)).mark).toBe(markOf('a'));
  });

  it('that are gone are neither read nor found', async () => {
    const pageId = await create('Register');
    await world.trashPage(pageId);
    expect(await world.ports.pages.read(pageId)).toBeUndefined();
    expect(await world.ports.pages.read('999999')).toBeUndefined();
    expect(await world.ports.pages.findByTitle(spaceId, 'Register')).toBeUndefined();
  });

  it('that are not there cannot be written', async () => {
    const standing = await require(await create('Register'));
    expect(await failureCode(world.ports.pages.update({ ...standing, pageId: '999999' }, root))).toBe('not-allowed');
  });

  it('that go to the trash while they are written come back as they were, and the writer is told', async () => {
    const pageId = await create('Register');
    const standing = await require(pageId);
    await world.trashPage(pageId);
    expect(await failureCode(world.ports.pages.update(standing, march(markOf('c'))))).toBe('conflict');
    const page = await require(pageId);
    expect(page).toMatchObject({ version: 2, mark: markOf('a') });
    await world.ports.pages.update(page, march(markOf('c')));
    expect((await require(pageId)).mark).toBe(markOf('c'));
  });

  it('tell their titles as they are now; a page that is gone is left out', async () => {
    const [first, second, third] = [await create('One'), await create('Two'), await create('Three')];
    await world.renamePage(second, 'Zwei');
    await world.trashPage(third);
    const titles = await world.ports.pages.titlesOf([first, second, third, '999999', first]);
    expect(titles).toEqual({ [first]: 'One', [second]: 'Zwei' });
    expect(await world.ports.pages.titlesOf([])).toEqual({});
  });

  it('live in spaces that are found by a part of their key or name', async () => {
    const { pages } = world.ports;
    expect((await pages.searchSpaces('handbook')).map(({ key, name }) => [key, name])).toEqual([
      ['TEAM', 'Team handbook'],
    ]);
    expect((await pages.searchSpaces('TEAM')).map(({ key }) => key)).toEqual(['TEAM']);
    expect(await pages.searchSpaces('no such space')).toEqual([]);
    expect(await pages.space(spaceId)).toEqual({ spaceId, key: 'CHANGELOG', name: 'Change log' });
    expect(await pages.space('999999')).toBeUndefined();
  });
});
