import type { Vote } from '../approval/vote';
import type { CalendarWindow } from '../calendar/calendar-window';
import type { PlannedChange } from '../calendar/overlapping-changes';
import type { Instant } from '../instant';
import type { FieldId } from './change-field';
import type { AccountId, ChangeIdentity, PlanFingerprint } from './identity';
import type { Stage } from './lifecycle';

/** Something that was looked up: known, or not known and why. Not known never counts as yes. */
export type Fact<T> =
  { readonly state: 'known'; readonly value: T } | { readonly state: 'unknown'; readonly cause: UnknownCause };

/** Why a fact is not known, as a code that `contracts/reason-text.ts` turns into words. */
export interface UnknownCause {
  readonly code: 'no-such-field' | 'unreadable-value' | 'lookup-failed' | 'not-looked-up' | 'not-guarded';
  readonly detail: string;
}

export function known<T>(value: T): Fact<T> {
  return { state: 'known', value };
}

export function unknown(code: UnknownCause['code'], detail: string): Fact<never> {
  return { state: 'unknown', cause: { code, detail } };
}

/**
 * The value of a field (see `FieldKind` for the form), or null where it is empty; a list is never empty. Rich text is
 * plain text with link targets, mentions and attachments spelled out, so that an edit to any of them is an edit of the
 * value.
 */
export type FieldValue = string | readonly string[] | null;

/** What is known of a person who has a duty in the change. */
export interface PersonFacts {
  /** The roles of the policy that the person holds now, in order of name. */
  readonly roles: readonly string[];
}

/** When things happened to the change, as far as they did; null where they have not. */
export interface Milestones {
  readonly createdAt: Instant;
  readonly implementedFrom: Instant | null;
  readonly implementedUntil: Instant | null;
}

/**
 * Everything a policy is decided on. Plain data: the same facts give the same decision for ever. Facts that only some
 * rules need are absent where no rule of the policy needs them; what a rule needs and does not find is not known.
 */
export interface ChangeFacts {
  readonly change: ChangeIdentity;
  readonly stage: Fact<Stage>;
  /** Whoever created or reports the change: the people who asked for it. */
  readonly requesters: Fact<readonly AccountId[]>;
  /** By field id: the fields of every change, and those that the policy declares. */
  readonly fields: Readonly<Record<FieldId, Fact<FieldValue>>>;
  readonly votes: Fact<readonly Vote[]>;
  /** Digest of the plan as it stands (`planOf`): what a vote must have been cast on to count. */
  readonly fingerprint: PlanFingerprint;
  /** Whoever is passing the gate; Jira does not always tell. */
  readonly actor?: Fact<AccountId>;
  /** Ids of rules about whoever is passing the gate that Jira itself holds that person against (`actorGuards`). */
  readonly guarded?: readonly string[];
  /** Who wrote a field last; null for a field that is empty. */
  readonly authors?: Readonly<Record<FieldId, Fact<AccountId | null>>>;
  /** By account id. */
  readonly people?: Readonly<Record<AccountId, Fact<PersonFacts>>>;
  /** How many people hold a role now. */
  readonly roleSizes?: Readonly<Record<string, Fact<number>>>;
  /** Freeze and maintenance windows near the planned time, besides those written in the policy. */
  readonly windows?: Fact<readonly CalendarWindow[]>;
  /** Other changes that are planned or under way on the same services. */
  readonly plannedChanges?: Fact<readonly PlannedChange[]>;
  readonly milestones?: Fact<Milestones>;
}

/** The fact about a field. A field that nobody looked up is not known. */
export function fieldFact(facts: Pick<ChangeFacts, 'fields'>, field: FieldId): Fact<FieldValue> {
  return facts.fields[field] ?? unknown('not-looked-up', field);
}

/** The value of a field as one text, a list joined by commas; undefined where it is empty or not known. */
export function fieldText(facts: Pick<ChangeFacts, 'fields'>, field: FieldId): string | undefined {
  const fact = facts.fields[field];
  if (fact === undefined || fact.state === 'unknown' || fact.value === null) return undefined;
  return typeof fact.value === 'string' ? fact.value : fact.value.join(', ');
}

/** The values of a field as a list: none where it is empty, one unless it is a field of several values. */
export function valuesOf(value: FieldValue): readonly string[] {
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}
