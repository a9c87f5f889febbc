import { storedApprovalSheet } from '../../contracts/stored/approval-sheet';
import { storedChangeRecord } from '../../contracts/stored/change-record';
import { storedDeploySecrets } from '../../contracts/stored/deploy-secrets';
import { storedLatestRecord } from '../../contracts/stored/latest-record';
import { storedLogMonth, storedMonthList } from '../../contracts/stored/log-month';
import { storedPolicyInForce } from '../../contracts/stored/policy-in-force';
import { storedSettings } from '../../contracts/stored/settings';
import type { ApprovalSheet } from '../../domain/approval/vote';
import { NO_DEPLOY_SECRETS, type DeploySecrets } from '../../domain/deploy-gate/deploy-secrets';
import type { PolicyInForce } from '../../domain/policy/policy-in-force';
import { emptyMonth, type LogMonth } from '../../domain/record/change-log';
import type { StoredRecord } from '../../domain/record/change-record';
import { NO_SETTINGS, type Settings } from '../../domain/settings';
import type { Archive } from '../../ports/archive';
import { readDocument, readDocuments } from './documents';
import {
  approvalsKey,
  DEPLOY_SECRETS_KEY,
  latestRecordKey,
  MONTH_LIST_KEY,
  monthKey,
  POLICY_KEY,
  recordKey,
  SETTINGS_KEY,
} from './storage-keys';

/** What the app keeps, read from Forge storage by key. */
export class KvsArchive implements Archive {
  async policyInForce(): Promise<PolicyInForce | undefined> {
    return readDocument(POLICY_KEY, storedPolicyInForce);
  }

  async settings(): Promise<Settings> {
    return (await readDocument(SETTINGS_KEY, storedSettings)) ?? NO_SETTINGS;
  }

  async deploySecrets(): Promise<DeploySecrets> {
    return (await readDocument(DEPLOY_SECRETS_KEY, storedDeploySecrets)) ?? NO_DEPLOY_SECRETS;
  }

  async approvalSheet(changeKey: string): Promise<ApprovalSheet | undefined> {
    return readDocument(approvalsKey(changeKey), storedApprovalSheet);
  }

  async record(seq: number): Promise<StoredRecord | undefined> {
    return readDocument(recordKey(seq), storedChangeRecord);
  }

  async records(seqs: readonly number[]): Promise<readonly StoredRecord[]> {
    const found = await readDocuments(seqs.map(recordKey), storedChangeRecord);
    return seqs.flatMap((seq) => found.get(recordKey(seq)) ?? []);
  }

  async latestRecordsOf(changeIds: readonly string[]): Promise<readonly number[]> {
    const found = await readDocuments(changeIds.map(latestRecordKey), storedLatestRecord);
    return changeIds.flatMap((id) => found.get(latestRecordKey(id))?.seq ?? []);
  }

  async logMonth(month: string): Promise<LogMonth> {
    return (await readDocument(monthKey(month), storedLogMonth)) ?? emptyMonth(month);
  }

  async logMonths(): Promise<readonly LogMonth[]> {
    const list = await readDocument(MONTH_LIST_KEY, storedMonthList);
    const months = [...(list?.months ?? [])].sort().reverse();
    const found = await readDocuments(months.map(monthKey), storedLogMonth);
    return months.flatMap((month) => found.get(monthKey(month)) ?? []);
  }
}
