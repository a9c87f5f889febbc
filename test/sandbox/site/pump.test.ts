import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startPump } from '../../../sandbox/pump';

describe('the pump of a live site', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('delivers soon after something is due, and never twice at the same time', async () => {
    let due = false;
    const endings: (() => void)[] = [];
    const stop = startPump(
      () => due,
      () => new Promise<void>((resolve) => endings.push(resolve)),
    );
    await jest.advanceTimersByTimeAsync(1000);
    expect(endings).toHaveLength(0);
    due = true;
    await jest.advanceTimersByTimeAsync(1000);
    expect(endings).toHaveLength(1);
    endings[0]?.();
    await jest.advanceTimersByTimeAsync(250);
    expect(endings).toHaveLength(2);
    endings[1]?.();
    await stop();
    await jest.advanceTimersByTimeAsync(1000);
    expect(endings).toHaveLength(2);
  });
});
