import { storedApprovalSheet } from '../../contracts/stored/approval-sheet';
import { storedChangeRecord } from '../../contracts/stored/change-record';
import { storedDeploySecrets } from '../../contracts/stored/deploy-secrets';
import { storedFieldMap } from '../../contracts/field-map';
import { storedGateTrail } from '../../contracts/stored/gate-trail';
import { storedGovernance } from '../../contracts/stored/governance';
import { storedLatestRecord } from '../../contracts/stored/latest-record';
import { storedLogMonth, storedMonthList } from '../../contracts/stored/log-month';
import { storedPolicyInForce } from '../../contracts/stored/policy-in-force';
import { storedSettings } from '../../contracts/stored/settings';
import { storedSetupProgress } from '../../contracts/stored/setup-progress';
import type { LogMonth } from '../../domain/record/change-log';
import type { LedgerWrite } from '../../ports/ledger';
import { documentSets, readDocument } from './documents';
import {
  approvalsKey,
  FIELD_MAP_KEY,
  gateTrailKey,
  GOVERNANCE_KEY,
  DEPLOY_SECRETS_KEY,
  latestRecordKey,
  MONTH_LIST_KEY,
  monthKey,
  POLICY_KEY,
  recordKey,
  SETTINGS_KEY,
  setupProgressKey,
} from './storage-keys';
import type { ConditionalSet } from './transaction';

/** What to set for a document that changes together with a ledger entry; each follows the revision before its own. */
export async function setsOf(write: LedgerWrite): Promise<readonly ConditionalSet[]> {
  switch (write.kind) {
    case 'approval-sheet':
      return documentSets(approvalsKey(write.key), storedApprovalSheet, write.sheet, after(write.sheet));
    case 'policy-in-force':
      return documentSets(POLICY_KEY, storedPolicyInForce, write.inForce, after(write.inForce));
    case 'settings':
      return documentSets(SETTINGS_KEY, storedSettings, write.settings, after(write.settings));
    case 'deploy-secrets':
      return documentSets(DEPLOY_SECRETS_KEY, storedDeploySecrets, write.secrets, after(write.secrets));
    case 'change-record': {
      const { seq, record } = write.stored;
      // Entries come one after the other, so the record with the highest number is written last.
      const latest = { revision: seq, previous: 'any' } as const;
      return [
        ...documentSets(recordKey(seq), storedChangeRecord, write.stored, after({ revision: 1 })),
        ...documentSets(latestRecordKey(record.change.id), storedLatestRecord, { seq }, latest),
      ];
    }
    case 'log-month':
      return monthSets(write.month);
    case 'governance':
      return documentSets(GOVERNANCE_KEY, storedGovernance, write.governance, after(write.governance));
    case 'setup-progress': {
      const { progress } = write;
      return documentSets(setupProgressKey(progress.projectId), storedSetupProgress, progress, after(progress));
    }
    case 'gate-trail':
      return documentSets(gateTrailKey(write.trail.changeId), storedGateTrail, write.trail, after(write.trail));
    case 'field-map':
      return documentSets(FIELD_MAP_KEY, storedFieldMap, write.map, { revision: 1, previous: 'any' });
  }
}

/** A month, and its place in the list of months when it is new. */
export async function monthSets(month: LogMonth): Promise<readonly ConditionalSet[]> {
  const own = documentSets(monthKey(month.month), storedLogMonth, month, after(month));
  if (month.revision > 1) return own;
  const list = (await readDocument(MONTH_LIST_KEY, storedMonthList)) ?? { revision: 0, months: [] };
  const next = { revision: list.revision + 1, months: [...list.months, month.month] };
  return [...own, ...documentSets(MONTH_LIST_KEY, storedMonthList, next, after(next))];
}

function after({ revision }: { readonly revision: number }): { readonly revision: number; readonly previous: number } {
  return { revision, previous: revision - 1 };
}
