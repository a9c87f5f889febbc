/** Work that is done after the fact, one piece at a time for a whole site. */
export type SweepMessage =
  /** Begin a sweep, or go on with the one that is under way. */
  | { readonly do: 'sweep' }
  /** An issue was deleted: see whether it was a change that the app knows. */
  | { readonly do: 'look-for'; readonly changeId: string }
  /** Something is on record that people are to be told of. */
  | { readonly do: 'tell' };

export interface SweepQueue {
  /** @throws Failure `unreachable` when the queue did not take the message. */
  push(message: SweepMessage): Promise<void>;
}
