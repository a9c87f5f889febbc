import type { UnknownCause } from './change/change-facts';
import type { FieldId } from './change/change-field';
import type { AccountId, PlanPart } from './change/identity';
import type { Instant } from './instant';
import type { Duty } from './policy/duty';
import type { SchedulingRule } from './policy/policy';

/**
 * Why a thing is so, as a code with the values that were compared. What a person reads is made from it at the very end,
 * in `contracts/reason-text.ts`.
 */
export type Reason = FieldReason | ApprovalReason | PeopleReason | CalendarReason | ProcessReason;

export type FieldReason =
  | { readonly code: 'field-filled'; readonly field: FieldId }
  | { readonly code: 'field-empty'; readonly field: FieldId }
  | { readonly code: 'number-expected'; readonly field: FieldId; readonly value: string }
  | { readonly code: 'field-unknown'; readonly field: FieldId; readonly cause: UnknownCause }
  /** The node of a group of which one must be filled. */
  | { readonly code: 'one-of-fields'; readonly fields: readonly FieldId[] }
  /** The field holds something that is neither a web address nor the key of an issue. */
  | { readonly code: 'not-a-link'; readonly field: FieldId }
  | { readonly code: 'suite-passed'; readonly suite: string }
  | { readonly code: 'suite-missing'; readonly suite: string }
  | { readonly code: 'document-updated'; readonly document: string }
  | { readonly code: 'document-open'; readonly document: string }
  | { readonly code: 'no-documents-affected' }
  | { readonly code: 'review-meeting-held'; readonly at: Instant }
  /** The meeting is set for a time before the implementation began, or still to come. */
  | { readonly code: 'review-meeting-not-held'; readonly at: Instant }
  /** When the implementation began could not be read, so nobody can tell what came after it. */
  | { readonly code: 'milestones-unknown'; readonly cause: UnknownCause }
  /** The value is none of the levels, or none of the options that the policy scores. */
  | {
      readonly code: 'risk-level-unknown';
      readonly field: FieldId;
      readonly value: string;
      readonly levels: readonly string[];
    };

export type ApprovalReason =
  | { readonly code: 'all-of' }
  | { readonly code: 'any-of' }
  | { readonly code: 'at-least'; readonly needed: number; readonly have: number }
  /** So many people of the role; `percent` where the policy asks for a share of its holders. */
  | {
      readonly code: 'enough-of-role';
      readonly role: string;
      readonly needed: number;
      readonly have: number;
      readonly percent?: number;
    }
  | { readonly code: 'role-size-unknown'; readonly role: string; readonly cause: UnknownCause }
  | {
      readonly code: 'approved';
      readonly role: string;
      readonly by: AccountId;
      readonly at: Instant;
      /** Whose role it was, where the voter had it from somebody else. */
      readonly for?: AccountId;
    }
  | { readonly code: 'approval-missing'; readonly role: string }
  | {
      readonly code: 'approval-void';
      readonly role: string;
      readonly by: AccountId;
      readonly at: Instant;
      readonly edited: readonly PlanPart[];
    }
  | {
      readonly code: 'approval-expired';
      readonly role: string;
      readonly by: AccountId;
      readonly at: Instant;
      readonly until: Instant;
    }
  /** It is not yet the turn of this role: these come first. */
  | { readonly code: 'approval-out-of-order'; readonly role: string; readonly after: readonly string[] }
  | { readonly code: 'different-people-needed' }
  | { readonly code: 'waiting-period'; readonly since: Instant; readonly until: Instant }
  | { readonly code: 'waiting-period-over'; readonly since: Instant; readonly until: Instant }
  | { readonly code: 'declined'; readonly by: AccountId; readonly at: Instant; readonly roles: readonly string[] }
  | { readonly code: 'votes-unknown'; readonly cause: UnknownCause };

export type PeopleReason =
  | { readonly code: 'requesters-unknown'; readonly cause: UnknownCause }
  /** Nobody has both duties. */
  | { readonly code: 'duties-separate'; readonly duties: readonly [Duty, Duty] }
  | { readonly code: 'duties-not-separate'; readonly duties: readonly [Duty, Duty]; readonly by: AccountId }
  /** A vote by somebody who has the other duty is left out of the count. */
  | { readonly code: 'vote-left-out'; readonly by: AccountId; readonly duty: Duty }
  | { readonly code: 'same-person'; readonly duties: readonly [Duty, Duty]; readonly by: AccountId }
  | { readonly code: 'not-same-person'; readonly duties: readonly [Duty, Duty]; readonly by: AccountId }
  /** Nobody has the duty yet. */
  | { readonly code: 'duty-open'; readonly duty: Duty }
  | { readonly code: 'duty-unknown'; readonly duty: Duty; readonly cause: UnknownCause }
  | { readonly code: 'role-held'; readonly duty: Duty; readonly by: AccountId; readonly role: string }
  | { readonly code: 'role-not-held'; readonly duty: Duty; readonly by: AccountId; readonly roles: readonly string[] }
  /** Jira itself holds whoever has the duty against the rule, when they act. */
  | { readonly code: 'left-to-jira'; readonly duty: Duty }
  | { readonly code: 'roles-unknown'; readonly by: AccountId; readonly cause: UnknownCause }
  | { readonly code: 'written-by'; readonly field: FieldId; readonly by: AccountId }
  | {
      readonly code: 'written-by-other';
      readonly field: FieldId;
      readonly by: AccountId;
      readonly wanted: { readonly duty: Duty } | { readonly roles: readonly string[] };
    }
  | { readonly code: 'author-unknown'; readonly field: FieldId; readonly cause: UnknownCause };

