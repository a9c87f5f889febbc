import type { LedgerCheckView } from '../../contracts/api/admin-api';
import type { LedgerCheck } from '../../domain/ledger/verify-ledger';

const WHY = {
  altered: 'is not as it was written',
  missing: 'is missing',
  'out-of-order': 'is out of order',
  'head-differs': 'does not match the head of the ledger',
} as const;

/** The result of a check of the ledger, in words for an administrator. */
export function ledgerCheckViewOf(check: LedgerCheck): LedgerCheckView {
  if (!check.intact) {
    const text = `Entry ${String(check.brokenAt)} ${WHY[check.why]}. The entries before it are unbroken; do not rely on what comes after.`;
    return { intact: false, entries: check.brokenAt - 1, head: '', brokenAt: check.brokenAt, text };
  }
  const { entries, head } = check;
  const text =
    entries === 0
      ? 'The ledger has no entry yet.'
      : `${entries === 1 ? '1 entry' : `${String(entries)} entries`}, unbroken.`;
  return { intact: true, entries, head: head.hash, brokenAt: null, text };
}
