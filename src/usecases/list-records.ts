import type { ClosedStage } from '../domain/change/lifecycle';
import type { ChangeRecord, StoredRecord } from '../domain/record/change-record';
import type { Ports } from '../ports/ports';

export interface RecordFilter {
  /** Words in the texts of the change as Jira has it, or its key; empty for all. */
  readonly text: string;
  readonly type: string | null;
  readonly stage: ClosedStage | null;
}

const PAGE = 25;

/**
 * One page of the change log for the person who reads it: Jira says which closed changes they may browse, the archive
 * says what is on record of them. A change that is on record but hidden from the reader is not listed, nor counted.
 */
export async function listRecords(
  ports: Pick<Ports, 'changes' | 'archive'>,
  filter: RecordFilter,
  cursor: string | null,
): Promise<{ readonly records: readonly StoredRecord[]; readonly cursor: string | null }> {
  const found = await ports.changes.searchClosed({ text: filter.text, cursor, limit: PAGE });
  const seqs = await ports.archive.latestRecordsOf(found.changes.map(({ id }) => id));
  const stored = await ports.archive.records(seqs);
  const wanted = stored.filter(({ record }) => matches(record, filter));
  return { records: wanted, cursor: found.cursor };
}

function matches(record: ChangeRecord, filter: RecordFilter): boolean {
  if (filter.stage !== null && record.stage !== filter.stage) return false;
  return filter.type === null || record.fields.changeType === filter.type;
}
