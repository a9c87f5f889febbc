import { describe, expect, it } from '@jest/globals';
import { adf, errorOf, resultsOf, TestSite } from './confluence-site';

const PAGES = '/wiki/api/v2/pages';

async function closedPage(site: TestSite): Promise<string> {
  return site.page('Secret', { spaceId: await site.spaceId('CLOSED') });
}

describe('who may see and change what in Confluence', () => {
  it('answers 401 to somebody who is not logged in', async () => {
    const site = new TestSite().seeded();
    expect((await site.call('nobody', 'GET', PAGES)).status).toBe(401);
    expect((await site.call('nobody', 'GET', '/wiki/rest/api/user/current')).status).toBe(401);
  });

  it('hides a space and its pages from those outside its groups', async () => {
    const site = new TestSite().seeded();
    const id = await closedPage(site);
    const spaces = await site.call('outsider', 'GET', '/wiki/api/v2/spaces');
    const page = await site.call('outsider', 'GET', `${PAGES}/${id}`);
    const found = await site.call('outsider', 'GET', `${PAGES}?title=Secret`);
    expect(resultsOf(spaces.body, 'key')).toEqual(['OPEN']);
    expect(page.status).toBe(404);
    expect(errorOf(page)).toEqual({ status: 404, code: 'NOT_FOUND', title: 'Not Found', detail: null });
    expect(resultsOf(found.body, 'id')).toEqual([]);
  });

  it('lets viewers read and answers 404 when they write, as the v2 documentation says', async () => {
    const site = new TestSite().seeded();
    const id = await closedPage(site);
    const spaceId = await site.spaceId('CLOSED');
    const create = await site.call('viewer', 'POST', PAGES, { spaceId, title: 'Mine', body: adf('x') });
    expect((await site.call('viewer', 'GET', `${PAGES}/${id}`)).status).toBe(200);
    expect(create.status).toBe(404);
    expect((await site.update('viewer', id, 2)).status).toBe(404);
    expect((await site.call('viewer', 'DELETE', `${PAGES}/${id}`)).status).toBe(404);
  });

  it('tells everybody what they may do', async () => {
    const site = new TestSite().seeded();
    const id = await closedPage(site);
    const spaceId = await site.spaceId('CLOSED');
    const operations = async (as: string, path: string) =>
      JSON.stringify((await site.call(as, 'GET', `/wiki/api/v2/${path}/operations`)).body);
    expect(await operations('editor', `pages/${id}`)).toContain('"update"');
    expect(await operations('viewer', `pages/${id}`)).toBe('{"operations":[{"operation":"read","targetType":"page"}]}');
    expect(await operations('editor', `spaces/${spaceId}`)).toContain('"create"');
    expect(await operations('viewer', `spaces/${spaceId}`)).not.toContain('"create"');
    expect((await site.call('outsider', 'GET', `/wiki/api/v2/pages/${id}/operations`)).status).toBe(404);
  });

  it('lets the app into every space', async () => {
    const site = new TestSite().seeded();
    expect((await site.update('app', await closedPage(site), 2)).status).toBe(200);
  });

  it('applies a read restriction to the pages below, to the app and to administrators', async () => {
    const site = new TestSite().seeded();
    const parent = await site.page('Parent');
    const child = await site.page('Child', { parentId: parent });
    const only = [{ operation: 'read', restrictions: { user: [{ type: 'known', accountId: 'editor' }], group: [] } }];
    const set = await site.call('editor', 'PUT', `/wiki/rest/api/content/${parent}/restriction`, only);
    expect(set.status).toBe(200);
    for (const somebody of ['viewer', 'app', 'admin']) {
      expect((await site.call(somebody, 'GET', `${PAGES}/${child}`)).status).toBe(404);
    }
    expect((await site.call('editor', 'GET', `${PAGES}/${child}`)).status).toBe(200);
  });

  it('applies an update restriction to the page itself', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    const only = [{ operation: 'update', restrictions: { group: [{ type: 'group', name: 'writers' }] } }];
    await site.call('editor', 'PUT', `/wiki/rest/api/content/${id}/restriction`, only);
    expect((await site.call('viewer', 'GET', `${PAGES}/${id}`)).status).toBe(200);
    expect((await site.update('viewer', id, 2)).status).toBe(404);
    await site.call('editor', 'DELETE', `/wiki/rest/api/content/${id}/restriction`);
    expect((await site.update('viewer', id, 2)).status).toBe(200);
  });

  it('does not let somebody lock themselves out', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    const other = [{ operation: 'read', restrictions: { user: [{ accountId: 'viewer' }] } }];
    expect((await site.call('editor', 'PUT', `/wiki/rest/api/content/${id}/restriction`, other)).status).toBe(400);
    expect((await site.call('editor', 'GET', `${PAGES}/${id}`)).status).toBe(200);
  });

  it('leaves purging to administrators', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    expect((await site.call('admin', 'DELETE', `${PAGES}/${id}?purge=true`)).status).toBe(400);
    await site.call('editor', 'DELETE', `${PAGES}/${id}`);
    expect((await site.call('editor', 'DELETE', `${PAGES}/${id}?purge=true`)).status).toBe(404);
    expect((await site.call('admin', 'DELETE', `${PAGES}/${id}?purge=true`)).status).toBe(204);
    expect((await site.call('admin', 'GET', `${PAGES}/${id}?status=trashed`)).status).toBe(404);
  });
});
