import { monthOf } from '../domain/instant';
import type { LogRow } from '../domain/record/change-log';
import type { Ports } from '../ports/ports';

export interface FoundRow {
  readonly row: LogRow;
  readonly pageId: string | null;
  readonly published: boolean;
}

/** The latest row of a change in the change log, with the page on which it stands; undefined while it has none. */
export async function findRow(ports: Pick<Ports, 'archive'>, changeId: string): Promise<FoundRow | undefined> {
  const [seq] = await ports.archive.latestRecordsOf([changeId]);
  if (seq === undefined) return undefined;
  const stored = await ports.archive.record(seq);
  if (stored === undefined) return undefined;
  const log = await ports.archive.logMonth(monthOf(stored.record.closedAt));
  for (const part of log.parts) {
    const row = part.rows.find((candidate) => candidate.seq === seq);
    if (row !== undefined) return { row, pageId: part.pageId, published: part.published };
  }
  return undefined;
}
