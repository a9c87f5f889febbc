/** Work on the fields that say where changes stand. */
export type StateMessage =
  /** Something may have happened to an issue. */
  | { readonly do: 'show-state'; readonly changeId: string }
  /** Something happened that concerns every open change. @property cursor Where the page before ended; null to begin. */
  | { readonly do: 'show-all'; readonly cursor: string | null };

/** Messages may come more than once and in any order; they are worked on one at a time. */
export interface StateQueue {
  /** @throws Failure `unreachable` when the queue did not take the message. */
  push(message: StateMessage): Promise<void>;
}
