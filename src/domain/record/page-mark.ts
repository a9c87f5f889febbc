import { digestOf } from '../canonical';
import type { LogRow } from './change-log';

/**
 * Names a log and one content of one of its pages: `<16 hex>.<64 hex>`. Stands on the page, so that the app knows its own
 * pages again and sees whether they show what they should.
 */
export type PageMark = string;

/** @param logId Hash of the first entry of the ledger: no other log has it. */
export function rootMark(logId: string): PageMark {
  return mark(logId, { page: 'root' });
}

export function monthMark(logId: string, month: string, part: number, rows: readonly LogRow[]): PageMark {
  return mark(logId, { month, part, rows: rows.map(({ seq, hash }) => ({ seq, hash })) });
}

/** Whether a page with this mark belongs to the log. */
export function isOfLog(pageMark: PageMark | null, logId: string): boolean {
  return pageMark?.startsWith(`${logId.slice(0, 16)}.`) ?? false;
}

function mark(logId: string, content: unknown): PageMark {
  return `${logId.slice(0, 16)}.${digestOf(content)}`;
}
