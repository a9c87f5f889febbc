import { later, type Instant } from '../instant';
import { coveredBy, overlaps, type Interval } from './interval';
import { shareName } from './shared-name';

/** What a window is about. A list that is absent or empty names everything; names compare without regard to case. */
export interface WindowScope {
  readonly types?: readonly string[];
  readonly categories?: readonly string[];
  readonly services?: readonly string[];
  readonly environments?: readonly string[];
}

interface WindowBase {
  readonly id: string;
  readonly title: string;
  readonly interval: Interval;
  readonly scope?: WindowScope;
}

/** A time in which nothing is changed (blackout). */
export interface FreezeWindow extends WindowBase {
  readonly kind: 'freeze';
  /** Whether it stops a change, or asks for a reason that goes on record. */
  readonly strength: 'hard' | 'soft';
  /** Types of change that the freeze does not bind. */
  readonly exemptTypes?: readonly string[];
  /** The role that may grant an exemption. */
  readonly exemptionBy?: string;
}

/** A time that is set aside for changes. */
export interface MaintenanceWindow extends WindowBase {
  readonly kind: 'maintenance';
}

/** One window of the calendar, as data: one that recurs is given once for every time it occurs. */
export type CalendarWindow = FreezeWindow | MaintenanceWindow;

/** What the calendar needs to know of a change; null, or no service, where it is empty or not known. */
export interface CalendarSubject {
  readonly type: string | null;
  readonly category: string | null;
  readonly services: readonly string[];
  readonly environment: string | null;
}

/**
 * The freezes that the change would break if it were carried out as planned, in the order given. A change with several
 * services is touched when the freeze names one of them. Where the change does not say what a freeze is about, the freeze
 * touches it: not known is not free.
 */
export function freezesTouching(
  windows: readonly CalendarWindow[],
  planned: Interval,
  subject: CalendarSubject,
): readonly FreezeWindow[] {
  return windows.filter(
    (window): window is FreezeWindow =>
      window.kind === 'freeze' && overlaps(window.interval, planned) && binds(window, subject),
  );
}

/**
 * The first instant, from the planned start on, at which a change that takes as long would break none of these freezes;
 * undefined when the planned time breaks none as it is. Says nothing of freezes that are not among the windows given.
 */
export function endOfFreeze(
  windows: readonly CalendarWindow[],
  planned: Interval,
  subject: CalendarSubject,
): Instant | undefined {
  const duration = Date.parse(planned.until) - Date.parse(planned.from);
  let start: Instant | undefined;
  let attempt = planned;
  for (;;) {
    const [broken] = freezesTouching(windows, attempt, subject);
    if (broken === undefined) return start;
    // Any start before it ends would break it again.
    start = broken.interval.until;
    attempt = { from: start, until: later(start, duration) };
  }
}

/**
 * The maintenance window in which the planned time begins, when the whole of it lies in maintenance windows (several may
 * follow on one another); of several, the one that lasts longest. A window that names services is for a change only when it
 * names all of them, and for no change that does not say: not known is not allowed.
 */
export function maintenanceCovering(
  windows: readonly CalendarWindow[],
  planned: Interval,
  subject: CalendarSubject,
): MaintenanceWindow | undefined {
  const open = windows.filter((window) => isMaintenanceFor(window, subject));
  const intervals = open.map(({ interval }) => interval);
  if (!coveredBy(planned, intervals)) return undefined;
  return open
    .filter(({ interval }) => interval.from <= planned.from)
    .reduce<MaintenanceWindow | undefined>(
      (longest, window) =>
        longest !== undefined && longest.interval.until >= window.interval.until ? longest : window,
      undefined,
    );
}

/** The first maintenance window for this change that begins at that instant or after it. */
export function nextMaintenance(
  windows: readonly CalendarWindow[],
  after: Instant,
  subject: CalendarSubject,
): MaintenanceWindow | undefined {
  return windows
    .filter((window) => isMaintenanceFor(window, subject))
    .filter(({ interval }) => interval.from >= after)
    .reduce<MaintenanceWindow | undefined>(
      (first, window) => (first !== undefined && first.interval.from <= window.interval.from ? first : window),
      undefined,
    );
}

/** What a scope names, each beside what the change says of it. */
function namedAndSaid(
  { scope }: CalendarWindow,
  subject: CalendarSubject,
): (readonly [readonly string[], readonly string[]])[] {
  const pairs = [
    [scope?.types, said(subject.type)],
    [scope?.categories, said(subject.category)],
    [scope?.services, subject.services],
    [scope?.environments, said(subject.environment)],
  ] as const;
  return pairs.flatMap(([named, values]) =>
    named === undefined || named.length === 0 ? [] : [[named, values] as const],
  );
}

function said(value: string | null): readonly string[] {
  return value === null || value === '' ? [] : [value];
}

function binds(freeze: FreezeWindow, subject: CalendarSubject): boolean {
  if (shareName(freeze.exemptTypes ?? [], said(subject.type))) return false;
  return namedAndSaid(freeze, subject).every(([named, values]) => values.length === 0 || shareName(named, values));
}

function isMaintenanceFor(window: CalendarWindow, subject: CalendarSubject): window is MaintenanceWindow {
  if (window.kind !== 'maintenance') return false;
  return namedAndSaid(window, subject).every(
    ([named, values]) => values.length > 0 && values.every((value) => shareName(named, [value])),
  );
}
