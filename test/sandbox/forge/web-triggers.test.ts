import { beforeAll, describe, expect, it } from '@jest/globals';
import { readManifest } from '../../../sandbox/forge/manifest';
import { serveSite } from '../../../sandbox/http';
import { readFixtureManifest } from './build-fixture';
import { deployFixture, type DeployedFixture } from './deployed-fixture';

let fixture: DeployedFixture;
let url: string;

beforeAll(async () => {
  fixture = await deployFixture();
  url = String(await fixture.ask('hook-url', { key: 'hook' }));
});

const call = (path = '', init: RequestInit = {}) =>
  fixture.site.fetch(new Request(`${url}${path}`, { method: 'POST', body: 'done', ...init }));

describe('the address of a web trigger', () => {
  it('is the same whenever it is asked for, and another one for each trigger', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/public\/[A-Za-z0-9]{25}$/);
    expect(await fixture.ask('hook-url', { key: 'hook' })).toBe(url);
    expect(await fixture.ask('hook-url', { key: 'old-hook' })).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/x1\/[A-Za-z0-9]{25}$/,
    );
  });

  it('is refused for a trigger that the manifest does not declare', async () => {
    expect(await fixture.ask('hook-url', { key: 'nobody' })).toBe(
      'Error: Internal error occurred: Failed to get web trigger URL.',
    );
  });

  it('is refused where another one is wanted, and the list of them is, because that is not supported', async () => {
    await fixture.ask('hook-url', { key: 'hook', forceCreate: true });
    await fixture.ask('hook-urls');
    expect(
      fixture.site.log
        .entries()
        .filter(({ path }) => path === '/graphql')
        .slice(-2)
        .map(({ status }) => status),
    ).toEqual([501, 501]);
  });
});

describe('a web trigger', () => {
  it('answers with the output that its function picks, whoever calls', async () => {
    const done = await call();
    expect([done.status, done.headers.get('content-type'), await done.text()]).toEqual([
      201,
      'application/json',
      '{"done":true}',
    ]);
    const bare = await call('', { body: 'bare' });
    expect([bare.status, bare.headers.get('content-type'), await bare.text()]).toEqual([204, null, '']);
  });

  it('hands over the documented request and no person', async () => {
    await call('/hello/world?apples=green,red&grapes=green&apples=blue', {
      headers: { 'X-Signed': 'yes', authorization: 'Basic cml0YUBleGFtcGxlLmNvbTp4' },
    });
    const id = new URL(url).pathname;
    expect(await fixture.kvs('get', 'hooked')).toEqual({
      value: {
        request: {
          method: 'POST',
          headers: {
            authorization: ['Basic cml0YUBleGFtcGxlLmNvbTp4'],
            'content-type': ['text/plain;charset=UTF-8'],
            'x-signed': ['yes'],
          },
          body: 'done',
          path: `${id}/hello/world`,
          userPath: '/hello/world',
          queryParameters: { apples: ['green', 'red', 'blue'], grapes: ['green'] },
        },
        context: { installContext: expect.any(String), installation: expect.any(Object) },
        user: 'NEEDS_AUTHENTICATION_ERR',
      },
    });
  });

  it('answers 500 where its function throws, picks no output of its own, or answers as a dynamic one would', async () => {
    for (const body of ['throw', 'another', 'dynamic']) {
      expect((await call('', { body })).status).toBe(500);
    }
  });

  it('is not found at any other address, refuses other methods, and takes 5 MB at most', async () => {
    expect((await call('x')).status).toBe(404);
    expect((await call('', { method: 'OPTIONS', body: null })).status).toBe(405);
    expect((await call('', { body: 'x'.repeat(5 * 1024 * 1024) })).status).toBe(413);
  });

  it('is served over HTTP to whoever has its address', async () => {
    const served = await serveSite(fixture.site, { port: 0 });
    try {
      const address = String(await fixture.ask('hook-url', { key: 'old-hook' }));
      expect(address.startsWith(`${served.url}/x1/`)).toBe(true);
      const answer = await fetch(address, { method: 'PUT', body: 'done' });
      expect([answer.status, await answer.text()]).toEqual([200, 'Done.']);
    } finally {
      await served.close();
    }
  });
});

describe('a manifest with a web trigger', () => {
  it.each([
    ['that is dynamic', 'type: static', 'type: dynamic', 'The sandbox does not support dynamic web triggers'],
    ['that says nothing of its response', '      response:', '      answer:', 'does not support dynamic web triggers'],
    ['that calls a container', 'function: hook', 'endpoint: hook', 'Unrecognized key: "endpoint"'],
    ['whose secret the platform keeps', '      urlFormat: v2', '      request: {}', 'Unrecognized key: "request"'],
    ['of a function that is not declared', 'function: hook', 'function: nobody', 'names the function nobody'],
    ['with a long body', '\'{"done":true}\'', 'x'.repeat(1025), 'body'],
  ])('%s is refused', async (_what, from, to, message) => {
    const manifest = (await readFixtureManifest()).replace(from, to);
    expect(() => readManifest(manifest)).toThrow(message);
  });
});
