import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { InvocationDeadline } from '../../src/adapters/invocation-deadline';

function runtimeWith(milliseconds: number | undefined): void {
  const appContext = { appId: 'a', environmentId: 'e', installationId: 'i' };
  const lambdaContext = milliseconds === undefined ? {} : { getRemainingTimeInMillis: () => milliseconds };
  Object.defineProperty(globalThis, '__forge_runtime__', { configurable: true, value: { appContext, lambdaContext } });
}

describe('the deadline of an invocation', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, '__forge_runtime__');
  });

  it.each([
    ['five seconds before the platform ends it', 12_000, 7_000],
    ['after 20 seconds, however much time there is', 900_000, 20_000],
    ['after 20 seconds where the platform does not say', undefined, 20_000],
    ['almost at once when there is hardly any time left', 5_001, 1],
    ['at once when there is none', 3_000, 1],
  ])('comes %s', async (_when, remaining, expected) => {
    runtimeWith(remaining);
    let reached = false;
    const { late } = new InvocationDeadline().start();
    void late.then(() => {
      reached = true;
    });
    await jest.advanceTimersByTimeAsync(expected - 1);
    expect(reached).toBe(remaining === 3_000);
    await jest.advanceTimersByTimeAsync(1);
    expect(reached).toBe(true);
    expect(await late).toBe('late');
  });

  it('leaves no timer behind once it is done', () => {
    runtimeWith(25_000);
    const deadline = new InvocationDeadline().start();
    expect(jest.getTimerCount()).toBe(1);
    deadline.done();
    deadline.done();
    expect(jest.getTimerCount()).toBe(0);
  });
});
