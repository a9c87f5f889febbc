import type { LedgerEvent } from './ledger-entry';

/** The id of the change that an event is about; undefined for one about none, or about one that does not exist. */
export function concernedChange(event: LedgerEvent): string | undefined {
  return 'change' in event ? event.change?.id : undefined;
}
