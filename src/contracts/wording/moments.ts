import type { Instant } from '../../domain/instant';
import type { CivilDate } from '../../domain/policy/policy';

const WEEKDAYS: readonly string[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as people read it: `Tue 6 Jan 2026 20:00 UTC`. What is no instant stays as it is. */
export function momentText(instant: Instant): string {
  const day = dayText(instant);
  return day === instant ? instant : `${day} ${timeOf(instant)} UTC`;
}

/** From one moment to another: `Tue 6 Jan 2026 20:00 – 22:00 UTC`, `Fri 2 Jan 2026 22:00 – Sun 4 Jan 2026 06:00 UTC`. */
export function stretchText(from: Instant, until: Instant): string {
  const [first, last] = [dayText(from), dayText(until)];
  if (first === from || last === until) return `${from} – ${until}`;
  return `${first} ${timeOf(from)} – ${first === last ? '' : `${last} `}${timeOf(until)} UTC`;
}

/** The day of a date, or of an instant in UTC: `Tue 6 Jan 2026`. */
export function dayText(date: CivilDate): string {
  const day = new Date(date);
  if (Number.isNaN(day.getTime())) return date;
  const month = MONTHS[day.getUTCMonth()] ?? '';
  return `${WEEKDAYS[day.getUTCDay()] ?? ''} ${String(day.getUTCDate())} ${month} ${String(day.getUTCFullYear())}`;
}

function timeOf(instant: Instant): string {
  return new Date(instant).toISOString().slice('2026-01-06T'.length, '2026-01-06T20:00'.length);
}
