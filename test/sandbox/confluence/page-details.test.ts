import { describe, expect, it } from '@jest/globals';
import { idOf, resultsOf, TestSite } from './confluence-site';

async function pageWithProperty(site: TestSite): Promise<{ path: string; id: string }> {
  const path = `/wiki/api/v2/pages/${await site.page('Log')}/properties`;
  const created = await site.call('editor', 'POST', path, { key: 'marker', value: { head: 'abc' } });
  return { path, id: idOf(created.body) };
}

describe('content properties of a page', () => {
  it('are found by key and read by id', async () => {
    const site = new TestSite().seeded();
    const { path, id } = await pageWithProperty(site);
    const found = await site.call('viewer', 'GET', `${path}?key=marker`);
    const missing = await site.call('viewer', 'GET', `${path}?key=other`);
    expect(resultsOf(found.body, 'id')).toEqual([id]);
    expect(resultsOf(missing.body, 'id')).toEqual([]);
    expect((await site.call('viewer', 'GET', `${path}/${id}`)).body).toMatchObject({
      key: 'marker',
      value: { head: 'abc' },
      version: { number: 1, authorId: 'editor' },
    });
  });

  it('are unique by key', async () => {
    const site = new TestSite().seeded();
    const { path } = await pageWithProperty(site);
    expect((await site.call('editor', 'POST', path, { key: 'marker', value: 1 })).status).toBe(409);
  });

  it('are changed only from their current version', async () => {
    const site = new TestSite().seeded();
    const { path, id } = await pageWithProperty(site);
    const change = (number: number) =>
      site.call('editor', 'PUT', `${path}/${id}`, { key: 'marker', value: number, version: { number } });
    expect((await change(2)).status).toBe(200);
    expect((await change(2)).status).toBe(409);
    expect((await site.call('viewer', 'GET', `${path}/${id}`)).body).toMatchObject({
      value: 2,
      version: { number: 2 },
    });
  });

  it('are gone after deletion', async () => {
    const site = new TestSite().seeded();
    const { path, id } = await pageWithProperty(site);
    expect((await site.call('editor', 'DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await site.call('editor', 'GET', `${path}/${id}`)).status).toBe(404);
  });

  it('hold 32 KB of JSON and not a byte more', async () => {
    const site = new TestSite().seeded();
    const { path } = await pageWithProperty(site);
    const value = 'x'.repeat(32 * 1024 - 2);
    expect((await site.call('editor', 'POST', path, { key: 'full', value })).status).toBe(200);
    expect((await site.call('editor', 'POST', path, { key: 'over', value: `${value}x` })).status).toBe(400);
  });
});

describe('labels of a page', () => {
  it('are added and removed by v1 and read by v2', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    await site.call('editor', 'POST', `/wiki/rest/api/content/${id}/label`, [{ name: 'Change-Log' }, { name: 'two' }]);
    const before = await site.call('viewer', 'GET', `/wiki/api/v2/pages/${id}/labels`);
    const removed = await site.call('editor', 'DELETE', `/wiki/rest/api/content/${id}/label?name=two`);
    const after = await site.call('viewer', 'GET', `/wiki/api/v2/pages/${id}/labels`);
    expect(resultsOf(before.body, 'name')).toEqual(['change-log', 'two']);
    expect(removed.status).toBe(204);
    expect(resultsOf(after.body, 'name')).toEqual(['change-log']);
  });

  it('are refused with 403 to somebody who may only read the page', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log', { spaceId: await site.spaceId('CLOSED') });
    const answer = await site.call('viewer', 'POST', `/wiki/rest/api/content/${id}/label`, { name: 'x' });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ statusCode: 403 });
  });
});

describe('the rest of Confluence', () => {
  it.each([
    ['GET', '/wiki/api/v2/blogposts'],
    ['GET', '/wiki/rest/api/search?cql=x'],
    ['GET', '/wiki/api/v2/spaces?labels=x'],
  ])('%s %s says that it is not supported', async (method, path) => {
    const site = new TestSite().seeded();
    const answer = await site.call('admin', method, path);
    expect(answer.status).toBe(501);
    expect(JSON.stringify(answer.body)).toContain(path.split('?')[0]);
  });

  it('says who is asking, and who others are', async () => {
    const site = new TestSite().seeded();
    const me = await site.call('viewer', 'GET', '/wiki/rest/api/user/current');
    const bulk = await site.call('viewer', 'POST', '/wiki/api/v2/users-bulk', { accountIds: ['app', 'ghost'] });
    expect(me.body).toMatchObject({ type: 'known', accountId: 'viewer', displayName: 'Name of viewer' });
    expect(resultsOf(bulk.body, 'accountId')).toEqual(['app']);
    expect(resultsOf(bulk.body, 'accountType')).toEqual(['app']);
  });

  it('comes back from a snapshot exactly as it was, and goes on from there', async () => {
    const site = new TestSite().seeded();
    const id = await site.page('Log');
    await site.update('editor', id, 2);
    const saved: unknown = JSON.parse(JSON.stringify(site.confluence.snapshot()));
    const other = new TestSite();
    other.confluence.restore(saved);
    expect(other.confluence.snapshot()).toEqual(saved);
    const path = `/wiki/api/v2/pages/${id}?body-format=atlas_doc_format`;
    expect((await other.call('viewer', 'GET', path)).body).toEqual((await site.call('viewer', 'GET', path)).body);
    expect(await other.page('New')).toBe(await site.page('New'));
  });

  it('refuses a state that it did not write', () => {
    expect(() => {
      new TestSite().confluence.restore({ pages: 'none' });
    }).toThrow();
  });
});
