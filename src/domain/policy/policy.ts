import type { Requirement } from '../approval/requirement';
import type { BusinessHours } from '../calendar/business-time';
import type { CalendarWindow } from '../calendar/calendar-window';
import type { FieldId, OwnField } from '../change/change-field';
import type { PolicyClock } from '../obligation/policy-clock';
import type { Clause, Question } from './clause';
import type { Condition } from './condition';
import type { Rule } from './policy-rule';
import type { RiskModel } from './risk-model';

/** A date without a time, e.g. `2026-02-01`. */
export type CivilDate = string;

/** What the document says about itself, in its words; absent where it says nothing. */
export interface PolicyMetadata {
  readonly owner?: string;
  readonly author?: string;
  readonly approvedBy?: string;
  readonly approvedOn?: CivilDate;
  /** As the document has it, e.g. `approved`. */
  readonly status?: string;
  readonly effectiveDate?: CivilDate;
  readonly lastUpdated?: string;
  readonly nextReview?: CivilDate;
  readonly reviewEveryMonths?: number;
  /** What else calls for a review, e.g. `a significant incident`. */
  readonly reviewTriggers?: readonly string[];
  readonly frameworks?: readonly { readonly name: string; readonly controls: readonly string[] }[];
  readonly revisions?: readonly Revision[];
  /** Where the document is, or the file it came from. */
  readonly source?: string;
}

export interface Revision {
  readonly version: string;
  readonly date: CivilDate;
  readonly author: string;
  readonly changes: string;
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

export interface Category {
  /** As the Category field of a change shows it. */
  readonly id: string;
  readonly description: string;
}

/** A word of the document that needs a meaning, e.g. "major", and the meaning it is given. */
export interface Term {
  readonly id: string;
  readonly means: Condition;
  /** The clause in which the document itself defines the word; absent where it does not. */
  readonly definedIn?: string;
}

/** Which changes the policy governs; it has nothing to say about others. */
export interface Scope {
  /** Keys of Jira projects; absent: every project of the app. */
  readonly projects?: readonly string[];
  readonly when?: Condition;
}

/** A pre-approved kind of change: a low-risk, repeatable job that needs no approval of its own. */
export interface StandardChange {
  readonly id: string;
  readonly title: string;
  /** The role whose approval stands for every change made from this entry; null where none is needed. */
  readonly preApprovedBy: string | null;
  /** The last day on which the entry may be used. */
  readonly until?: CivilDate;
  /** What else must be true of a change made from this entry. */
  readonly when?: Condition;
}

/**
 * What becomes of emergencies: there is no way of their own; approval first; implementation first and approval after; or
 * approval both before and after.
 */
export const EMERGENCY_MODES = ['not-allowed', 'approve-first', 'implement-first', 'both'] as const;

/** Rules that do not bind an emergency. */
export const SCHEDULING_RULES = ['freezes', 'maintenance-windows', 'notice', 'overlap'] as const;

export type SchedulingRule = (typeof SCHEDULING_RULES)[number];

export interface Emergencies {
  readonly mode: (typeof EMERGENCY_MODES)[number];
  readonly bypasses: readonly SchedulingRule[];
  /** Roles that are told when an emergency is expedited. */
  readonly tell: readonly string[];
}

/** An exception that was granted for longer than one change. */
export interface GrantedException {
  readonly id: string;
  readonly clauses: readonly string[];
  /** Which changes it covers; absent: all. */
  readonly when?: Condition;
  /** The roles that granted it. */
  readonly grantedBy: readonly string[];
  readonly riskAssessment?: string;
  readonly from: CivilDate;
  /** The last day on which it holds. */
  readonly until: CivilDate;
  /** Days on which it was reviewed. */
  readonly reviewedOn: readonly CivilDate[];
}

/** Who may grant an exception, and under which terms. */
export interface ExceptionPath {
  readonly clauses: readonly string[];
  readonly requirement: Requirement;
  /** Fields that a change must have filled to ask for one, e.g. the reason and the risk assessment. */
  readonly askedWith: readonly FieldId[];
  /** An exception that was not reviewed for so many days lapses. */
  readonly reviewEveryDays?: number;
  readonly longestDays?: number;
  readonly granted: readonly GrantedException[];
}

/** Whether and for how long an approver may hand the role to somebody else. */
export interface Delegation {
  readonly longestDays: number;
  /** Roles that may be delegated; absent: all. */
  readonly roles?: readonly string[];
}

/** Who is told at which event, besides the people that Jira tells. */
export interface Notification {
  readonly clauses: readonly string[];
  readonly on: 'submitted' | 'approved' | 'expedited' | 'implemented' | 'closed';
  /** Roles whose holders are told. */
  readonly tell: readonly string[];
  readonly when?: Condition;
}

export interface Records {
  /** How long records are kept; null where the document does not say; an answer where it left a blank. */
  readonly retentionMonths: number | { readonly answer: string } | null;
  readonly legalHold: boolean;
  readonly notifications: readonly Notification[];
}

export interface PolicyCalendar {
  readonly businessHours?: BusinessHours;
  /** Windows written in the policy itself; the site's calendar adds others. */
  readonly windows: readonly CalendarWindow[];
}

export type Answer = string | number | readonly CalendarWindow[];

/** A change-management policy: a document that decides. The same document and facts decide the same for ever. */
export interface Policy {
  readonly schemaVersion: 2;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly about: PolicyMetadata;
  readonly roles: readonly Role[];
  readonly changeTypes: readonly ChangeType[];
  readonly categories: readonly Category[];
  readonly risk: RiskModel;
  /** Fields besides those that every change has. */
  readonly fields: readonly OwnField[];
  readonly terms: readonly Term[];
  readonly scope: Scope;
  readonly emergencies: Emergencies;
  readonly standardChanges: readonly StandardChange[];
  /** `none`: the document knows no exceptions, so nobody can grant one. */
  readonly exceptions: ExceptionPath | 'none';
  /** `none`: a role cannot be handed over. */
  readonly delegation: Delegation | 'none';
  /** An edit to one of these voids the approvals cast before it. */
  readonly materialFields: readonly FieldId[];
  readonly calendar: PolicyCalendar;
  readonly records: Records;
  readonly clocks: readonly PolicyClock[];
  readonly questions: readonly Question[];
  /** Question id -> what the policy's owner answered. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly clauses: readonly Clause[];
  readonly rules: readonly Rule[];
}
