import type { Requirement } from '../approval/requirement';
import type { Notice } from '../calendar/business-time';
import type { FieldId } from '../change/change-field';
import type { Gate } from '../change/lifecycle';
import type { Condition } from './condition';
import type { Duty, DutyPair } from './duty';

/** What an unmet rule does: stop the change, or ask for a reason that goes on record. */
export type Strength = 'block' | 'warn';

interface RuleBase {
  readonly id: string;
  /** The clauses that this rule enforces. */
  readonly clauses: readonly string[];
  readonly gates: readonly Gate[];
  /** Absent: the rule applies to every change. */
  readonly when?: Condition;
  readonly strength: Strength;
}

/** These fields must be filled; of a group, one. A field that holds a link must hold one that leads somewhere. */
export interface RequiredFieldsRule extends RuleBase {
  readonly kind: 'required-fields';
  readonly fields: readonly (FieldId | { readonly oneOf: readonly FieldId[] })[];
}

/**
 * Votes of the right people must be there, cast on the plan as it stands. They are collected at one point of a change's
 * life and looked at again at every gate of the rule, so that a plan edited after its approval goes no further.
 */
export interface ApprovalRule extends RuleBase {
  readonly kind: 'approval';
  /** The gate for which the votes are cast. */
  readonly point: Gate;
  readonly requirement: Requirement;
  /** Whose decline stops the change: anyone's who is asked (if absent), nobody's, or that of these roles. */
  readonly veto?: 'nobody' | readonly string[];
  /** How long the requirement must have been met before the gate opens. */
  readonly wait?: Notice;
  /** An approval counts for so many hours; a decline until it is taken back. */
  readonly expiresAfterHours?: number;
  /** A vote from an account that is not known to belong to a human being does not count. */
  readonly humansOnly?: boolean;
  /** Nobody fills two places of the requirement. */
  readonly distinctPeople?: boolean;
}

/** Nobody has both duties of a pair. A vote by somebody who has the other duty does not count. */
export interface SeparateDutiesRule extends RuleBase {
  readonly kind: 'separate-duties';
  readonly pairs: readonly DutyPair[];
}

/** The same person has both duties of a pair. */
export interface SamePersonRule extends RuleBase {
  readonly kind: 'same-person';
  readonly pairs: readonly DutyPair[];
}

/** Whoever has the duty holds one of these roles now. */
export interface WhoMayRule extends RuleBase {
  readonly kind: 'who-may';
  readonly duty: Duty;
  readonly roles: readonly string[];
}

/** These fields, where they are filled, were written last by whoever has the duty, or by a holder of one of the roles. */
export interface AuthorshipRule extends RuleBase {
  readonly kind: 'authorship';
  readonly fields: readonly FieldId[];
  readonly by: { readonly duty: Duty } | { readonly roles: readonly string[] };
}

/** The planned time touches no freeze window of these strengths, unless an exemption was granted. */
export interface OutsideFreezesRule extends RuleBase {
  readonly kind: 'outside-freezes';
  readonly freezes: readonly ('hard' | 'soft')[];
}

/** The planned time lies in a maintenance window. */
export interface InMaintenanceWindowRule extends RuleBase {
  readonly kind: 'in-maintenance-window';
}

/** The planned start is at least so long after the moment of the gate. */
export interface NoticeRule extends RuleBase {
  readonly kind: 'notice';
  readonly notice: Notice;
}

/** No other change is planned on the same services at the same time. */
export interface NoOverlapRule extends RuleBase {
  readonly kind: 'no-overlap';
}

/** These suites are among those that passed (`testSuites`). */
export interface TestSuitesRule extends RuleBase {
  readonly kind: 'test-suites';
  readonly suites: readonly string[];
}

/** Every affected document is marked as updated. */
export interface DocumentsUpdatedRule extends RuleBase {
  readonly kind: 'documents-updated';
}

/** The change was reviewed for lessons: the review is written; a meeting was held after the implementation, if asked for. */
export interface PostImplementationReviewRule extends RuleBase {
  readonly kind: 'post-implementation-review';
  readonly meeting: boolean;
}

/** The change names an entry of the standard-change catalogue that is approved now. */
export interface StandardCatalogueRule extends RuleBase {
  readonly kind: 'standard-catalogue';
}

/** Only changes of these types may pass these gates at all. */
export interface AllowedTypesRule extends RuleBase {
  readonly kind: 'allowed-types';
  readonly types: readonly string[];
}

/** Only an emergency takes this way, and only where the policy has one for emergencies. */
export interface EmergencyPathRule extends RuleBase {
  readonly kind: 'emergency-path';
}

/** An exception from a clause that the change asks for has been granted by whoever may grant it. */
export interface ExceptionRule extends RuleBase {
  readonly kind: 'exception-granted';
}

export type Rule =
  | RequiredFieldsRule
  | ApprovalRule
  | SeparateDutiesRule
  | SamePersonRule
  | WhoMayRule
  | AuthorshipRule
  | OutsideFreezesRule
  | InMaintenanceWindowRule
  | NoticeRule
  | NoOverlapRule
  | TestSuitesRule
  | DocumentsUpdatedRule
  | PostImplementationReviewRule
  | StandardCatalogueRule
  | AllowedTypesRule
  | EmergencyPathRule
  | ExceptionRule;

export type RuleOf<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;
