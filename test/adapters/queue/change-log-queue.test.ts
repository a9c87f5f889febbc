import { beforeEach, describe, expect, it } from '@jest/globals';
import { InvocationRetry } from '../../../src/adapters/queue/invocation-retry';
import { queueEvent } from '../../../src/contracts/queue-message';
import { failureCode } from '../../port-contracts/failure-code';
import { createSandboxWorld, type SandboxWorld } from '../sandbox-world';

const MESSAGES = [
  { do: 'record-change', changeId: '10001' },
  { do: 'publish-page', month: '2026-03', part: 0 },
] as const;

describe('the queue of the change log', () => {
  let world: SandboxWorld;
  beforeEach(async () => {
    world = await createSandboxWorld();
  });

  it.each(MESSAGES)('takes %j, for one worker at a time, and gives it to its consumer as it was', async (message) => {
    await world.ports.queue.push(message);
    const waiting = world.host.line.waiting();
    expect(waiting.map(({ functionKey, queueName, concurrency }) => ({ functionKey, queueName, concurrency }))).toEqual(
      [{ functionKey: 'changePublisher', queueName: 'change-log', concurrency: { key: 'change-log', limit: 1 } }],
    );
    expect(queueEvent.parse({ body: waiting[0]?.payload })).toEqual({ message, retries: 0 });
  });

  it.each([429, 500, 'timeout', 'lost-answer'] as const)('is unreachable when it answers %s', async (status) => {
    world.host.faults.failCall({ match: { path: '/webhook/queue/' }, status });
    expect(await failureCode(world.ports.queue.push(MESSAGES[0]))).toBe('unreachable');
  });
});

describe('a retry', () => {
  it.each([
    [30, 30],
    [0, 1],
    [0.2, 1],
    [5000, 900],
  ])('after %d seconds is asked for as %d', (seconds, retryAfter) => {
    expect(new InvocationRetry().later(seconds)).toEqual({
      _retry: true,
      retryOptions: { retryAfter, retryReason: 'FUNCTION_RETRY_REQUEST' },
    });
  });
});
