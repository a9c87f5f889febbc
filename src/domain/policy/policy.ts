import type { Requirement } from '../approval/requirement';
import type { ChangeField } from '../change/change-field';
import type { Gate } from '../change/lifecycle';
import type { Condition } from './condition';

/** How a clause of the policy document is served. Only `enforced` can stop a change. */
export type Service = 'enforced' | 'evidenced' | 'reminded' | 'outside' | 'no-text';

/** One clause of the organisation's document, with its own words and what the app does about it. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly service: Service;
  /** For what is not enforced: which record, clock or person serves it, in one sentence. */
  readonly note?: string;
}

/** A role in the policy's words. Who holds it is a setting of the site, not part of the document. */
export interface Role {
  readonly id: string;
  readonly title: string;
}

export interface ChangeType {
  /** As the Change type field of a change shows it, e.g. `Normal`. */
  readonly id: string;
  readonly description: string;
  readonly emergency: boolean;
}

/** A pre-approved kind of change: a low-risk, repeatable job that needs no approval of its own. */
export interface StandardChange {
  readonly id: string;
  readonly title: string;
  /** The role whose approval stands for every change made from this entry. */
  readonly preApprovedBy: string;
}

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

/** These fields must be filled. */
export interface RequiredFieldsRule extends RuleBase {
  readonly kind: 'required-fields';
  readonly fields: readonly ChangeField[];
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
}

/** Nobody who asked for the change may approve it. */
export interface RequesterIsNotApproverRule extends RuleBase {
  readonly kind: 'requester-is-not-approver';
}

/** The change names an entry of the standard-change catalogue. */
export interface StandardCatalogueRule extends RuleBase {
  readonly kind: 'standard-catalogue';
}

/** Only changes of these types may pass these gates at all. */
export interface AllowedTypesRule extends RuleBase {
  readonly kind: 'allowed-types';
  readonly types: readonly string[];
}

export type Rule =
  RequiredFieldsRule | ApprovalRule | RequesterIsNotApproverRule | StandardCatalogueRule | AllowedTypesRule;

export type RuleOf<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;

/** A change-management policy: a document that decides. The same document and facts decide the same for ever. */
export interface Policy {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** What the document says about itself, in its words; absent where it says nothing. */
  readonly owner?: string;
  readonly source?: string;
  readonly roles: readonly Role[];
  readonly changeTypes: readonly ChangeType[];
  readonly standardChanges: readonly StandardChange[];
  /** An edit to one of these voids the approvals cast before it. */
  readonly materialFields: readonly ChangeField[];
  readonly clauses: readonly Clause[];
  readonly rules: readonly Rule[];
}
