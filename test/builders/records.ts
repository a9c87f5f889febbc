import type { ChangeFacts } from '../../src/domain/change/change-facts';
import type { LogRow } from '../../src/domain/record/change-log';
import { drawUpRecord, type ChangeRecord } from '../../src/domain/record/change-record';
import { changeFacts } from './change-facts';
import { historyThrough, WHOLE_WAY } from './histories';

/** The record of a change that went the whole way, as the domain draws it up. */
export function recordOf(facts: ChangeFacts = changeFacts(), overrides: Partial<ChangeRecord> = {}): ChangeRecord {
  const closing = { stage: 'closed', at: '2026-03-02T14:00:00.000Z', by: 'account-implementer' } as const;
  const drawn = drawUpRecord({ facts, history: historyThrough(WHOLE_WAY), closing, policy: null, evaluation: null });
  return { ...drawn, ...overrides };
}

/** A row of the log, numbered `seq`, for the change of the same number unless the test says otherwise. */
export function rowOf(seq: number, overrides: Partial<LogRow> = {}): LogRow {
  const number = String(seq);
  const hash = number.padStart(64, '0');
  return { changeId: `1000${number}`, key: `CHG-${number}`, seq, hash, bytes: 1000, ...overrides };
}
