import type { ApprovalSheet } from '../domain/approval/vote';
import type { DeploySecrets } from '../domain/deploy-gate/deploy-secrets';
import type { GateTrail } from '../domain/aftermath/gate-verdict';
import type { FieldMap } from '../domain/change/field-map';
import type { EntryDraft, LedgerEntry, LedgerHead } from '../domain/ledger/ledger-entry';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { Governance } from '../domain/provisioning/governed-project';
import type { SetupProgress } from '../domain/provisioning/progress';
import type { LogMonth } from '../domain/record/change-log';
import type { StoredRecord } from '../domain/record/change-record';
import type { Settings } from '../domain/settings';

/**
 * A document that changes together with a ledger entry: both are written or neither is. `revision` inside each document
 * is the one it will have; it must be exactly one more than the stored one (1 for a new document).
 */
export type LedgerWrite =
  | { readonly kind: 'approval-sheet'; readonly key: string; readonly sheet: ApprovalSheet }
  | { readonly kind: 'policy-in-force'; readonly inForce: PolicyInForce }
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'deploy-secrets'; readonly secrets: DeploySecrets }
  | { readonly kind: 'change-record'; readonly stored: StoredRecord }
  | { readonly kind: 'gate-trail'; readonly trail: GateTrail }
  | { readonly kind: 'log-month'; readonly month: LogMonth }
  | { readonly kind: 'governance'; readonly governance: Governance }
  | { readonly kind: 'setup-progress'; readonly progress: SetupProgress }
  /** It has no revision of its own: the governance that is written with it does. */
  | { readonly kind: 'field-map'; readonly map: FieldMap };

/** Some entries about one change, newest first. @property before Where the next page begins; null at the end. */
export interface ChangeEntriesPage {
  readonly entries: readonly LedgerEntry[];
  readonly before: number | null;
}

export interface Appended {
  readonly entry: LedgerEntry;
  /** The act was on record before: nothing was written this time. */
  readonly already: boolean;
}

/**
 * The append-only chain of everything that happened, and the only way in which the app changes what it keeps. There is
 * no call that edits or removes an entry.
 */
export interface Ledger {
  head(): Promise<LedgerHead>;
  /** Entries in order from a number on, at most `limit` (up to 100). */
  read(fromSeq: number, limit: number): Promise<readonly LedgerEntry[]>;
  /** The entries with these numbers, in the order asked for. @throws Failure `unreadable-document` where one is missing. */
  readAt(seqs: readonly number[]): Promise<readonly LedgerEntry[]>;
  /** The entry of an act, if it is on record. */
  find(actionId: string): Promise<LedgerEntry | undefined>;
  /**
   * Entries about a change, newest first, at most `limit` (up to 50). Entries from before the app kept a list for each
   * change are looked for, so many in one call: a page may then be empty although there is a further one.
   * @param before Only entries with smaller numbers; null for the newest.
   */
  ofChange(changeId: string, before: number | null, limit: number): Promise<ChangeEntriesPage>;
  /**
   * Appends an entry and writes the documents that go with it, all or nothing. Loses no race: when somebody else
   * appended first, the entry is chained to the new head. An act that is on record already writes nothing.
   * @param writes The documents, given the entry in its place.
   * @throws Failure `conflict` when a document is not at the revision it was read at; `unreachable`.
   */
  append(draft: EntryDraft, writes: (entry: LedgerEntry) => readonly LedgerWrite[]): Promise<Appended>;
}
