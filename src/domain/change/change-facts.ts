import type { Vote } from '../approval/vote';
import type { ChangeField } from './change-field';
import type { AccountId, ChangeIdentity } from './identity';
import type { Stage } from './lifecycle';

/** Something that was looked up: known, or not known and why. Not known never counts as yes. */
export type Fact<T> =
  { readonly state: 'known'; readonly value: T } | { readonly state: 'unknown'; readonly cause: UnknownCause };

/** Why a fact is not known, as a code that `contracts/reason-text.ts` turns into words. */
export interface UnknownCause {
  readonly code: 'no-such-field' | 'unreadable-value' | 'lookup-failed';
  readonly detail: string;
}

export function known<T>(value: T): Fact<T> {
  return { state: 'known', value };
}

export function unknown(code: UnknownCause['code'], detail: string): Fact<never> {
  return { state: 'unknown', cause: { code, detail } };
}

/**
 * The value of a field as text (see `FieldKind` for the form), or null where it is empty. Rich text is plain text with
 * link targets, mentions and attachments spelled out, so that an edit to any of them is an edit of the value.
 */
export type FieldValue = string | null;

/** Everything a policy is decided on. Plain data: the same facts give the same decision for ever. */
export interface ChangeFacts {
  readonly change: ChangeIdentity;
  readonly stage: Fact<Stage>;
  /** Whoever created or reports the change: the people who asked for it. */
  readonly requesters: Fact<readonly AccountId[]>;
  readonly fields: Readonly<Record<ChangeField, Fact<FieldValue>>>;
  readonly votes: Fact<readonly Vote[]>;
}
