import {
  maintenanceCovering,
  nextMaintenance,
  type CalendarSubject,
  type CalendarWindow,
} from '../../calendar/calendar-window';
import type { Interval } from '../../calendar/interval';
import type { Instant } from '../../instant';
import type { Remedy } from '../../reason';
import { bindingWindows, calendarSubjectOf } from '../binding-windows';
import { notKnown } from '../not-known';
import { findOpenPlan } from '../open-plan';
import { plannedInterval } from '../planned-interval';
import type { RuleKind } from '../rule';

/** The planned time lies in maintenance windows. */
export const inMaintenanceWindow: RuleKind<'in-maintenance-window'> = {
  kind: 'in-maintenance-window',
  evaluate: (_rule, context) => {
    const { facts, instant } = context;
    const planned = plannedInterval(facts);
    if (planned === undefined) return findOpenPlan(facts);
    const windows = bindingWindows(context);
    if (windows.state === 'unknown') return [notKnown({ code: 'calendar-unknown', cause: windows.cause })];
    const subject = calendarSubjectOf(facts);
    const covering = maintenanceCovering(windows.value, planned, subject);
    if (covering !== undefined) {
      return [{ met: 'yes', reason: { code: 'in-maintenance-window', window: covering.title } }];
    }
    const after = planned.from > instant ? planned.from : instant;
    const remedy = nextWindow(windows.value, planned, after, subject);
    return [{ met: 'no', reason: { code: 'outside-maintenance-windows' }, remedy }];
  },
  needs: () => ({ windows: true }),
};

/** The next window that is long enough for what is planned. */
function nextWindow(
  windows: readonly CalendarWindow[],
  planned: Interval,
  after: Instant,
  subject: CalendarSubject,
): Remedy {
  const longEnough = windows.filter(({ interval }) => lengthOf(interval) >= lengthOf(planned));
  const next = nextMaintenance(longEnough, after, subject);
  if (next === undefined) return { do: 'plan-elsewhere' };
  return { do: 'plan-in-window', window: next.title, ...next.interval };
}

function lengthOf({ from, until }: Interval): number {
  return Date.parse(until) - Date.parse(from);
}
