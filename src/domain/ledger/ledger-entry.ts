import type { AccountId, ChangeIdentity } from '../change/identity';
import type { MapChange } from '../change/field-map-changes';
import type { ClosedStage, Gate, Stage } from '../change/lifecycle';
import type { RecordedCode } from '../deploy-gate/deploy-code';
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
      /** What the change asked an exception from and this approval grants. */
      readonly grants?: readonly string[];
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
  /** Somebody began to put a project under change control. */
  | { readonly kind: 'provisioning-started'; readonly projectId: string; readonly projectKey: string }
  /** A project is under change control: its change requests follow this workflow. */
  | {
      readonly kind: 'project-governed';
      readonly projectId: string;
      readonly projectKey: string;
      readonly workflowId: string;
    }
  /** Parts of a change are looked for in another place of Jira; parts that stay are left out. */
  | { readonly kind: 'field-map-changed'; readonly changes: readonly MapChange[] }
  /** Somebody asked for an exception: the names went into the change, what it is asked with into its fields. */
  | {
      readonly kind: 'exception-asked';
      readonly change: ChangeIdentity;
      /** Ids of clauses, or of freezes. */
      readonly names: readonly string[];
      /** Why, where the policy names no field for it; empty where the fields say it. */
      readonly reason: string;
      readonly policyHash: string;
    }
  | { readonly kind: 'page-given-up'; readonly month: string; readonly part: number; readonly pageId: string }
  /** A pipeline asked whether it may deploy, and was answered with this code. */
  | {
      readonly kind: 'deploy-asked';
      /** The key that was asked about. */
      readonly key: string;
      /** Null where there is no such change, or where it was not looked up. */
      readonly change: ChangeIdentity | null;
      readonly environment: string;
      readonly code: RecordedCode;
      readonly nonceDigest: string;
    }
  /** A project got a secret for the deploy gate; the one that it replaces works until then. */
  | {
      readonly kind: 'deploy-secret-made';
      readonly projectKey: string;
      readonly secretId: string;
      readonly replaced: { readonly id: string; readonly until: Instant } | null;
    }
  | { readonly kind: 'deploy-secrets-revoked'; readonly projectKey: string; readonly secretIds: readonly string[] }
  /** A change moved with a verdict of the gate that was recorded before. */
  | {
      readonly kind: 'gate-passed';
      readonly change: ChangeIdentity;
      readonly gate: Gate;
      readonly moveId: string;
      readonly movedAt: Instant;
      /** Null for a status that is no stage of a change request. */
      readonly from: Stage | null;
      readonly to: Stage | null;
      readonly verdict: RecordedVerdict;
    }
  /** A change moved forward without a verdict of a gate. */
  | {
      readonly kind: 'gate-bypassed';
      readonly change: ChangeIdentity;
      /** The gate on that way; null where the workflow of governed projects has no such way. */
      readonly gate: Gate | null;
      readonly moveId: string;
      readonly movedAt: Instant;
      readonly from: Stage | null;
      readonly to: Stage | null;
    }
  /** A change came under change control in a stage that lies behind gates. */
  | {
      readonly kind: 'gates-skipped';
      readonly change: ChangeIdentity;
      readonly how: ArrivalWay;
      readonly stage: Stage;
      readonly arrivedAt: Instant;
    }
  /** A change that was under way is not where it was: moved to another project, made something else, gone, or hidden. */
  | {
      readonly kind: 'change-left';
      readonly change: ChangeIdentity;
      readonly how: LeavingWay;
      /** When it was moved or retyped; when it was missed where it is gone. */
      readonly leftAt: Instant;
    }
  /** A transition of a governed project does not carry the gate that it must have. */
  | {
      readonly kind: 'guard-missing';
      readonly projectId: string;
      readonly projectKey: string;
      readonly why: GuardFault;
      /** Null where it is about the workflow as a whole. */
      readonly transitionId: string | null;
      readonly gate: Gate | null;
    }
  /** An administrator had gates put back; afterwards they were found on these transitions of a governed project. */
  | {
      readonly kind: 'guards-put-back';
      readonly projectId: string;
      readonly projectKey: string;
      readonly transitions: readonly { readonly transitionId: string; readonly gate: Gate }[];
    }
  /** Jira did not tell the app of a move in time; it was found by looking. */
  | {
      readonly kind: 'event-missed';
      readonly change: ChangeIdentity;
      readonly moveId: string;
      readonly movedAt: Instant;
    };

/** What a gate decided, short enough for the ledger; the evaluation itself can be made again from what it names. */
export interface RecordedVerdict {
  readonly verdict: 'allow' | 'warn';
  readonly at: Instant;
  readonly evaluationDigest: string;
  readonly policyHash: string;
  readonly fingerprint: string;
}

export const ARRIVAL_WAYS = ['created', 'turned-into-one', 'moved-in'] as const;
export type ArrivalWay = (typeof ARRIVAL_WAYS)[number];

/** `hidden`: it is there, and the app may not see it any more. */
export const LEAVING_WAYS = ['moved', 'retyped', 'deleted', 'hidden'] as const;
export type LeavingWay = (typeof LEAVING_WAYS)[number];

/**
 * `other-workflow`: the issue type follows another workflow; `removed`: the transition has no gate of the app any more;
 * `altered`: it asks another gate; `anybody`: what Jira asked of whoever makes it is gone or another; `native`: a rule of
 * Jira's own, which holds without the app, is gone or another; `way-around`: a
 * transition leads forward without a gate that leads so far; `no-workflow`: the project or its workflow is gone or hidden.
 */
export const GUARD_FAULTS = [
  'other-workflow',
  'removed',
  'altered',
  'anybody',
  'native',
  'way-around',
  'no-workflow',
] as const;
export type GuardFault = (typeof GUARD_FAULTS)[number];

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
