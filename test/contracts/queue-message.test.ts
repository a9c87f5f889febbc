import { describe, expect, it } from '@jest/globals';
import { queueEvent } from '../../src/contracts/queue-message';

describe('a message of the change-log queue', () => {
  it('is read with the number of times it was tried before', () => {
    const body = { do: 'publish-page', month: '2026-03', part: 1 };
    expect(queueEvent.parse({ body, jobId: 'j', retryContext: { retryCount: 2, retryReason: 'x' } })).toEqual({
      message: body,
      retries: 2,
    });
    expect(queueEvent.parse({ body: { do: 'record-change', changeId: '10001' } }).retries).toBe(0);
  });

  it.each([
    ['an unknown task', { do: 'delete-everything' }],
    ['a month that is none', { do: 'publish-page', month: 'March', part: 0 }],
    ['a negative part', { do: 'publish-page', month: '2026-03', part: -1 }],
    ['more than it should have', { do: 'record-change', changeId: '10001', key: 'CHG-1' }],
  ])('is refused with %s', (_what, body) => {
    expect(queueEvent.safeParse({ body }).success).toBe(false);
  });
});
