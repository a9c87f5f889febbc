import type { PlannedChange } from '../domain/calendar/overlapping-changes';
import type { Interval } from '../domain/calendar/interval';
import type { ChangeFacts, Fact, FieldValue } from '../domain/change/change-facts';
import type { FieldId, OwnField } from '../domain/change/change-field';
import type { ChangeHistory } from '../domain/change/change-history';
import type { ChangeStory } from '../domain/change/change-story';
import type { AccountId, PlanPart } from '../domain/change/identity';
import type { Stage } from '../domain/change/lifecycle';

/** Fields edited on a transition screen, as the platform hands them over: opaque to everyone but the adapter. */
export type ScreenEdits = Readonly<Record<string, unknown>>;

/** What Jira knows of a change request, whatever the policy; the votes are kept elsewhere. */
export interface ChangeReading {
  readonly isChangeRequest: boolean;
  readonly facts: Pick<ChangeFacts, 'change' | 'stage' | 'requesters' | 'fields'>;
  /** The values of further fields, which a policy declares and which are found by their titles. No platform call. */
  ownFields(own: readonly OwnField[]): Readonly<Record<FieldId, Fact<FieldValue>>>;
}

/** Whose authors are asked for: fields of every change by id, and those that the policy declares. */
export interface AuthorsAsked {
  readonly fields: readonly FieldId[];
  readonly own: readonly OwnField[];
  /** What was edited on a transition screen: Jira does not tell by whom. */
  readonly edits: ScreenEdits;
}

/** A change request as the page of results in a search has it. */
export interface VisibleChange {
  readonly id: string;
  readonly key: string;
}

/** A page of changes. @property cursor Where the next page begins; null on the last one. */
export interface ChangesFound {
  readonly changes: readonly VisibleChange[];
  readonly cursor: string | null;
}

/** What a person writes into fields: a text, or a list for a field of several values. */
export type WrittenValues = Readonly<Record<FieldId, string | readonly string[]>>;

export interface ChangeRequests {
  /**
   * Reads a change as the app, with the edits of a transition screen laid over it. At most two platform calls, in
   * parallel.
   * @param issue Key or id.
   * @throws Failure `not-found`, `unreachable`, `unexpected-answer`, `unreadable-document` (the field map).
   */
  read(issue: string, edits?: ScreenEdits): Promise<ChangeReading>;

  /**
   * Who wrote each field last; null for one that was never written. As the app, from the changelog.
   * @throws Failure as `read` does.
   */
  authors(issue: string, asked: AuthorsAsked): Promise<Readonly<Record<FieldId, Fact<AccountId | null>>>>;

  /**
   * Other changes in an open status that are planned on one of these services within the time, as the app; at most 100.
   * @throws Failure as `read` does.
   */
  plannedOn(services: readonly string[], within: Interval, except: string): Promise<readonly PlannedChange[]>;

  /**
   * Changes that are not closed, oldest first, as the app.
   * @param cursor Where the page before ended.
   * @throws Failure as `read` does.
   */
  openChanges(cursor: string | null, limit: number): Promise<ChangesFound>;

  /** Every status change of a change, oldest first, as the app. @throws Failure as `read` does. */
  history(issue: string): Promise<ChangeHistory>;

  /**
   * The history of a change with every edit of these parts of the plan, oldest first, as the app.
   * @param own The fields among them that the policy declares.
   * @throws Failure as `read` does.
   */
  story(issue: string, parts: readonly PlanPart[], own: readonly OwnField[]): Promise<ChangeStory>;

  /**
   * Writes fields of a change as the person behind this invocation, with that person's own permissions.
   * @param own The fields among them that the policy declares.
   * @throws Failure `not-allowed` where the person may not edit the issue, or one of the fields cannot be edited;
   *   otherwise as `read` does.
   */
  write(issue: string, values: WrittenValues, own: readonly OwnField[]): Promise<void>;

  /**
   * Moves a change to a stage by a transition that Jira offers, as the person behind this invocation. Jira and all its
   * rules decide whether it may be taken.
   * @throws Failure `not-allowed` where Jira offers none or refuses it, in Jira's words; otherwise as `read` does.
   */
  move(issue: string, to: Stage): Promise<void>;

  /**
   * Closed changes that the person behind this invocation may browse, newest first.
   * @param text Words to look for; empty for all.
   * @param cursor Where the page before ended.
   * @throws Failure `not-allowed` where nobody is behind the invocation, `unreachable`, `unexpected-answer`.
   */
  searchClosed(query: {
    readonly text: string;
    readonly cursor: string | null;
    readonly limit: number;
  }): Promise<ChangesFound>;
}
