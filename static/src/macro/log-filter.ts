import { type ListRecordsRequest } from '../../../src/contracts/api/macro-api';

export type LogFilter = ListRecordsRequest['filter'];

export const NO_FILTER: LogFilter = { text: '', type: null, stage: null };

/** Whether anything is left out. */
export function isFiltering({ text, type, stage }: LogFilter): boolean {
  return text.trim() !== '' || type !== null || stage !== null;
}
