import { EMPTY_LEDGER } from '../domain/ledger/ledger-chain';
import type { LedgerEntry, LedgerHead } from '../domain/ledger/ledger-entry';
import { verifyLedger, type LedgerCheck } from '../domain/ledger/verify-ledger';
import type { Ports } from '../ports/ports';

const PAGE = 100;

/** Reads the whole ledger and says whether it is as it was written, entry by entry, up to its head. */
export async function checkLedger(ports: Pick<Ports, 'ledger'>): Promise<LedgerCheck> {
  const expected = await ports.ledger.head();
  let head: LedgerHead = EMPTY_LEDGER;
  while (head.seq < expected.seq) {
    const entries: readonly LedgerEntry[] = await ports.ledger.read(
      head.seq + 1,
      Math.min(PAGE, expected.seq - head.seq),
    );
    const check = verifyLedger(entries, head);
    if (!check.intact) return check;
    if (entries.length === 0) return { intact: false, brokenAt: head.seq + 1, why: 'missing' };
    head = check.head;
  }
  const check = verifyLedger([], head, expected);
  return check.intact ? { ...check, entries: expected.seq } : check;
}
