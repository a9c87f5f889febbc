import { STAGE_TITLES } from '../../contracts/field-titles';
import { CLOSED_STAGES } from '../../domain/change/lifecycle';
import type { StoredRecord } from '../../domain/record/change-record';
import type { PageContent } from '../../ports/change-log-pages';
import { heading, infoPanel, paragraph, words, type AdfNode } from './adf-nodes';
import { recordTable } from './record-table';
import { renderRecord } from './render-record';

type MonthContent = Extract<PageContent, { kind: 'month' }>;

/** The app's part of a page of the log: what it holds in figures, one row for each change, then each record in full. */
export function renderMonthPage({ records, head }: MonthContent): readonly AdfNode[] {
  return [
    infoPanel(
      ...figures(records).map((sentence) => paragraph(words(sentence))),
      paragraph(
        words(ledgerLine(records)),
        words(` Head of the ledger: entry ${String(head.seq)}, `),
        words(head.hash, 'code'),
      ),
    ),
    recordTable(records),
    heading(2, 'Full records'),
    ...records.map(renderRecord),
  ];
}

function figures(records: readonly StoredRecord[]): readonly string[] {
  const all = records.map(({ record }) => record);
  const closed = all.filter(({ stage }) => stage === 'closed');
  const stages = CLOSED_STAGES.map(
    (stage) => [STAGE_TITLES[stage], all.filter((each) => each.stage === stage).length] as const,
  );
  const emergencies = all.filter(({ emergency }) => emergency === true).length;
  const outcomes = tally(closed.map(({ fields }) => fields.outcome).filter((value) => typeof value === 'string'));
  const without = closed.filter(({ fields }) => typeof fields.outcome !== 'string').length;
  return [
    `${String(all.length)} ${all.length === 1 ? 'change' : 'changes'}: ${counted(stages)}.`,
    `By type: ${counted(tally(all.map(({ fields }) => (typeof fields.changeType === 'string' ? fields.changeType : 'without a type'))))}. Emergencies: ${String(emergencies)}.`,
    `Outcome of closed changes: ${counted([...outcomes, ['without an outcome', without]])}.`,
  ];
}

function ledgerLine(records: readonly StoredRecord[]): string {
  const seqs = records.map(({ seq }) => seq);
  return seqs.length === 0
    ? 'No ledger entries on this page.'
    : `Ledger entries on this page: ${String(Math.min(...seqs))} to ${String(Math.max(...seqs))}.`;
}

function tally(values: readonly string[]): readonly (readonly [string, number])[] {
  return [...new Set(values)].sort().map((value) => [value, values.filter((other) => other === value).length] as const);
}

function counted(counts: readonly (readonly [string, number])[]): string {
  return counts.map(([what, count]) => `${what} ${String(count)}`).join(', ');
}
