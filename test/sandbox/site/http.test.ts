import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { serveSite, type ServedSite } from '../../../sandbox/http';
import type { Site } from '../../../sandbox/site';
import { deployFixture } from '../forge/deployed-fixture';

const RITA = `Basic ${Buffer.from('rita@example.com:x').toString('base64')}`;

describe('a site over HTTP', () => {
  let site: Site;
  let served: ServedSite;

  beforeEach(async () => {
    ({ site } = await deployFixture());
    served = await serveSite(site, { port: 0 });
  });
  afterEach(async () => {
    await served.close();
    await site.close();
  });

  const send = async (method: string, path: string, body?: unknown, authorization = RITA) => {
    const response = await fetch(`${served.url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const statusWith = (headers: Record<string, string>, path = '/sandbox/clock'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(`${served.url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });

  it('answers resolver functions with a context that a client cannot forge', async () => {
    const call = { payload: { a: 1 }, context: { issueKey: 'ABC-1' } };
    expect(await send('POST', '/sandbox/invoke/panel/whoami', call)).toMatchObject({
      status: 200,
      body: { payload: { a: 1 }, context: { accountId: 'rita', extension: { issue: { key: 'ABC-1' } } } },
    });
    const forged = { context: { issueKey: 'ABC-1', extension: { issue: { key: 'SECRET-1' } } } };
    expect((await send('POST', '/sandbox/invoke/panel/whoami', forged)).status).toBe(400);
    expect((await send('POST', '/sandbox/invoke/panel/whoami', {})).status).toBe(400);
    expect(await send('POST', '/sandbox/invoke/panel/whoami', { context: { issueKey: 'SECRET-1' } })).toEqual({
      status: 404,
      body: { message: 'Issue SECRET-1 does not exist, or this person may not see it.' },
    });
  });

  it('answers 500 with the message of a resolver that throws', async () => {
    expect(await send('POST', '/sandbox/invoke/panel/throw', { context: { issueKey: 'ABC-1' } })).toMatchObject({
      status: 500,
      body: { outcome: 'threw', message: 'the resolver said no' },
    });
  });

  it('answers the context of a module', async () => {
    const { body } = await send('POST', '/sandbox/context/panel', { context: { issueKey: 'ABC-1' } });
    expect(body).toMatchObject({ moduleKey: 'panel', siteUrl: served.url, extension: { type: 'jira:issuePanel' } });
  });

  it('makes product requests of a front end as the viewer, within the scopes of the app', async () => {
    expect(await send('POST', '/sandbox/request/jira', { path: '/rest/api/3/issue/ABC-1' })).toMatchObject({
      status: 200,
      body: { actor: { kind: 'user', accountId: 'rita' } },
    });
    const write = { path: '/rest/api/3/issue/ABC-1/comment', method: 'POST', body: '{}' };
    expect((await send('POST', '/sandbox/request/jira', write)).status).toBe(403);
  });

  it('shows and moves the clock, forward only', async () => {
    expect(await send('POST', '/sandbox/clock', { now: '2026-03-02T10:00:00Z' })).toEqual({
      status: 200,
      body: { now: '2026-03-02T10:00:00.000Z' },
    });
    expect((await send('POST', '/sandbox/clock', { now: '2026-03-02T09:00:00Z' })).status).toBe(400);
    expect(await send('GET', '/sandbox/clock')).toMatchObject({ body: { now: '2026-03-02T10:00:00.000Z' } });
  });

  it('delivers, ticks, and shows what is pending', async () => {
    await send('POST', '/sandbox/invoke/panel/push', {
      payload: { events: [{ body: { name: 'x' } }] },
      context: { issueKey: 'ABC-1' },
    });
    expect(await send('GET', '/sandbox/pending')).toMatchObject({ body: { events: 0, messages: 1, due: 1 } });
    expect(await send('POST', '/sandbox/deliver')).toMatchObject({ body: { deliveries: [{ outcome: 'delivered' }] } });
    expect((await send('POST', '/sandbox/tick/nightly')).status).toBe(200);
    expect((await send('POST', '/sandbox/tick/hourly')).status).toBe(404);
  });

  it('shows and clears the log, and takes a fault plan', async () => {
    expect((await send('POST', '/sandbox/faults', { failCall: { status: 503 } })).status).toBe(204);
    await send('POST', '/sandbox/request/jira', { path: '/rest/api/3/issue/ABC-1' });
    expect((await send('GET', '/sandbox/log')).body).toMatchObject([{ path: '/rest/api/3/issue/ABC-1', status: 503 }]);
    await send('DELETE', '/sandbox/log');
    expect((await send('GET', '/sandbox/log')).body).toEqual([]);
    expect((await send('POST', '/sandbox/faults', { everything: true })).status).toBe(400);
  });

  it('describes the modules of the app', async () => {
    const { body } = await send('GET', '/sandbox/app');
    expect(body).toMatchObject({ appId: '11111111-2222-4333-8444-555555555555' });
    expect((body as { modules: unknown[] }).modules).toContainEqual({
      key: 'panel',
      type: 'jira:issuePanel',
      title: 'Panel',
      ui: '/sandbox/ui/panel/',
      opensOn: 'issueKey',
    });
  });

  it('refuses other names for this machine and pages from elsewhere', async () => {
    const { port } = new URL(served.url);
    expect(await statusWith({ host: `127.0.0.1:${port}` })).toBe(200);
    expect(await statusWith({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
    expect(await statusWith({ host: `rebound.example.com:${port}` })).toBe(403);
    expect(await statusWith({ host: `127.0.0.1:${port}`, origin: 'https://example.com' })).toBe(403);
    expect(await statusWith({ host: `127.0.0.1:${port}`, origin: 'null' })).toBe(403);
  });

  it('serves nothing but front ends to the origin in which front ends live', async () => {
    const { port } = new URL(served.url);
    const ui = { host: `ui.localhost:${port}` };
    expect(await statusWith(ui, '/sandbox/ui/panel/')).toBe(200);
    expect(await statusWith(ui, '/rest/api/3/myself')).toBe(403);
    const fromUi = { host: `127.0.0.1:${port}`, origin: `http://ui.localhost:${port}` };
    expect(await statusWith(fromUi, '/rest/api/3/myself')).toBe(403);
  });
});
