import { freezesTouching, maintenanceCovering, type CalendarWindow } from '../calendar/calendar-window';
import { overlaps, type Interval } from '../calendar/interval';
import { changesOverlapping, type PlannedChange } from '../calendar/overlapping-changes';
import { valuesOf, type ChangeFacts, type UnknownCause } from '../change/change-facts';
import { bindingWindows, calendarSubjectOf } from './binding-windows';
import { plannedInterval } from './planned-interval';
import type { Policy } from './policy';

/** A window that the planned time touches. @property binds Whether it is about this change at all. */
export interface TouchedWindow {
  readonly window: CalendarWindow;
  readonly binds: boolean;
}

/** What is known of the time for which a change is planned. */
export interface TimeAround {
  /** Undefined while one end of it is open or not known. */
  readonly planned: Interval | undefined;
  /** In order of time; empty while no time is planned. */
  readonly windows: readonly TouchedWindow[];
  /** Why the windows are not known; absent where they are. */
  readonly windowsUnknown?: UnknownCause;
  /** Other changes on the same services; undefined where nobody looked them up, or while that failed. */
  readonly conflicts: readonly PlannedChange[] | undefined;
}

/** The windows that the planned time of a change touches and the changes that it meets, as far as they were looked up. */
export function timeAround(policy: Policy, facts: ChangeFacts): TimeAround {
  const planned = plannedInterval(facts);
  const found = bindingWindows({ policy, facts });
  const windows = found.state === 'known' ? found.value : [];
  return {
    planned,
    windows: planned === undefined ? [] : touched(windows, planned, facts),
    ...(found.state === 'unknown' && { windowsUnknown: found.cause }),
    conflicts: conflictsOf(planned, facts),
  };
}

function touched(windows: readonly CalendarWindow[], planned: Interval, facts: ChangeFacts): readonly TouchedWindow[] {
  const subject = calendarSubjectOf(facts);
  const freezes: readonly CalendarWindow[] = freezesTouching(windows, planned, subject);
  return windows
    .filter(({ interval }) => overlaps(interval, planned))
    .map((window) => ({
      window,
      binds:
        window.kind === 'freeze'
          ? freezes.includes(window)
          : maintenanceCovering([window], window.interval, subject) !== undefined,
    }))
    .sort((one, other) => (one.window.interval.from < other.window.interval.from ? -1 : 1));
}

function conflictsOf(planned: Interval | undefined, facts: ChangeFacts): TimeAround['conflicts'] {
  const { plannedChanges } = facts;
  if (plannedChanges?.state !== 'known' || planned === undefined) return undefined;
  const services = facts.fields['services'];
  if (services?.state !== 'known') return undefined;
  return changesOverlapping({ services: valuesOf(services.value), planned }, plannedChanges.value);
}
