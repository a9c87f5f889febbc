import { describe, expect, it } from '@jest/globals';
import type { CalendarWindow } from '../../../../src/domain/calendar/calendar-window';
import { known } from '../../../../src/domain/change/change-facts';
import { inMaintenanceWindow } from '../../../../src/domain/policy/rules/in-maintenance-window';
import { unread, type FactsOverrides, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';
import { freeze, maintenance } from '../../../builders/windows';

const NOW = '2026-03-02T09:00:00.000Z';
const rule = { ...AT_AUTHORIZE, id: 'window', kind: 'in-maintenance-window' } as const;

function find(windows: readonly CalendarWindow[], facts: FactsOverrides = {}, instant = NOW) {
  return inMaintenanceWindow.evaluate(rule, ruleContext({ policy: { calendar: { windows } }, facts, instant }));
}

/** A change planned on 3 March 2026 between two times of day, in UTC. */
function planned(from: string, until: string, fields: FieldOverrides = {}): FactsOverrides {
  return { fields: { plannedStart: on(3, from), plannedEnd: on(3, until), ...fields } };
}

function on(day: number, time: string): string {
  return `2026-03-0${day}T${time}:00.000Z`;
}

const inside = (window: string) => ({ met: 'yes', reason: { code: 'in-maintenance-window', window } });

const outside = (remedy: object) => ({ met: 'no', reason: { code: 'outside-maintenance-windows' }, remedy });

const planIn = (window: string, from: string, until: string) => ({ do: 'plan-in-window', window, from, until });

/** Wednesday night is an hour long, Thursday night four. */
const wednesday = maintenance({
  ...{ id: 'wednesday', title: 'Wednesday night' },
  interval: { from: on(4, '20:00'), until: on(4, '21:00') },
});
const thursday = maintenance({
  ...{ id: 'thursday', title: 'Thursday night' },
  interval: { from: on(5, '20:00'), until: on(5, '23:59') },
});

describe('a change planned in a maintenance window', () => {
  it.each([
    ['from its beginning to its end', '20:00', '23:00'],
    ['in the middle of it', '20:30', '21:30'],
  ])('lies %s', (_where, from, until) => {
    expect(find([wednesday, maintenance()], planned(from, until))).toEqual([inside('Tuesday night')]);
  });

  it('may lie in windows that follow on one another', () => {
    const late = maintenance({ id: 'late', interval: { from: on(3, '23:00'), until: on(4, '02:00') } });
    const fields = { plannedStart: on(3, '22:00'), plannedEnd: on(4, '01:00') };
    expect(find([late, maintenance()], { fields })).toEqual([inside('Tuesday night')]);
  });

  it('may lie in a window of the calendar of the site', () => {
    expect(find([], { ...planned('20:00', '21:00'), windows: known([maintenance()]) })).toEqual([
      inside('Tuesday night'),
    ]);
  });

  it('has services that the window is for', () => {
    const windows = [maintenance({ scope: { services: ['Shop'] } })];
    expect(find(windows, planned('20:00', '21:00', { services: ['shop'] }))).toEqual([inside('Tuesday night')]);
    expect(find(windows, planned('20:00', '21:00', { services: ['Shop', 'Mail'] }))).toEqual([
      outside({ do: 'plan-elsewhere' }),
    ]);
  });
});

describe('a change planned outside the maintenance windows', () => {
  it.each([
    ['19:59', '21:00'],
    ['22:00', '23:01'],
    ['10:00', '11:00'],
  ])('is told so, from %s until %s', (from, until) => {
    expect(find([maintenance()], planned(from, until))).toMatchObject([outside({})]);
  });

  it('is shown the next window that is long enough, and begins when it is to begin or later', () => {
    expect(find([thursday, wednesday, maintenance()], planned('22:30', '23:30'))).toEqual([
      outside(planIn('Wednesday night', on(4, '20:00'), on(4, '21:00'))),
    ]);
    expect(find([thursday, wednesday, maintenance()], planned('22:30', '23:31'))).toEqual([
      outside(planIn('Thursday night', on(5, '20:00'), on(5, '23:59'))),
    ]);
    expect(
      find([thursday, wednesday], { fields: { plannedStart: on(4, '20:00'), plannedEnd: on(4, '21:01') } }),
    ).toEqual([outside(planIn('Thursday night', on(5, '20:00'), on(5, '23:59')))]);
  });

  it('is shown no window that has begun already', () => {
    const facts = planned('10:00', '11:00');
    expect(find([thursday, wednesday], facts, on(4, '20:00'))).toEqual([
      outside(planIn('Wednesday night', on(4, '20:00'), on(4, '21:00'))),
    ]);
    expect(find([thursday, wednesday], facts, on(4, '20:01'))).toEqual([
      outside(planIn('Thursday night', on(5, '20:00'), on(5, '23:59'))),
    ]);
  });

  it.each<[string, readonly CalendarWindow[]]>([
    ['there is no window', []],
    ['all of them are over', [maintenance({ interval: { from: on(1, '20:00'), until: on(1, '23:00') } })]],
    ['there are only freezes', [freeze()]],
  ])('has to be planned elsewhere where %s', (_why, windows) => {
    expect(find(windows, planned('10:00', '11:00'))).toEqual([outside({ do: 'plan-elsewhere' })]);
  });
});

describe('a maintenance window', () => {
  it('cannot be found for a change that is not planned', () => {
    expect(find([maintenance()], { fields: { plannedStart: null, plannedEnd: null } })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'plannedStart' },
        remedy: { do: 'fill-field', field: 'plannedStart' },
      },
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'plannedEnd' },
        remedy: { do: 'fill-field', field: 'plannedEnd' },
      },
    ]);
  });

  it('is not known while the calendar cannot be read', () => {
    const windows = unread('The calendar did not answer');
    expect(find([maintenance()], { ...planned('20:00', '21:00'), windows })).toEqual([
      {
        met: 'unknown',
        reason: { code: 'calendar-unknown', cause: windows.cause },
        remedy: { do: 'mend-lookup', cause: windows.cause },
      },
    ]);
  });

  it('is looked for in the calendar of the site', () => {
    expect(inMaintenanceWindow.needs?.(rule)).toEqual({ windows: true });
  });
});
