import { describe, expect, it } from '@jest/globals';
import { createClock } from '../../../sandbox/clock';

describe('the clock of a site', () => {
  it('stands still until it is set or advanced', () => {
    const clock = createClock({ now: '2026-03-02T09:00:00Z' });
    expect(new Date(clock.now()).toISOString()).toBe('2026-03-02T09:00:00.000Z');
    clock.advance(90_000);
    expect(new Date(clock.now()).toISOString()).toBe('2026-03-02T09:01:30.000Z');
    clock.set('2026-03-03T00:00:00+01:00');
    expect(new Date(clock.now()).toISOString()).toBe('2026-03-02T23:00:00.000Z');
  });

  it('refuses to go back', () => {
    const clock = createClock({ now: '2026-03-02T09:00:00Z' });
    expect(() => clock.set('2026-03-02T08:59:59Z')).toThrow('The clock of a site does not go back.');
    expect(() => clock.advance(-1)).toThrow('The clock of a site does not go back.');
    expect(clock.now()).toBe(Date.parse('2026-03-02T09:00:00Z'));
  });

  it('refuses what is no instant', () => {
    expect(() => createClock({ now: 'tomorrow' })).toThrow('Not an instant: tomorrow');
  });

  it('comes back to where it stood', () => {
    const clock = createClock({ now: '2026-03-02T09:00:00Z' });
    clock.advance(1000);
    const other = createClock({ now: '2026-03-02T09:00:00Z' });
    other.restore(clock.snapshot());
    expect(other.now()).toBe(Date.parse('2026-03-02T09:00:01Z'));
  });

  it('runs on from where it was set when it is live', () => {
    const clock = createClock({ live: true });
    const ahead = clock.now() + 3_600_000;
    clock.advance(3_600_000);
    expect(clock.now()).toBeGreaterThanOrEqual(ahead);
    expect(clock.now()).toBeLessThan(ahead + 60_000);
  });
});
