import type { Notice } from '../../domain/calendar/business-time';
import type { ClockDuration } from '../../domain/obligation/policy-clock';
import { countOf } from './lists';

/** "24 hours", "2 business days", "1 month". */
export function durationText(duration: Notice | ClockDuration): string {
  if ('hours' in duration) return countOf(duration.hours, 'hour');
  if ('businessDays' in duration) return countOf(duration.businessDays, 'business day');
  if ('businessHours' in duration) return countOf(duration.businessHours, 'business hour');
  return 'days' in duration ? countOf(duration.days, 'day') : countOf(duration.months, 'month');
}
