/** Instants as Jira Cloud writes them. Inside the sandbox an instant is a number of milliseconds since the epoch. */

/** `2026-03-02T09:00:00.000+0000`, always in UTC. */
export function jiraTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `02/Mar/26`: how the changelog spells a day, with Jira's default look and feel. */
export function changelogDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${MONTHS[Number(month) - 1] ?? month}/${year.slice(2)}`;
}

/** `02/Mar/26 9:00 AM`, in UTC. */
export function changelogInstant(milliseconds: number): string {
  const date = new Date(milliseconds);
  const hour = date.getUTCHours();
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${changelogDay(date.toISOString().slice(0, 10))} ${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Milliseconds of an ISO 8601 instant with seconds and an offset (`+0100`, `+01:00` or `Z`), else undefined. */
export function parseInstant(text: string): number | undefined {
  if (!INSTANT.test(text)) return undefined;
  const milliseconds = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(milliseconds) || !isDay(text.slice(0, 10)) ? undefined : milliseconds;
}

/** True for a day of the calendar written `2026-03-02`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
