import type { ApprovalSheet } from '../domain/approval/vote';
import type { DeploySecrets } from '../domain/deploy-gate/deploy-secrets';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { LogMonth, LogPart } from '../domain/record/change-log';
import type { StoredRecord } from '../domain/record/change-record';
import type { Settings } from '../domain/settings';

/**
 * What the app keeps, for reading. Writing goes through the ledger, except for what is only about Confluence pages.
 * Every method throws Failure `unreadable-document` (with the key and what is wrong) for a stored document that no
 * contract can read, and `unreachable` when the storage does not answer.
 */
export interface Archive {
  /** The policy in force; undefined where none is. One platform call. */
  policyInForce(): Promise<PolicyInForce | undefined>;
  /** `NO_SETTINGS` where none are stored. */
  settings(): Promise<Settings>;
  /** `NO_DEPLOY_SECRETS` where none were made. One platform call. */
  deploySecrets(): Promise<DeploySecrets>;
  /** The votes on the change with this key; undefined where nobody voted. One platform call. */
  approvalSheet(changeKey: string): Promise<ApprovalSheet | undefined>;
  /** The record stored with a ledger entry. */
  record(seq: number): Promise<StoredRecord | undefined>;
  /** The records that exist among these, in the order asked for. */
  records(seqs: readonly number[]): Promise<readonly StoredRecord[]>;
  /** The ledger numbers of the latest records of these changes; changes without one are left out. */
  latestRecordsOf(changeIds: readonly string[]): Promise<readonly number[]>;
  logMonth(month: string): Promise<LogMonth>;
  /** All months that have a page or wait for one, newest first. */
  logMonths(): Promise<readonly LogMonth[]>;
}

/** Where the pages of the log are in Confluence: bookkeeping, so not in the ledger. */
export interface PageRegister {
  /** The page that all month pages stand under, for this space. */
  rootPage(spaceId: string): Promise<string | undefined>;
  /** @param pageId Null forgets the page. */
  saveRootPage(spaceId: string, pageId: string | null): Promise<void>;
  /** Replaces one part of a month. @throws Failure `conflict` when the month is not at `revision`. */
  savePart(month: string, revision: number, index: number, part: LogPart): Promise<LogMonth>;
}
