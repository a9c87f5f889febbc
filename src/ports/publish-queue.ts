/** Work that is done later, at least once, in any order. */
export type PublishMessage =
  /** A change has moved: see whether it is closed, put it on record and publish it. */
  | { readonly do: 'record-change'; readonly changeId: string }
  /** Bring a page of the log up to date. */
  | { readonly do: 'publish-page'; readonly month: string; readonly part: number };

export interface PublishQueue {
  /** @throws Failure `unreachable` when the queue did not take the message. */
  push(message: PublishMessage): Promise<void>;
}
