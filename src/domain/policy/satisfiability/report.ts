import type { FieldId } from '../../change/change-field';
import type { AccountId } from '../../change/identity';
import type { Gate } from '../../change/lifecycle';

/** The two ways through the life of a change: step by step, or the short one that only emergencies take. */
export const PATHS = {
  main: ['submit', 'authorize', 'implement', 'complete', 'close'],
  expedite: ['expedite', 'complete', 'close'],
} as const satisfies Readonly<Record<string, readonly Gate[]>>;

export type Path = keyof typeof PATHS;

/**
 * Why no change gets any further:
 * `role-empty`: nobody holds a role that is needed; `not-enough`: fewer people hold it than the approval asks for;
 * `nobody-left`: the people are there, but all of them have a duty that must be kept apart; `pair`: duties that must be
 * in the same hands cannot be; `no-common-holder`: nobody holds a role of each list that one person is measured by;
 * `no-approver`: the approver has a duty, and nobody is asked to approve; `closed`: every way is shut to the type;
 * `no-entry`: the type needs an entry of the standard-change catalogue, and none can be used.
 */
export type DeadEndCause =
  'role-empty' | 'not-enough' | 'nobody-left' | 'pair' | 'no-common-holder' | 'no-approver' | 'closed' | 'no-entry';

/** A value that tells changes apart: of an option, or of several; `other` is anything that the policy does not name. */
export type CellValue = 'empty' | 'other' | { readonly value: string | readonly string[] };

/** A field, or an open question, besides type, category and risk, on which the dead end depends. */
export type CellDetail =
  | { readonly field: FieldId; readonly values: readonly CellValue[] }
  | { readonly answer: string; readonly values: readonly CellValue[] };

/** Changes that get stuck: those with one of each list. `any` is every value that the policy tells apart. */
export interface DeadCell {
  readonly type: string;
  /** Null is a change without a category of the policy. */
  readonly categories: 'any' | readonly (string | null)[];
  readonly risks: 'any' | readonly (string | null)[];
  readonly others: readonly CellDetail[];
  /** Who proposes the change: null is somebody in no role; nobody, if nobody may propose it. */
  readonly requesters: 'any' | readonly (AccountId | null)[];
  readonly path: Path;
  /** The first gate that such a change cannot pass. */
  readonly gate: Gate;
}

/** One thing that is wrong, with all the changes that it stops. */
export interface DeadEnd {
  readonly why: DeadEndCause;
  /** The roles that nobody holds, any one of which would do; otherwise the roles that the rules ask for. */
  readonly roles: readonly string[];
  /** The rules that cannot all be kept: without any one of them the change would get on. */
  readonly ruleIds: readonly string[];
  readonly clauses: readonly string[];
  readonly cells: readonly DeadCell[];
}

/** What is stopped while one person is away. */
export interface FragileSpot {
  readonly without: AccountId;
  readonly deadEnds: readonly DeadEnd[];
}

export interface SatisfiabilityReport {
  readonly deadEnds: readonly DeadEnd[];
  readonly fragile: readonly FragileSpot[];
  /** How many kinds of change were looked at. */
  readonly cells: number;
  /**
   * Fields and questions that would have made too many kinds of change: every rule that depends on one of them was taken
   * to apply, so a dead end may be reported that no change meets. Empty: everything was told apart.
   */
  readonly notToldApart: readonly string[];
  /**
   * Change types of which it was given up to find out whether all of their changes get through, there being too many ways
   * to share out duties and approvals; and of which it was for the case that one person is away. They may have dead ends
   * that are not listed.
   */
  readonly notChecked: { readonly all: readonly string[]; readonly oneAway: readonly string[] };
}
