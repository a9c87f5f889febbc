import type { HistoryView } from '../../contracts/api/panel-api';
import { ledgerEventComment, ledgerEventText } from '../../contracts/ledger-event-text';
import type { AccountId } from '../../domain/change/identity';
import { peopleInHistory, type HistoryView as History } from '../../usecases/view-history';

/** A page of what the ledger says of a change, in words. */
export async function historyViewOf(
  { entries, before, policy }: History,
  namesOf: (ids: readonly AccountId[]) => Promise<Readonly<Record<AccountId, string>>>,
): Promise<HistoryView> {
  return {
    entries: entries.map(({ seq, at, by, event }) => ({
      seq,
      at,
      by: by === 'app' ? null : by,
      text: ledgerEventText(event, policy),
      comment: ledgerEventComment(event),
    })),
    before,
    names: { ...(await namesOf(peopleInHistory(entries))) },
  };
}
