import { macroApi, type LogRowView, type RecordListView } from '../../contracts/api/macro-api';
import { callerContext } from '../../contracts/caller-context';
import type { ChangeField } from '../../domain/change/change-field';
import type { ChangeRecord, StoredRecord } from '../../domain/record/change-record';
import { listRecords } from '../../usecases/list-records';
import { readablePolicy } from '../../usecases/readable-policy';
import { resolverCall } from '../invocation';
import { resolverOf } from '../resolvers/named-functions';

/** The calls of the change-log macro: the records of changes that the reader may browse. */
export const macroResolver = resolverOf({
  listRecords: resolverCall(
    callerContext,
    macroApi.listRecords.request,
    async (ports, _caller, { filter, cursor }): Promise<RecordListView> => {
      const [list, inForce] = await Promise.all([listRecords(ports, filter, cursor), readablePolicy(ports)]);
      const rows = list.records.map(rowOf);
      const ids = [...new Set(rows.flatMap(({ requesters, approvers }) => [...requesters, ...approvers]))];
      return {
        rows,
        cursor: list.cursor,
        types: (inForce?.policy.changeTypes ?? []).map(({ id }) => id),
        names: { ...(await ports.people.namesOf(ids)) },
      };
    },
  ),
});

/** A record as one row of the list. */
export function rowOf({ seq, hash, record }: StoredRecord): LogRowView {
  const votes = 'unknown' in record.votes ? [] : record.votes;
  const stood = votes.filter(({ vote, weight }) => weight === 'stands' && vote.decision === 'approve');
  return {
    key: record.change.key,
    summary: textOf(record, 'summary'),
    type: textOf(record, 'changeType'),
    risk: textOf(record, 'riskLevel'),
    stage: record.stage,
    outcome: textOf(record, 'outcome'),
    requesters: 'unknown' in record.requesters ? [] : [...record.requesters],
    approvers: [...new Set(stood.map(({ vote }) => vote.by))],
    implementedFrom: record.implementedFrom,
    implementedUntil: record.implementedUntil,
    closedAt: record.closedAt,
    seq,
    hash,
  };
}

function textOf(record: ChangeRecord, field: ChangeField): string | null {
  const value = record.fields[field];
  return typeof value === 'string' ? value : null;
}
