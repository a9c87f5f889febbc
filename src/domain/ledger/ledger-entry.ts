import type { AccountId, ChangeIdentity } from '../change/identity';
import type { ClosedStage, Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import type { SettingsSummary } from '../settings';
import type { VoteDecision } from '../approval/vote';

/** What happened, as the ledger keeps it. A new kind of thing on record starts here, then in `contracts/`. */
export type LedgerEvent =
  | {
      readonly kind: 'vote-cast';
      readonly change: ChangeIdentity;
      readonly gate: Gate;
      readonly decision: VoteDecision;
      readonly roles: readonly string[];
      readonly fingerprint: string;
      readonly comment: string;
      readonly policyHash: string;
    }
  | {
      readonly kind: 'change-closed';
      readonly change: ChangeIdentity;
      readonly as: ClosedStage;
      readonly closedAt: Instant;
      /** SHA-256 of the canonical JSON of the change record that was published. */
      readonly recordDigest: string;
    }
  | {
      readonly kind: 'policy-put-in-force';
      readonly policyId: string;
      readonly policyVersion: string;
      readonly policyHash: string;
      readonly replacedHash: string | null;
    }
  | { readonly kind: 'settings-changed'; readonly before: SettingsSummary; readonly after: SettingsSummary }
  | { readonly kind: 'page-given-up'; readonly month: string; readonly part: number; readonly pageId: string };

/** Who did it: a person, or the app itself while it carried out what somebody else caused. */
export type LedgerActor = AccountId | 'app';

/** An entry before it has a place in the chain. */
export interface EntryDraft {
  /**
   * Names the act, not the attempt: the same act handed in twice is on record once. Made of what caused the act (a
   * changelog id, an invocation id), never of time or chance.
   */
  readonly actionId: string;
  readonly at: Instant;
  readonly by: LedgerActor;
  readonly event: LedgerEvent;
}

/** An entry in its place: numbered from 1 without gaps, and sealed with the hash of the one before. */
export interface LedgerEntry extends EntryDraft {
  readonly seq: number;
  readonly previousHash: string;
  /** SHA-256 of the canonical JSON of the entry without this field. */
  readonly hash: string;
}

export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
}
