import type { CalendarWindow } from '../../domain/calendar/calendar-window';
import { broken, missing, missingOf, type BrokenReference, type Path } from './broken-reference';
import type { KnownInPolicy } from './known-in-policy';

/** What a window refers to that is not there. */
export function inWindow(window: CalendarWindow, known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  const { scope } = window;
  return [
    ...missingOf(scope?.types, known.types, [...path, 'scope', 'types']),
    ...missingOf(scope?.categories, known.categories, [...path, 'scope', 'categories']),
    ...(window.kind === 'freeze' ? missingOf(window.exemptTypes, known.types, [...path, 'exemptTypes']) : []),
    ...(window.kind === 'freeze' ? missing(window.exemptionBy, known.roles, [...path, 'exemptionBy']) : []),
  ];
}

/** Business time that cannot be counted, because the policy does not say when the organisation works. */
export function inBusinessTime(time: object | undefined, known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  if (time === undefined || known.businessHours) return [];
  const unit = ['businessDays', 'businessHours'].find((key) => key in time);
  if (unit === undefined) return [];
  const hint = 'Add calendar.businessHours.';
  return [
    broken([...path, unit], 'This cannot be counted: the policy does not say when the organisation works.', hint),
  ];
}
