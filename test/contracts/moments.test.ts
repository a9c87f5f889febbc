import { describe, expect, it } from '@jest/globals';
import { dayText, momentText, stretchText } from '../../src/contracts/wording/moments';

describe('times in texts', () => {
  it('are in UTC, and say so', () => {
    expect(momentText('2026-01-06T20:00:00.000Z')).toBe('Tue 6 Jan 2026 20:00 UTC');
    expect(momentText('2026-12-31T23:59:59.999Z')).toBe('Thu 31 Dec 2026 23:59 UTC');
  });

  it('name the day once where a stretch of time is on one day', () => {
    expect(stretchText('2026-01-06T20:00:00.000Z', '2026-01-06T22:30:00.000Z')).toBe(
      'Tue 6 Jan 2026 20:00 – 22:30 UTC',
    );
    expect(stretchText('2026-01-03T22:00:00.000Z', '2026-01-04T02:00:00.000Z')).toBe(
      'Sat 3 Jan 2026 22:00 – Sun 4 Jan 2026 02:00 UTC',
    );
  });

  it('know the day of a date', () => {
    expect(dayText('2026-02-28')).toBe('Sat 28 Feb 2026');
  });

  it('leave alone what is no time', () => {
    expect([momentText('soon'), dayText('soon'), stretchText('soon', 'later')]).toEqual([
      'soon',
      'soon',
      'soon – later',
    ]);
  });
});
