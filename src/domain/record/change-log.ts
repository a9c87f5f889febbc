/** One line of the change log: which record stands for a change on a page. */
export interface LogRow {
  readonly changeId: string;
  readonly key: string;
  /** The ledger entry of the closing; also where the record is stored. */
  readonly seq: number;
  /** Hash of that entry. */
  readonly hash: string;
  /** What the record takes up on a page. */
  readonly bytes: number;
}

/** Why a page cannot be written at the moment; an admin is told, and nothing is made up in its place. */
export interface PageProblem {
  readonly code: 'no-space' | 'page-missing' | 'root-missing' | 'title-taken' | 'not-permitted' | 'failed';
  readonly since: string;
  /** For `failed`: what went wrong, as a sentence for the admin. */
  readonly detail?: string;
}

/** One Confluence page of the change log. A month has one, and more when they would grow too large. */
export interface LogPart {
  readonly pageId: string | null;
  readonly rows: readonly LogRow[];
  /** Whether the page shows exactly these rows. */
  readonly published: boolean;
  readonly problem: PageProblem | null;
}

/** Which records stand on which page of a month, with a revision for optimistic writing. */
export interface LogMonth {
  /** `2026-03` */
  readonly month: string;
  readonly revision: number;
  readonly parts: readonly LogPart[];
}

export function emptyMonth(month: string): LogMonth {
  return { month, revision: 0, parts: [] };
}

/**
 * The most that the records of a page take up, unless one alone takes up more: a page stays well below the size at which
 * Confluence gets slow to open and save.
 */
export const PAGE_BYTES = 150_000;

/**
 * Puts a row in its place: over the row that the change already has in this month, else at the end of the last page
 * that has room, else on a new one. A change never has two rows in one month.
 * @returns the month with the row, and the index of the page on which it stands.
 */
export function placeRow(month: LogMonth, row: LogRow): { readonly month: LogMonth; readonly part: number } {
  const standing = month.parts.findIndex(({ rows }) => rows.some(({ changeId }) => changeId === row.changeId));
  const index = standing >= 0 ? standing : roomFor(row, month.parts);
  const part = month.parts[index] ?? { pageId: null, rows: [], published: false, problem: null };
  const others = part.rows.filter(({ changeId }) => changeId !== row.changeId);
  const rows = [...others, row].sort((a, b) => a.seq - b.seq);
  return { part: index, month: withPart(month, index, { ...part, rows, published: false }) };
}

/** The month with one of its pages replaced (or added at the end). */
export function withPart(month: LogMonth, index: number, part: LogPart): LogMonth {
  const parts = [...month.parts];
  parts[index] = part;
  return { ...month, parts };
}

function roomFor(row: LogRow, parts: readonly LogPart[]): number {
  const last = parts.at(-1);
  if (last === undefined) return 0;
  const used = last.rows.reduce((sum, { bytes }) => sum + bytes, 0);
  return used + row.bytes <= PAGE_BYTES ? parts.length - 1 : parts.length;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The title that a page of the log is created with, e.g. `Change log March 2026` or `Change log March 2026 (2)`. */
export function titleOf(month: string, part: number): string {
  const [year, number] = month.split('-');
  const name = `Change log ${MONTHS[Number(number) - 1] ?? month} ${year ?? ''}`.trim();
  return part === 0 ? name : `${name} (${String(part + 1)})`;
}

/** The page under which the pages of the months stand. Not the name of a likely space: its home page has that title. */
export const ROOT_TITLE = 'Change log by month';