export type CalendarReason =
  | { readonly code: 'calendar-unknown'; readonly cause: UnknownCause }
  | { readonly code: 'interval-reversed'; readonly from: Instant; readonly until: Instant }
  | { readonly code: 'outside-freezes' }
  | { readonly code: 'in-freeze'; readonly window: string; readonly from: Instant; readonly until: Instant }
  | { readonly code: 'freeze-exempted'; readonly window: string; readonly role: string; readonly by: AccountId }
  | { readonly code: 'in-maintenance-window'; readonly window: string }
  | { readonly code: 'outside-maintenance-windows' }
  | { readonly code: 'notice-given'; readonly earliest: Instant }
  | { readonly code: 'notice-short'; readonly earliest: Instant; readonly start: Instant }
  | { readonly code: 'no-overlap' }
  | { readonly code: 'overlaps'; readonly key: string; readonly from: Instant; readonly until: Instant }
  /** An emergency is not bound by this scheduling rule. */
  | { readonly code: 'bypassed'; readonly rule: SchedulingRule };

export type ProcessReason =
  | { readonly code: 'in-catalogue'; readonly entry: string }
  | { readonly code: 'not-in-catalogue'; readonly entry: string | null; readonly entries: readonly string[] }
  | { readonly code: 'catalogue-entry-expired'; readonly entry: string; readonly until: string }
  | { readonly code: 'catalogue-entry-not-fitting'; readonly entry: string }
  | { readonly code: 'type-allowed'; readonly type: string }
  | { readonly code: 'type-not-allowed'; readonly type: string; readonly types: readonly string[] }
  | { readonly code: 'is-emergency'; readonly type: string }
  | { readonly code: 'not-an-emergency'; readonly type: string; readonly types: readonly string[] }
  | { readonly code: 'no-emergency-path' }
  | { readonly code: 'no-exception-asked' }
  | { readonly code: 'no-exception-path' }
  /** The change asks for an exception from something that is no clause of the policy, or whose clause knows none. */
  | { readonly code: 'exception-from-nothing'; readonly asked: string }
  /**
   * The change asks for an exception from a clause that keeps duties apart from approving: votes of whoever has one of
   * them do not count, whoever grants it.
   */
  | { readonly code: 'votes-stay-barred'; readonly clause: string; readonly duties: readonly Duty[] }
  | { readonly code: 'excepted'; readonly clauses: readonly string[]; readonly exception: string | null }
  | { readonly code: 'out-of-scope' }
  | { readonly code: 'condition-unknown'; readonly ruleId: string }
  /** A question that the policy leaves open and nobody has answered. */
  | { readonly code: 'question-open'; readonly question: string };

export type ReasonCode = Reason['code'];

/** What would satisfy an unmet rule: something that somebody can go and do. */
export type Remedy =
  | { readonly do: 'fill-field'; readonly field: FieldId }
  | { readonly do: 'enter-number'; readonly field: FieldId }
  | { readonly do: 'fill-one-of'; readonly fields: readonly FieldId[] }
  | { readonly do: 'approve'; readonly role: string }
  /** So many more holders of the role. */
  | { readonly do: 'approve-by-more'; readonly role: string; readonly more: number }
  | { readonly do: 'ask-somebody-else' }
  | { readonly do: 'settle-decline'; readonly by: AccountId }
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'plan-after'; readonly instant: Instant }
  | { readonly do: 'plan-in-window'; readonly window: string; readonly from: Instant; readonly until: Instant }
  | { readonly do: 'plan-elsewhere' }
  | { readonly do: 'ask-exemption'; readonly window: string; readonly role: string }
  | { readonly do: 'name-somebody-else'; readonly duty: Duty }
  | { readonly do: 'name-holder'; readonly duty: Duty; readonly roles: readonly string[] }
  | { readonly do: 'name-person'; readonly duty: Duty; readonly by: readonly AccountId[] }
  | {
      readonly do: 'have-written';
      readonly field: FieldId;
      readonly by: { readonly duty: Duty } | { readonly roles: readonly string[] };
    }
  | { readonly do: 'pass-suite'; readonly suite: string }
  | { readonly do: 'update-document'; readonly document: string }
  | { readonly do: 'choose-catalogue-entry'; readonly entries: readonly string[] }
  /** Of these types is who may go this way; with none, nobody may. */
  | { readonly do: 'use-other-path'; readonly types: readonly string[] }
  /** One of these types, or something else in the fields for which the type is not allowed. */
  | { readonly do: 'choose-type'; readonly types: readonly string[]; readonly given: readonly FieldId[] }
  | { readonly do: 'choose-risk-level'; readonly field: FieldId; readonly levels: readonly string[] }
  | { readonly do: 'take-back-exception' }
  | { readonly do: 'answer-question'; readonly question: string }
  | { readonly do: 'give-reason'; readonly field: FieldId }
  | { readonly do: 'mend-lookup'; readonly cause: UnknownCause };
