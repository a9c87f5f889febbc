import { beforeAll, describe, expect, it } from '@jest/globals';
import { assembleSite } from '../../../sandbox/assemble-site';
import type { Site } from '../../../sandbox/site';
import { buildFixture, FIXTURE_APP } from './build-fixture';
import { SEED, standInProducts } from './stand-in-products';

const ISSUE = { as: 'rita', context: { issueKey: 'ABC-1' } };

describe('resolvers of a deployed app', () => {
  let bundle: string;
  const deploy = (now = '2026-03-02T09:00:00Z'): Promise<Site> =>
    assembleSite(standInProducts().parts, { appDir: FIXTURE_APP, bundle, seed: SEED, now });

  beforeAll(async () => {
    bundle = await buildFixture();
  });

  it('tells the resolver who asks, from which module and on which issue', async () => {
    const site = await deploy();
    const { payload, context } = (await site.invoke('panel', 'whoami', { accountId: 'forged' }, ISSUE)) as {
      payload: unknown;
      context: Record<string, unknown>;
    };
    expect(payload).toEqual({ accountId: 'forged' });
    expect(context['accountId']).toBe('rita');
    expect(context['moduleKey']).toBe('panel');
    expect(context['installContext']).toBe(`ari:cloud:jira::site/${String(context['cloudId'])}`);
    expect(context['extension']).toEqual({
      type: 'jira:issuePanel',
      issue: { id: '10001', key: 'ABC-1', type: 'Change', typeId: '10100' },
      project: { id: '10000', key: 'ABC', type: 'software' },
      isNewToIssue: false,
    });
  });

  it('shows the app the clock of the site', async () => {
    const site = await deploy('2031-05-06T07:08:09Z');
    expect(await site.invoke('panel', 'clock', {}, ISSUE)).toEqual({
      now: Date.parse('2031-05-06T07:08:09Z'),
      fresh: '2031-05-06T07:08:09.000Z',
      global: '2031-05-06T07:08:09.000Z',
      given: true,
      text: 'string',
    });
  });

  it('keeps two sites in one process apart', async () => {
    const [first, second] = await Promise.all([deploy('2026-01-01T00:00:00Z'), deploy('2027-01-01T00:00:00Z')]);
    const both = (functionKey: string, payload: unknown): Promise<unknown[]> =>
      Promise.all([first, second].map((site) => site.invoke('panel', functionKey, payload, ISSUE)));
    await both('mark', { mark: 'here' });
    await first.invoke('panel', 'kvs', { step: 'set', key: 'only', value: 1 }, ISSUE);
    expect(await both('kvs', { step: 'get', key: 'only' })).toEqual([{ value: 1 }, {}]);
    expect(await first.invoke('panel', 'mark', {}, ISSUE)).toEqual({ before: 'here' });
    expect(await both('clock', {})).toMatchObject([
      { fresh: '2026-01-01T00:00:00.000Z' },
      { fresh: '2027-01-01T00:00:00.000Z' },
    ]);
    expect(Object.hasOwn(globalThis, '__forge_fetch__')).toBe(false);
  });

  it('lets the app read its own names and remaining time', async () => {
    const site = await deploy();
    const answer = (await site.invoke('panel', 'app-context', {}, ISSUE)) as Record<string, unknown>;
    expect(answer['appAri']).toBe('ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555');
    expect(answer['moduleKey']).toBe('panel');
    expect(answer['remaining']).toBeGreaterThan(20_000);
    expect(answer['remaining']).toBeLessThanOrEqual(25_000);
  });

  it('has no effect any more after its time ran out', async () => {
    const ends: (() => void)[] = [];
    const site = await assembleSite(standInProducts().parts, {
      appDir: FIXTURE_APP,
      bundle,
      seed: SEED,
      stopwatch: {
        now: () => 0,
        after: (_milliseconds, end) => {
          ends.push(end);
          return () => undefined;
        },
      },
    });
    const late = site.invoke('panel', 'late', {}, ISSUE);
    while (ends.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    ends[0]?.();
    await expect(late).rejects.toThrow('panel/late ran out of time.');
    await site.invoke('panel', 'release', {}, ISSUE);
    expect(await site.invoke('panel', 'kvs', { step: 'get', key: 'late' }, ISSUE)).toEqual({});
  });

  it('passes on what a resolver throws', async () => {
    const site = await deploy();
    await expect(site.invoke('panel', 'throw', {}, ISSUE)).rejects.toThrow('the resolver said no');
  });

  it('refuses an issue that the person may not see', async () => {
    const site = await deploy();
    const hidden = { as: 'rita', context: { issueKey: 'SECRET-1' } };
    await expect(site.invoke('panel', 'whoami', {}, hidden)).rejects.toThrow(
      'Issue SECRET-1 does not exist, or this person may not see it.',
    );
  });

  it('refuses anonymous people unless the module admits them', async () => {
    const site = await deploy();
    await expect(site.invoke('panel', 'whoami', {}, { ...ISSUE, as: 'anonymous' })).rejects.toThrow(
      'Module panel does not admit anonymous people (unlicensedAccess).',
    );
    const answer = await site.invoke('open-macro', 'whoami', {}, { as: 'anonymous', context: { contentId: '42' } });
    expect(answer).toMatchObject({ context: { extension: { content: { id: '42' }, space: { id: '7', key: 'DOC' } } } });
    expect((answer as { context: object }).context).not.toHaveProperty('accountId');
  });

  it('refuses somebody who is deactivated', async () => {
    const site = await deploy();
    await expect(site.invoke('panel', 'whoami', {}, { ...ISSUE, as: 'left' })).rejects.toThrow(
      'Nobody active on this site has the account id left.',
    );
  });

  it('refuses a front-end payload above 500 KB', async () => {
    const site = await deploy();
    const large = { text: 'x'.repeat(500 * 1024) };
    await expect(site.invoke('panel', 'whoami', large, ISSUE)).rejects.toThrow('limited to 500 KB');
  });

  it('runs the ADF export of a macro as the reader', async () => {
    const site = await deploy();
    const answer = await site.invokeFunction('exporter', { exportType: 'pdf' }, { as: 'rita' });
    expect(answer).toMatchObject({ payload: { exportType: 'pdf' }, context: { principal: { accountId: 'rita' } } });
  });
});
