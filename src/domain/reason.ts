import type { UnknownCause } from './change/change-facts';
import type { AccountId, PlanPart } from './change/identity';
import type { ChangeField } from './change/change-field';
import type { Instant } from './instant';

/**
 * Why a thing is so, as a code with the values that were compared. What a person reads is made from it at the very end,
 * in `contracts/reason-text.ts`.
 */
export type Reason =
  | { readonly code: 'field-filled'; readonly field: ChangeField }
  | { readonly code: 'field-empty'; readonly field: ChangeField }
  | { readonly code: 'field-unknown'; readonly field: ChangeField; readonly cause: UnknownCause }
  | { readonly code: 'all-of' }
  | { readonly code: 'any-of' }
  | { readonly code: 'approved'; readonly role: string; readonly by: AccountId; readonly at: Instant }
  | { readonly code: 'approval-missing'; readonly role: string }
  | {
      readonly code: 'approval-void';
      readonly role: string;
      readonly by: AccountId;
      readonly at: Instant;
      readonly edited: readonly PlanPart[];
    }
  | { readonly code: 'approval-out-of-order'; readonly role: string; readonly after: readonly string[] }
  | { readonly code: 'declined'; readonly by: AccountId; readonly at: Instant; readonly roles: readonly string[] }
  | { readonly code: 'votes-unknown'; readonly cause: UnknownCause }
  | { readonly code: 'requester-vote-ignored'; readonly by: AccountId }
  | { readonly code: 'requester-did-not-vote' }
  | { readonly code: 'requesters-unknown'; readonly cause: UnknownCause }
  | { readonly code: 'in-catalogue'; readonly entry: string }
  | { readonly code: 'not-in-catalogue'; readonly entry: string | null; readonly entries: readonly string[] }
  | { readonly code: 'type-allowed'; readonly type: string }
  | { readonly code: 'type-not-allowed'; readonly type: string; readonly types: readonly string[] }
  | { readonly code: 'condition-unknown'; readonly ruleId: string };

export type ReasonCode = Reason['code'];

/** What would satisfy an unmet rule: something that somebody can go and do. */
export type Remedy =
  | { readonly do: 'fill-field'; readonly field: ChangeField }
  | { readonly do: 'approve'; readonly role: string }
  | { readonly do: 'settle-decline'; readonly by: AccountId }
  | { readonly do: 'choose-catalogue-entry'; readonly entries: readonly string[] }
  | { readonly do: 'use-other-path'; readonly types: readonly string[] }
  | { readonly do: 'give-reason'; readonly field: ChangeField }
  | { readonly do: 'mend-lookup'; readonly cause: UnknownCause };
