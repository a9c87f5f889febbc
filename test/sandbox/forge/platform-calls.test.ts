import { describe, expect, it } from '@jest/globals';
import { deployFixture } from './deployed-fixture';

describe('calls of the app to the platform', () => {
  it('act as the app or as the person who uses the front end', async () => {
    const { ask } = await deployFixture();
    expect(await ask('jira', { key: 'ABC-1', as: 'app' })).toMatchObject({
      status: 200,
      body: { actor: { kind: 'app', accountId: '712020:11111111-2222-4333-8444-555555555555' } },
    });
    expect(await ask('jira', { key: 'ABC-1', as: 'user' })).toMatchObject({
      status: 200,
      body: { actor: { kind: 'user', accountId: 'rita' } },
    });
  });

  it('as the user need a user', async () => {
    const { site } = await deployFixture();
    const nobody = { as: 'anonymous', context: { contentId: '1' } };
    await expect(site.invoke('open-macro', 'jira', { key: 'ABC-1', as: 'user' }, nobody)).rejects.toThrow(
      'Authentication Required',
    );
  });

  it('outside the scopes of the manifest answer 403', async () => {
    const { ask } = await deployFixture();
    expect(await ask('jira-write')).toEqual({
      status: 403,
      body: { code: 403, message: 'Unauthorized; scope does not match' },
    });
  });

  it('that the sandbox does not know answer 501 and name what is missing', async () => {
    const { ask } = await deployFixture();
    expect(await ask('jira-unknown')).toEqual({
      status: 501,
      body: {
        code: 501,
        message: 'The sandbox does not support this call of a Forge app: jira GET /rest/api/3/dashboard',
      },
    });
    expect(await ask('jira-nobody')).toBe(501);
  });

  it('to addresses outside the platform fail', async () => {
    const { ask } = await deployFixture();
    await expect(ask('egress')).rejects.toThrow('The sandbox does not support egress');
  });

  it('are logged one by one with who, what and how large', async () => {
    const { site, ask } = await deployFixture();
    await ask('jira', { key: 'ABC-1', as: 'user' });
    await ask('kvs', { step: 'set', key: 'a', value: 1 });
    expect(site.log.entries()).toEqual([
      {
        at: '2026-03-02T09:00:00.000Z',
        invocation: expect.any(String),
        function: 'resolver',
        method: 'GET',
        path: '/rest/api/3/issue/ABC-1',
        as: 'user:rita',
        status: 200,
        bytes: expect.any(Number),
        requestBytes: 0,
      },
      expect.objectContaining({
        method: 'POST',
        path: '/api/v1/set',
        as: 'app',
        status: 204,
        bytes: 0,
        requestBytes: 21,
      }),
    ]);
    site.log.clear();
    expect(site.log.entries()).toEqual([]);
  });
});

describe('the fault plan', () => {
  it('fails a call as often as it was told, without its effect', async () => {
    const { site, kvs } = await deployFixture();
    site.faults.failCall({ match: { path: '/api/v1/set' }, times: 2, status: 503 });
    expect(await kvs('set', 'a', 1)).toMatchObject({ status: 503 });
    expect(await kvs('set', 'a', 1)).toMatchObject({ status: 503 });
    expect(await kvs('get', 'a')).toEqual({});
    expect(await kvs('set', 'a', 1)).toEqual({});
  });

  it('loses the answer of a call that took effect', async () => {
    const { site, kvs } = await deployFixture();
    site.faults.failCall({ match: { path: /set$/ }, status: 'lost-answer' });
    expect(await kvs('set', 'a', 1)).toEqual({ error: 'TypeError: fetch failed' });
    expect(await kvs('get', 'a')).toEqual({ value: 1 });
  });

  it('kills an invocation between the effect of its nth call and the answer', async () => {
    const { site, ask, kvs } = await deployFixture();
    site.faults.killAfterCalls(1);
    await expect(ask('kvs', { step: 'set', key: 'a', value: 1 })).rejects.toThrow('was killed');
    expect(await kvs('get', 'a')).toEqual({ value: 1 });
  });

  it('fails the same calls at random for the same seed', async () => {
    const run = async (seed: number): Promise<boolean[]> => {
      const { site, kvs } = await deployFixture();
      site.faults.inject({ seed, rates: { serverError: 0.5 } });
      const answers = [];
      for (let at = 0; at < 12; at += 1) {
        answers.push(Object.hasOwn((await kvs('set', `k${at}`, at)) as object, 'status'));
      }
      return answers;
    };
    const first = await run(42);
    expect(await run(42)).toEqual(first);
    expect(new Set(first).size).toBe(2);
    expect(await run(43)).not.toEqual(first);
  });
});
