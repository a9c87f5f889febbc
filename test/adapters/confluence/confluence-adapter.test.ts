import { beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_LEDGER } from '../../../src/domain/ledger/ledger-chain';
import type { PageContent } from '../../../src/ports/change-log-pages';
import { changeFacts } from '../../builders/change-facts';
import { recordOf } from '../../builders/records';
import { failureCode } from '../../port-contracts/failure-code';
import { createSandboxWorld, type SandboxWorld } from '../sandbox-world';

const root: PageContent = { kind: 'root', mark: `${'a'.repeat(16)}.${'b'.repeat(64)}` };

describe('Confluence', () => {
  let world: SandboxWorld;
  let pageId: string;
  let spaceId: string;
  beforeEach(async () => {
    world = await createSandboxWorld();
    const [space] = await world.ports.pages.searchSpaces('change log');
    spaceId = space?.spaceId ?? '';
    pageId = await world.ports.pages.create({ spaceId, parentId: null, title: 'Register', content: root });
    world.host.log.clear();
  });

  const calls = () => world.host.log.entries().map(({ method, path, as }) => `${method} ${path} ${as}`);

  it('is asked twice before a page is believed to be gone', async () => {
    expect(await world.ports.pages.read('999999')).toBeUndefined();
    const asked = 'GET /wiki/api/v2/pages/999999?body-format=atlas_doc_format app';
    expect(calls()).toEqual([asked, asked]);
  });

  it('gives a page that was hidden for a moment', async () => {
    world.host.faults.failCall({ match: { path: `/wiki/api/v2/pages/${pageId}` }, status: 404 });
    expect((await world.ports.pages.read(pageId))?.title).toBe('Register');
  });

  it('is asked once for all titles', async () => {
    await world.ports.pages.titlesOf([pageId, '999999']);
    expect(calls()).toEqual([`GET /wiki/api/v2/pages?id=${pageId}&id=999999&limit=250 app`]);
  });

  it('takes a page with 30 kB of markup, quotes and emoji, and shows them as text', async () => {
    const long = '<b>"{x}"</b> 🚀 '.repeat(2000);
    const record = recordOf(changeFacts({ fields: { description: long } }));
    const records = [{ seq: 1, hash: 'd'.repeat(64), record }];
    const content: PageContent = {
      kind: 'month',
      mark: root.mark,
      month: '2026-03',
      part: 0,
      records,
      head: EMPTY_LEDGER,
    };
    const made = await world.ports.pages.create({ spaceId, parentId: pageId, title: 'March', content });
    const text = await world.pageText(made);
    // A failing comparison would print all of it.
    expect(text.includes(long.trim())).toBe(true);
  });

  it.each([
    [429, 'unreachable'],
    [500, 'unreachable'],
    ['timeout', 'unreachable'],
    ['lost-answer', 'unreachable'],
    [403, 'not-allowed'],
    [400, 'unexpected-answer'],
    [413, 'unexpected-answer'],
  ] as const)('that answers %s makes writing fail as %s', async (status, code) => {
    const page = { spaceId, parentId: null, title: 'Another', content: root };
    world.host.faults.failCall({ match: { method: 'POST', path: '/wiki/api/v2/pages' }, status });
    expect(await failureCode(world.ports.pages.create(page))).toBe(code);
  });

  it('whose answer to a new page got lost has the page all the same, to be found by its title', async () => {
    world.host.faults.failCall({ match: { method: 'POST', path: '/wiki/api/v2/pages' }, status: 'lost-answer' });
    const page = { spaceId, parentId: null, title: 'Another', content: root };
    expect(await failureCode(world.ports.pages.create(page))).toBe('unreachable');
    expect((await world.ports.pages.findByTitle(spaceId, 'Another'))?.mark).toBe(root.mark);
  });

  it('that does not answer is not taken for a page that is gone', async () => {
    world.host.faults.failCall({ match: { path: '/wiki/api/v2/pages/' }, status: 503, times: 2 });
    expect(await failureCode(world.ports.pages.read(pageId))).toBe('unreachable');
  });
});
