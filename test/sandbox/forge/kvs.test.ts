import { describe, expect, it } from '@jest/globals';
import { deployFixture, type DeployedFixture } from './deployed-fixture';

const VOTE = { issue: 'ABC-1', voter: 'rita', weight: 2 };

function keys(answer: unknown): string[] {
  const { value } = answer as { value: { results: { key: string }[] } };
  return value.results.map(({ key }) => key);
}

function nested(levels: number): unknown {
  return levels === 0 ? 'end' : { inner: nested(levels - 1) };
}

describe('keys and values', () => {
  it('gives back what was stored, and nothing for a key that was not or is no longer', async () => {
    const { kvs } = await deployFixture();
    expect(await kvs('get', 'a')).toEqual({});
    await kvs('set', 'a', { deep: [1, 'two', null] });
    expect(await kvs('get', 'a')).toEqual({ value: { deep: [1, 'two', null] } });
    await kvs('delete', 'a');
    await kvs('delete', 'a');
    expect(await kvs('get', 'a')).toEqual({});
  });

  it.each([
    ['an empty key', '', 'KEY_TOO_SHORT'],
    ['a key of 501 characters', 'k'.repeat(501), 'KEY_TOO_LONG'],
    ['a key with a slash', 'a/b', 'INVALID_KEY'],
    ['a key of blanks', '   ', 'INVALID_KEY'],
  ])('refuses %s', async (_name, key, code) => {
    const { kvs } = await deployFixture();
    expect(await kvs('set', key, 1)).toEqual({ code, status: 400 });
  });

  it('accepts a key of 500 characters with every kind of character that is allowed', async () => {
    const { kvs } = await deployFixture();
    const key = `aZ0:._ -#${'k'.repeat(491)}`;
    await kvs('set', key, 1);
    expect(await kvs('get', key)).toEqual({ value: 1 });
  });

  it('refuses a value above 240 KiB and accepts one of exactly that', async () => {
    const { kvs } = await deployFixture();
    const quotes = 2;
    expect(await kvs('set', 'large', 'x'.repeat(240 * 1024 - quotes))).toEqual({});
    expect(await kvs('set', 'large', 'x'.repeat(240 * 1024 - quotes + 1))).toEqual({ code: 'MAX_SIZE', status: 400 });
  });

  it('refuses a value of 32 levels and accepts one of 31', async () => {
    const { kvs } = await deployFixture();
    expect(await kvs('set', 'deep', nested(31))).toEqual({});
    expect(await kvs('set', 'deep', nested(32))).toEqual({ code: 'MAX_DEPTH', status: 400 });
  });

  it('lets the first of two writers win when the key may not exist', async () => {
    const { kvs } = await deployFixture();
    const once = { keyPolicy: 'FAIL_IF_EXISTS' };
    expect(await kvs('set', 'lock', 'first', once)).toEqual({});
    expect(await kvs('set', 'lock', 'second', once)).toEqual({ code: 'KEY_CONFLICT', status: 409 });
    expect(await kvs('get', 'lock')).toEqual({ value: 'first' });
  });

  it('answers the value that was overwritten when asked for it', async () => {
    const { kvs } = await deployFixture();
    const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' };
    expect(await kvs('set', 'a', 1, previous)).toEqual({});
    expect(await kvs('set', 'a', 2, previous)).toEqual({ value: { key: 'a', value: 1 } });
  });

  it('still reads an expired value for 48 hours, as Forge says it may', async () => {
    const { site, kvs } = await deployFixture();
    await kvs('set', 'a', 1, { ttl: { value: 1, unit: 'MINUTES' } });
    site.clock.advance(48 * 3_600_000 + 59_000);
    expect(await kvs('get', 'a')).toEqual({ value: 1 });
    site.clock.advance(1_000);
    expect(await kvs('get', 'a')).toEqual({});
  });

  it('keeps secrets apart from values, and out of queries', async () => {
    const { kvs } = await deployFixture();
    await kvs('set-secret', 'a', 'hidden');
    expect(await kvs('get', 'a')).toEqual({});
    expect(await kvs('get-secret', 'a')).toEqual({ value: 'hidden' });
    expect(keys(await kvs('query', 'a'))).toEqual([]);
  });
});

describe('queries by the beginning of the key', () => {
  const fill = async ({ ask }: DeployedFixture): Promise<void> => {
    await ask('batch', { keys: Array.from({ length: 12 }, (_, at) => `n:${String(at).padStart(2, '0')}`) });
  };

  it('answers ten keys unless asked for more, and a cursor to the rest', async () => {
    const app = await deployFixture();
    await fill(app);
    const answer = await app.kvs('query', 'n:', undefined);
    expect(keys(answer)).toHaveLength(10);
    expect(answer).toMatchObject({ value: { nextCursor: expect.any(String) } });
    expect(keys(await app.kvs('query', 'n:', 100))).toHaveLength(12);
  });

  it('refuses a page above one hundred', async () => {
    const { kvs } = await deployFixture();
    expect(await kvs('query', 'n:', 101)).toEqual({ code: 'LIST_QUERY_LIMIT_EXCEEDED', status: 400 });
  });

  it('shows a lagging query only what was there at the last delivery', async () => {
    const { site, kvs } = await deployFixture({ kvs: { queryLag: 'until-deliver' } });
    await kvs('set', 'late', 1);
    expect(keys(await kvs('query', 'late'))).toEqual([]);
    expect(await kvs('get', 'late')).toEqual({ value: 1 });
    await site.deliver();
    expect(keys(await kvs('query', 'late'))).toEqual(['late']);
  });
});

