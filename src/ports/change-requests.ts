import type { ChangeFacts } from '../domain/change/change-facts';
import type { ChangeHistory } from '../domain/change/change-history';

/** Fields edited on a transition screen, as the platform hands them over: opaque to everyone but the adapter. */
export type ScreenEdits = Readonly<Record<string, unknown>>;

/** What Jira knows of a change request; the votes are kept elsewhere. */
export interface ChangeReading {
  readonly isChangeRequest: boolean;
  readonly facts: Omit<ChangeFacts, 'votes'>;
}

/** A change request as the page of results in a search has it. */
export interface VisibleChange {
  readonly id: string;
  readonly key: string;
}

export interface ChangeRequests {
  /**
   * Reads a change as the app, with the edits of a transition screen laid over it. At most two platform calls, in
   * parallel.
   * @param issue Key or id.
   * @throws Failure `not-found`, `unreachable`, `unexpected-answer`, `unreadable-document` (the field map).
   */
  read(issue: string, edits?: ScreenEdits): Promise<ChangeReading>;

  /** Every status change of a change, oldest first, as the app. @throws Failure as `read` does. */
  history(issue: string): Promise<ChangeHistory>;

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
  }): Promise<{ readonly changes: readonly VisibleChange[]; readonly cursor: string | null }>;
}
