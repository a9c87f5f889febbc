import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { ledgerCheck, type LedgerCheckView } from '../../src/contracts/api/admin-api';
import { resultOf } from '../../src/contracts/api/result';

/** The check of the ledger, as the admin page asks for it. */
export async function checkedLedger(site: Site): Promise<LedgerCheckView> {
  const result = resultOf(ledgerCheck).parse(await visit(site, PEOPLE.jonas).call('change-admin', 'checkLedger', {}));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
