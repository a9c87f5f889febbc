import type { AccountId } from '../domain/change/identity';
import type { LedgerEntry } from '../domain/ledger/ledger-entry';
import type { Policy } from '../domain/policy/policy';
import type { Ports } from '../ports/ports';
import { ifVisible } from './if-visible';
import { readablePolicy } from './readable-policy';

const PAGE = 20;

/** Some of what the ledger says of a change, newest first. */
export interface HistoryView {
  readonly entries: readonly LedgerEntry[];
  /** Where the next page begins; null at the end. */
  readonly before: number | null;
  /** For the words of roles; none where no policy is in force. */
  readonly policy: Pick<Policy, 'roles'>;
}

/**
 * What the ledger says of a change, page by page, for somebody who may see the issue. Nothing for an issue that is no
 * change request: nothing was ever put on record about it.
 * @throws Failure `not-found` when the person may not see the issue.
 */
export async function viewHistory(
  ports: Pick<Ports, 'changes' | 'archive' | 'people' | 'ledger'>,
  key: string,
  before: number | null,
): Promise<HistoryView> {
  const [reading, inForce] = await ifVisible(ports, key, () =>
    Promise.all([ports.changes.read(key), readablePolicy(ports)]),
  );
  const found = await ports.ledger.ofChange(reading.facts.change.id, before, PAGE);
  return { ...found, policy: inForce?.policy ?? { roles: [] } };
}

/** Everybody whom these entries name. */
export function peopleInHistory(entries: readonly LedgerEntry[]): readonly AccountId[] {
  return [...new Set(entries.map(({ by }) => by))].filter((by) => by !== 'app');
}
