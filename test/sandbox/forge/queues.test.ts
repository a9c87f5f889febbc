import { describe, expect, it } from '@jest/globals';
import type { FaultRates } from '../../../sandbox/forge/fault-plan';
import { deployFixture, type DeployedFixture } from './deployed-fixture';

interface Seen {
  readonly value?: readonly { at: number; retryContext: unknown; jobId: string; queueName: string; context: object }[];
}

const START = Date.parse('2026-03-02T09:00:00Z');

describe('queues', () => {
  it('delivers a message with its body, job and queue, and without a principal', async () => {
    const { site, ask, kvs } = await deployFixture();
    const jobId = await ask('push', { events: [{ body: { name: 'one' } }] });
    const report = await site.deliver();
    expect(report).toEqual({
      deliveries: [{ id: expect.any(String), kind: 'message', function: 'worker', outcome: 'delivered' }],
      dropped: [],
    });
    const { value } = (await kvs('get', 'seen:one')) as Seen;
    expect(value).toEqual([
      {
        at: START,
        retryContext: null,
        jobId,
        queueName: 'work',
        eventId: expect.any(String),
        context: { installContext: expect.any(String), installation: expect.any(Object) },
      },
    ]);
    expect(await ask('stats', { jobId })).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('holds a delayed message back until the clock of the site has come so far', async () => {
    const { site, ask, kvs } = await deployFixture();
    await ask('push', { events: [{ body: { name: 'later' }, delayInSeconds: 600 }] });
    expect((await site.deliver()).deliveries).toEqual([]);
    site.clock.advance(599_999);
    expect((await site.deliver()).deliveries).toEqual([]);
    site.clock.advance(1);
    await site.deliver();
    expect(((await kvs('get', 'seen:later')) as Seen).value).toHaveLength(1);
  });

  it('tries again when the app asks for it, after the time it asked for and with its data', async () => {
    const { site, ask, kvs } = await deployFixture();
    await ask('push', { events: [{ body: { name: 'twice', do: 'retry' } }] });
    expect((await site.deliver()).deliveries).toMatchObject([{ outcome: 'retried', reason: 'requested' }]);
    expect((await site.deliver({ advanceClock: true })).deliveries).toMatchObject([{ outcome: 'delivered' }]);
    const { value } = (await kvs('get', 'seen:twice')) as Seen;
    expect(value?.[1]?.at).toBe(START + 60_000);
    expect(value?.[1]?.retryContext).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: { step: 2 },
      retentionWindow: { startTime: '2026-03-02T09:00:00.000Z', remainingTimeMs: 24 * 3_600_000 - 60_000 },
    });
  });

  it('tries a message that breaks the worker again, and gives it up after 24 hours', async () => {
    const { site, ask } = await deployFixture();
    await ask('push', { events: [{ body: { name: 'bad', do: 'throw' } }] });
    const first = await site.deliver();
    expect(first.deliveries.map(({ outcome }) => outcome)).toEqual(['retried', 'retried', 'retried', 'retried']);
    expect(first.deliveries[0]).toMatchObject({ reason: 'threw', message: 'the worker broke' });
    expect(site.forge.pending()).toEqual({ events: 0, messages: 1, due: 1 });
    site.clock.advance(24 * 3_600_000 + 1);
    const last = await site.deliver();
    expect(last.deliveries).toMatchObject([{ outcome: 'given-up' }]);
    expect(last.dropped).toEqual([{ kind: 'message', name: 'work', function: 'worker', reason: 'retries-exhausted' }]);
    expect(site.forge.pending()).toEqual({ events: 0, messages: 0, due: 0 });
  });

  it('delivers a message again whose worker was killed after a call took effect', async () => {
    const { site, ask, kvs } = await deployFixture();
    await ask('push', { events: [{ body: { name: 'killed' } }] });
    site.faults.killAfterCalls(2, { function: 'worker' });
    const { deliveries } = await site.deliver();
    expect(deliveries).toMatchObject([{ outcome: 'retried', reason: 'killed' }, { outcome: 'delivered' }]);
    expect(((await kvs('get', 'seen:killed')) as Seen).value).toHaveLength(2);
  });

  it.each([
    ['without a concurrency key as many as asked for', undefined, 3],
    ['with a concurrency key no more than its limit', { key: 'page', limit: 2 }, 2],
  ])('run at the same time %s', async (_name, concurrency, most) => {
    const { site, ask, kvs } = await deployFixture();
    const body = { name: 'x', do: 'overlap' };
    await ask('push', { events: Array.from({ length: 6 }, () => ({ body, concurrency })) });
    expect((await site.deliver({ parallel: 3 })).deliveries).toHaveLength(6);
    expect(await kvs('get', 'most')).toEqual({ value: most });
  });

  it('stops a worker that keeps itself going after 1,000 messages', async () => {
    const { site, ask } = await deployFixture();
    await ask('push', { events: [{ body: { name: 'loop', do: 'again' } }] });
    const { deliveries } = await site.deliver();
    expect(deliveries.filter(({ outcome }) => outcome === 'delivered')).toHaveLength(999);
    expect(deliveries.at(-1)).toMatchObject({
      outcome: 'retried',
      reason: 'threw',
      message: 'The limit on cyclic invocation has been reached.',
    });
  });

  it('does not deliver what was cancelled', async () => {
    const { site, ask } = await deployFixture();
    const jobId = await ask('push', { events: [{ body: { name: 'a' } }, { body: { name: 'b' } }] });
    await ask('cancel', { jobId });
    expect((await site.deliver()).deliveries).toEqual([]);
    expect(await ask('stats', { jobId })).toEqual({ success: 0, inProgress: 0, failed: 0 });
  });

  it('delivers out of order in the same way for the same seed', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const order = async (seed: number): Promise<string> => {
      const { site, ask, kvs } = await deployFixture({ deliveryOrder: { shuffleWithSeed: seed } });
      await ask('push', { events: names.map((name) => ({ body: { name, do: 'order' } })) });
      await site.deliver();
      return ((await kvs('get', 'order')) as { value: string }).value;
    };
    const shuffled = await order(7);
    expect(Array.from(shuffled).sort()).toEqual(names);
    expect(shuffled).not.toBe('abcdef');
    expect(await order(7)).toBe(shuffled);
  });
});

