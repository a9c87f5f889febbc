import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployFixture } from '../forge/deployed-fixture';

function as(email: string, path: string): Request {
  const credentials = Buffer.from(`${email}:anything`).toString('base64');
  return new Request(`http://127.0.0.1:8080${path}`, { headers: { authorization: `Basic ${credentials}` } });
}

describe('requests to a site', () => {
  it('come from the person whose e-mail address they carry', async () => {
    const { site } = await deployFixture();
    const answer = await site.fetch(as('rita@example.com', '/rest/api/3/myself'));
    expect(await answer.json()).toEqual({ kind: 'user', accountId: 'rita' });
  });

  it('without credentials come from nobody', async () => {
    const { site } = await deployFixture();
    const answer = await site.fetch(new Request('http://127.0.0.1:8080/rest/api/3/myself'));
    expect(await answer.json()).toEqual({ kind: 'anonymous' });
  });

  it.each(['nobody@example.com', 'left@example.com', '712020-11111111@connect.atlassian.com'])(
    'of %s are refused with 401',
    async (email) => {
      const { site } = await deployFixture();
      expect((await site.fetch(as(email, '/rest/api/3/myself'))).status).toBe(401);
    },
  );

  it('to other paths find nothing', async () => {
    const { site } = await deployFixture();
    expect((await site.fetch(as('rita@example.com', '/plugins/servlet'))).status).toBe(404);
  });
});

describe('the data directory', () => {
  const directory = (): Promise<string> => mkdtemp(join(tmpdir(), 'sandbox-site-'));

  it('brings storage, queues, products and the clock back after a restart', async () => {
    const dataDir = await directory();
    const first = await deployFixture({ dataDir });
    await first.kvs('set', 'kept', { a: 1 });
    await first.ask('push', { events: [{ body: { name: 'waiting' } }] });
    first.site.clock.advance(5000);
    await first.site.close();

    const second = await deployFixture({ dataDir });
    expect(await second.kvs('get', 'kept')).toEqual({ value: { a: 1 } });
    expect(second.site.clock.now()).toBe(Date.parse('2026-03-02T09:00:05Z'));
    expect(second.site.directory.findPerson('rita')?.displayName).toBe('Rita Requester');
    expect(second.site.forge.pending()).toEqual({ events: 0, messages: 1, due: 1 });
    expect((await second.site.deliver()).deliveries).toMatchObject([{ outcome: 'delivered' }]);
    await second.site.close();
  });

  it('is forgotten by a fresh start', async () => {
    const dataDir = await directory();
    const first = await deployFixture({ dataDir });
    await first.kvs('set', 'kept', 1);
    await first.site.close();
    const second = await deployFixture({ dataDir, fresh: true });
    expect(await second.kvs('get', 'kept')).toEqual({});
    await second.site.close();
  });

  it('holds one file, without the half-written one', async () => {
    const dataDir = await directory();
    const { site, kvs } = await deployFixture({ dataDir });
    await kvs('set', 'kept', 1);
    await site.close();
    expect(await readdir(dataDir)).toEqual(['site.json']);
    const state = JSON.parse(await readFile(join(dataDir, 'site.json'), 'utf8')) as { parts: object };
    expect(Object.keys(state.parts).sort()).toEqual(['clock', 'confluence', 'directory', 'jira', 'kvs', 'queues']);
  });
});