describe('batches', () => {
  const names = Array.from({ length: 25 }, (_, at) => `key-${at}`);

  it('reads 25 keys at once and names the ones that are missing', async () => {
    const { ask } = await deployFixture();
    const answer = (await ask('batch', { keys: names.slice(0, 24), more: ['nowhere'] })) as {
      value: { successfulKeys: unknown[]; failedKeys: unknown[] };
    };
    expect(answer.value.successfulKeys).toHaveLength(24);
    expect(answer.value.successfulKeys[3]).toEqual({ key: 'key-3', value: 3 });
    expect(answer.value.failedKeys).toEqual([
      { key: 'nowhere', error: { code: 'KEY_NOT_FOUND', message: 'The key nowhere does not exist.' } },
    ]);
  });

  it('refuses 26 keys, and one key twice', async () => {
    const { ask } = await deployFixture();
    expect(await ask('batch', { keys: names, more: ['one-more'] })).toEqual({
      code: 'TOO_MANY_OPERATIONS',
      status: 400,
    });
    expect(await ask('batch', { keys: ['a'], more: ['a'] })).toEqual({ code: 'DUPLICATE_KEY', status: 400 });
  });
});

describe('transactions', () => {
  it('stores an entity on condition that it is not there yet, once', async () => {
    const { ask, kvs } = await deployFixture();
    expect(await ask('vote-once', { key: 'v1', vote: VOTE })).toEqual({});
    expect(await kvs('get', 'count:v1')).toEqual({ value: 1 });
    expect(await ask('vote-once', { key: 'v1', vote: { ...VOTE, weight: 9 } })).toEqual({
      code: 'CONDITIONAL_CHECK_FAILED',
      status: 409,
    });
  });

  it('changes nothing when one condition of several operations fails', async () => {
    const { ask, kvs } = await deployFixture();
    await ask('vote-set', { key: 'v2', vote: VOTE });
    expect(await ask('vote-once', { key: 'v2', vote: VOTE })).toMatchObject({ code: 'CONDITIONAL_CHECK_FAILED' });
    expect(await kvs('get', 'count:v2')).toEqual({});
  });

  it('changes nothing when one value is refused', async () => {
    const { ask, kvs } = await deployFixture();
    expect(await ask('vote-once', { key: 'v3', vote: { ...VOTE, weight: 'heavy' } })).toEqual({
      code: 'INVALID_ENTITY_VALUE',
      status: 400,
    });
    expect(await kvs('get', 'count:v3')).toEqual({});
  });
});

describe('custom entities', () => {
  const fill = async ({ ask }: DeployedFixture): Promise<void> => {
    for (const weight of [3, 1, 2]) {
      await ask('vote-set', { key: `abc-${weight}`, vote: { issue: 'ABC-1', voter: 'rita', weight } });
    }
    await ask('vote-set', { key: 'other', vote: { issue: 'XYZ-1', voter: 'rita', weight: 5 } });
    await ask('vote-set', { key: 'unindexed', vote: { issue: 'ABC-1' } });
  };

  it.each([
    ['an attribute of another type', { ...VOTE, weight: 'two' }, 'INVALID_ENTITY_VALUE'],
    ['an integer of more than 32 bits', { ...VOTE, weight: 2 ** 31 }, 'INVALID_ENTITY_VALUE'],
    ['a blank string', { ...VOTE, voter: ' ' }, 'INVALID_ENTITY_VALUE'],
    ['an attribute that the manifest does not declare', { ...VOTE, extra: 1 }, 'INVALID_ENTITY_ATTRIBUTE'],
  ])('refuses %s', async (_name, vote, code) => {
    const { ask } = await deployFixture();
    expect(await ask('vote-set', { key: 'v', vote })).toEqual({ code, status: 400 });
  });

  it('answers one partition of an index in the order of its range', async () => {
    const app = await deployFixture();
    await fill(app);
    expect(keys(await app.ask('votes', { issue: 'ABC-1' }))).toEqual(['abc-1', 'abc-2', 'abc-3']);
    expect(keys(await app.ask('votes', { issue: 'ABC-1', above: 1, descending: true }))).toEqual(['abc-3', 'abc-2']);
  });

  it('filters after reading a page, so that a page may be empty and still have a cursor', async () => {
    const app = await deployFixture();
    await fill(app);
    expect(await app.ask('votes-of', { index: 'voter' })).toEqual({
      value: { results: [], nextCursor: expect.any(String) },
    });
  });

  it('refuses an index that the manifest does not declare, and a partition without its value', async () => {
    const { ask } = await deployFixture();
    expect(await ask('votes-of', { index: 'by-weight' })).toEqual({ code: 'INVALID_ENTITY_INDEX', status: 400 });
    expect(await ask('votes-of', { index: 'by-issue' })).toEqual({ code: 'INVALID_PARTITION', status: 400 });
  });
});
