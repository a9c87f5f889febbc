import { STAGE_TITLES } from '../../contracts/field-titles';
import type { StoredRecord } from '../../domain/record/change-record';
import { issueLink, table, words, type AdfNode } from './adf-nodes';
import { approversOf, from, people, valueInLine } from './recorded-value';

const COLUMNS = [
  'Key',
  'Change',
  'Type',
  'Risk',
  'Requested by',
  'Approved by',
  'Implemented',
  'Outcome',
  'Ledger no.',
] as const;

/** One row for each record, in the order given. */
export function recordTable(records: readonly StoredRecord[]): AdfNode {
  return table(COLUMNS, records.map(row));
}

function row({ seq, record }: StoredRecord): readonly (readonly AdfNode[])[] {
  const { change, fields, stage } = record;
  return [
    issueLink(change.key),
    valueInLine('summary', fields['summary']),
    valueInLine('changeType', fields['changeType']),
    valueInLine('riskLevel', fields['riskLevel']),
    people(record.requesters),
    people(approversOf(record.votes)),
    from(record.implementedFrom, record.implementedUntil),
    stage === 'closed' ? valueInLine('outcome', fields['outcome']) : words(STAGE_TITLES[stage]),
    words(String(seq)),
  ];
}