describe('a fault plan for deliveries', () => {
  const push = async (rates: FaultRates): Promise<DeployedFixture> => {
    const app = await deployFixture();
    app.site.faults.inject({ seed: 1, rates });
    await app.ask('push', { events: [{ body: { name: 'x' } }] });
    return app;
  };

  it('delivers a message twice with the same event id', async () => {
    const { site, kvs } = await push({ duplicate: 1 });
    expect((await site.deliver()).deliveries).toHaveLength(2);
    const { value = [] } = (await kvs('get', 'seen:x')) as { value?: { eventId: string }[] };
    expect(value).toHaveLength(2);
    expect(new Set(value.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('delivers a message up to three minutes late', async () => {
    const { site } = await push({ delay: 1 });
    expect((await site.deliver()).deliveries).toEqual([]);
    site.clock.advance(180_000);
    expect((await site.deliver()).deliveries).toHaveLength(1);
  });

  it('drops events, which it lists, but never messages', async () => {
    const { site, jira } = await push({ drop: 1 });
    jira.events.publish({ name: 'avi:jira:updated:issue', payload: {} });
    const { deliveries, dropped } = await site.deliver();
    expect(deliveries).toMatchObject([{ kind: 'message', outcome: 'delivered' }]);
    expect(dropped).toEqual([{ kind: 'event', name: 'issue-updated', function: 'onIssue', reason: 'fault' }]);
  });

  it('lets what waits overtake, in the same way for the same seed', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const order = async (): Promise<string> => {
      const { site, ask, kvs } = await deployFixture();
      site.faults.inject({ seed: 5, rates: { reorder: 1 } });
      await ask('push', { events: names.map((name) => ({ body: { name, do: 'order' } })) });
      await site.deliver();
      return ((await kvs('get', 'order')) as { value: string }).value;
    };
    const reordered = await order();
    expect(reordered).not.toBe('abcdef');
    expect(await order()).toBe(reordered);
  });
});

describe('product events', () => {
  const event = (extra: object): { name: string; payload: Record<string, unknown> } => ({
    name: 'avi:jira:updated:issue',
    payload: { eventType: 'avi:jira:updated:issue', issue: { id: '1' }, ...extra },
  });

  it('reach the triggers that asked for them, without a principal', async () => {
    const { site, jira, kvs } = await deployFixture();
    jira.events.publish(event({ selfGenerated: false }));
    jira.events.publish({ name: 'avi:jira:created:issue', payload: {} });
    expect(await kvs('get', 'events')).toEqual({});
    await site.deliver();
    expect(await kvs('get', 'events')).toEqual({
      value: [
        {
          event: { eventType: 'avi:jira:updated:issue', issue: { id: '1' }, selfGenerated: false },
          context: { installContext: expect.any(String), installation: expect.any(Object) },
        },
      ],
    });
  });

  it('of the app itself are left out for a trigger that ignores them', async () => {
    const { site, jira } = await deployFixture();
    jira.events.publish(event({ selfGenerated: true }));
    expect((await site.deliver()).deliveries).toEqual([]);
  });

  it('above 200 kB are not delivered and listed as dropped', async () => {
    const { site, jira } = await deployFixture();
    jira.events.publish(event({ text: 'x'.repeat(200_000) }));
    expect(await site.deliver()).toEqual({
      deliveries: [],
      dropped: [{ kind: 'event', name: 'issue-updated', function: 'onIssue', reason: 'too-large' }],
    });
  });

  it('are tried again at most four times on request', async () => {
    const { site, jira } = await deployFixture();
    jira.events.publish(event({ again: true }));
    const { deliveries } = await site.deliver({ advanceClock: true });
    const rest = await site.deliver({ advanceClock: true });
    expect([...deliveries, ...rest.deliveries].map(({ outcome }) => outcome)).toEqual([
      'retried',
      'retried',
      'retried',
      'retried',
      'given-up',
    ]);
    expect(rest.dropped).toEqual([
      { kind: 'event', name: 'issue-updated', function: 'onIssue', reason: 'retries-exhausted' },
    ]);
  });
});
