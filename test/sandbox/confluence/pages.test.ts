import { describe, expect, it } from '@jest/globals';
import { adf, adfOf, errorOf, fieldOf, idOf, nextOf, resultsOf, TestSite } from './confluence-site';

const PAGES = '/wiki/api/v2/pages';

describe('pages of Confluence', () => {
  it('creates a page below the home page of the space and gives its body back', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    const { status, body } = await site.call('viewer', 'GET', `${PAGES}/${id}?body-format=atlas_doc_format`);
    const space = await site.call('viewer', 'GET', `/wiki/api/v2/spaces/${await site.spaceId('OPEN')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      status: 'current',
      title: 'Log',
      parentId: fieldOf(space.body, 'homepageId'),
      version: { number: 1, authorId: 'editor', createdAt: '2026-03-02T09:00:00.000Z' },
      body: { atlas_doc_format: adf('first') },
      _links: { webui: `/spaces/OPEN/pages/${id}/Log`, base: 'http://site.test/wiki' },
    });
  });

  it('leaves the body out unless a format is asked for', async () => {
    const site = new TestSite().seeded();
    const { body } = await site.call('viewer', 'GET', `${PAGES}/${await site.page('Log')}`);
    expect(fieldOf(body, 'body')).toEqual({});
  });

  it('refuses a title that a current page of the space has, whatever its case', async () => {
    const site = new TestSite().seeded();
    await site.page('Log');
    const spaceId = await site.spaceId('OPEN');
    const answer = await site.call('editor', 'POST', PAGES, { spaceId, title: 'LOG', body: adf('x') });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      title: 'A page with this title already exists: A page already exists with the same TITLE in this space',
      detail: null,
    });
  });

  it('refuses an update that was made from an older version, naming both versions', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    await site.update('editor', id, 2);
    const answer = await site.update('viewer', id, 2);
    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toEqual({
      status: 409,
      code: 'CONFLICT',
      title: 'Version must be incremented when updating a page. Current Version: [2]. Provided version: [2]',
      detail: null,
    });
  });

  it('keeps every version and shows an older one as historical', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    site.clock.advance(60_000);
    await site.update('viewer', id, 2, { title: 'Log 2026', version: { number: 2, message: 'March' } });
    const versions = await site.call('viewer', 'GET', `${PAGES}/${id}/versions`);
    const first = await site.call('viewer', 'GET', `${PAGES}/${id}?version=1&body-format=atlas_doc_format`);
    expect(resultsOf(versions.body, 'number')).toEqual([2, 1]);
    expect(resultsOf(versions.body, 'message')).toEqual(['March', '']);
    expect(first.body).toMatchObject({ status: 'historical', title: 'Log', body: { atlas_doc_format: adf('first') } });
  });

  it('moves a page below another one, but not below itself', async () => {
    const site = new TestSite().seeded();
    const year = await site.page('2026');
    const month = await site.page('March', { parentId: year });
    const other = await site.page('Log');
    const moved = await site.update('editor', other, 2, { parentId: month });
    const loop = await site.update('editor', year, 2, { title: '2026', parentId: other });
    const children = await site.call('viewer', 'GET', `${PAGES}/${month}/direct-children`);
    expect(moved.status).toBe(200);
    expect(loop.status).toBe(400);
    expect(resultsOf(children.body, 'id')).toEqual([other]);
  });

  it('hides a trashed page unless the trash is asked for, frees its title and moves its children up', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    const child = await site.page('March', { parentId: id });
    const { status } = await site.call('editor', 'DELETE', `${PAGES}/${id}`);
    const gone = await site.call('editor', 'GET', `${PAGES}/${id}`);
    const trashed = await site.call('editor', 'GET', `${PAGES}/${id}?status=trashed`);
    const orphan = await site.call('editor', 'GET', `${PAGES}/${child}`);
    expect([status, gone.status, trashed.status]).toEqual([204, 404, 200]);
    expect(fieldOf(trashed.body, 'status')).toBe('trashed');
    expect(fieldOf(orphan.body, 'parentId')).toBe(fieldOf(trashed.body, 'parentId'));
    expect(await site.page('Log')).not.toBe(id);
  });

  it('restores a page from the trash with its content, unless its title was taken meanwhile', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    await site.call('editor', 'DELETE', `${PAGES}/${id}`);
    const second = await site.page('Log');
    const refused = await site.update('editor', id, 2);
    await site.call('editor', 'DELETE', `${PAGES}/${second}`);
    const restored = await site.update('editor', id, 2, { body: adf('ignored'), title: 'Ignored' });
    expect(refused.status).toBe(400);
    expect(restored.body).toMatchObject({ status: 'current', title: 'Log', body: { atlas_doc_format: adf('first') } });
  });

  it('lists pages by space, title and status, a part at a time', async () => {
    const site = new TestSite().seeded();
    const spaceId = await site.spaceId('OPEN');
    const ids = [await site.page('A'), await site.page('B'), await site.page('C')];
    const first = await site.call('viewer', 'GET', `${PAGES}?space-id=${spaceId}&limit=3`);
    const rest = await site.call('viewer', 'GET', nextOf(first.body) ?? 'there is no next page');
    const titled = await site.call('viewer', 'GET', `${PAGES}?space-id=${spaceId}&title=B`);
    const trashed = await site.call('viewer', 'GET', `${PAGES}?status=trashed`);
    expect(resultsOf(first.body, 'id').slice(1)).toEqual(ids.slice(0, 2));
    expect(first.headers.get('link')).toContain('rel="next"');
    expect(resultsOf(rest.body, 'id')).toEqual(ids.slice(2));
    expect(nextOf(rest.body)).toBeUndefined();
    expect(resultsOf(titled.body, 'id')).toEqual(ids.slice(1, 2));
    expect(resultsOf(trashed.body, 'id')).toEqual([]);
  });

  it.each(['limit=0', 'limit=251', 'cursor=nonsense', 'sort=colour', 'status=lost'])('refuses ?%s', async (query) => {
    const site = new TestSite().seeded();
    expect((await site.call('viewer', 'GET', `${PAGES}?${query}`)).status).toBe(400);
  });

  it('publishes what happened to a page, in order, with the version at that time', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    await site.update('editor', id, 2);
    await site.call('editor', 'DELETE', `${PAGES}/${id}`);
    await site.call('admin', 'DELETE', `${PAGES}/${id}?purge=true`);
    expect(site.events.map((event) => event.name)).toEqual([
      'avi:confluence:created:page',
      'avi:confluence:updated:page',
      'avi:confluence:trashed:page',
      'avi:confluence:deleted:page',
    ]);
    expect(site.events[1]?.payload).toMatchObject({
      eventType: 'avi:confluence:updated:page',
      atlassianId: 'editor',
      eventCreatedDate: '2026-03-02T09:00:00.000Z',
      updateTrigger: 'edit_page',
      content: { id, title: 'Log', version: { number: 2, by: { displayName: 'editor' } }, space: { key: 'OPEN' } },
    });
  });

  it.each([
    ['text without a text', [{ type: 'paragraph', content: [{ type: 'text', text: '' }] }]],
    ['a node that does not exist', [{ type: 'carousel' }]],
    ['an expand in a table cell', [table({ type: 'expand', attrs: { title: 'x' }, content: [paragraph()] })]],
  ])('refuses a document with %s', async (_what, content) => {
    const site = new TestSite().seeded();
    const spaceId = await site.spaceId('OPEN');
    const answer = await site.call('editor', 'POST', PAGES, { spaceId, title: 'Log', body: adfOf(content) });
    expect(answer.status).toBe(400);
    expect(fieldOf(errorOf(answer), 'title')).toMatch(/^Invalid Atlassian Document Format: \//);
  });

  it('takes a nested expand in a table cell', async () => {
    const site = new TestSite().seeded();
    const cell = { type: 'nestedExpand', attrs: { title: 'x' }, content: [paragraph()] };
    expect(await site.page('Log', { body: adfOf([table(cell)]) })).toMatch(/^\d+$/);
  });

  it('refuses a document that is not a string of JSON', async () => {
    const site = new TestSite().seeded();
    const body = { representation: 'atlas_doc_format', value: '{' };
    const answer = await site.call('editor', 'POST', PAGES, {
      spaceId: await site.spaceId('OPEN'),
      title: 'Log',
      body,
    });
    expect(answer.status).toBe(400);
  });

  it('keeps well-formed storage format and refuses the rest', async () => {
    const site = new TestSite().seeded();
    const write = async (value: string) =>
      site.call('editor', 'POST', PAGES, {
        spaceId: await site.spaceId('OPEN'),
        title: value,
        body: { representation: 'storage', value },
      });
    const right = await write('<p>a<br/><ac:link>b</ac:link></p>');
    const read = await site.call('editor', 'GET', `${PAGES}/${idOf(right.body)}?body-format=storage`);
    expect(read.body).toMatchObject({ body: { storage: { value: '<p>a<br/><ac:link>b</ac:link></p>' } } });
    expect((await write('<p>a')).status).toBe(400);
    expect((await write('a < b')).status).toBe(400);
  });

  it('says that it cannot turn one representation into the other', async () => {
    const site = new TestSite().seeded();
    const answer = await site.call('editor', 'GET', `${PAGES}/${await site.page('Log')}?body-format=storage`);
    expect(answer.status).toBe(501);
  });

  it('refuses a request of more than 5 MB', async () => {
    const site = new TestSite().seeded();
    const body = adf('x'.repeat(5 * 1024 * 1024));
    const answer = await site.call('editor', 'POST', PAGES, {
      spaceId: await site.spaceId('OPEN'),
      title: 'Log',
      body,
    });
    expect(answer.status).toBe(413);
  });
});

function paragraph(): unknown {
  return { type: 'paragraph', content: [{ type: 'text', text: 'in' }] };
}

function table(node: unknown): unknown {
  return { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [node] }] }] };
}
