import type { FreezeWindow, MaintenanceWindow } from '../../src/domain/calendar/calendar-window';

/** The freeze at the end of the quarter: 30 March to 2 April 2026, hard, for everything, without exemption. */
export function freeze(overrides: Partial<FreezeWindow> = {}): FreezeWindow {
  return {
    id: 'quarter-end',
    title: 'Quarter end',
    kind: 'freeze',
    strength: 'hard',
    interval: { from: '2026-03-30T00:00:00.000Z', until: '2026-04-02T00:00:00.000Z' },
    ...overrides,
  };
}

/** Tuesday night, 3 March 2026, 20:00 to 23:00 UTC, for everything. */
export function maintenance(overrides: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  return {
    id: 'tuesday',
    title: 'Tuesday night',
    kind: 'maintenance',
    interval: { from: '2026-03-03T20:00:00.000Z', until: '2026-03-03T23:00:00.000Z' },
    ...overrides,
  };
}
