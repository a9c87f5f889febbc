/**
 * An expected failure: something outside the app's power went wrong and the person can be told what. Anything that is
 * not a Failure is a defect and travels on to the platform (see `handlers/invocation.ts`).
 */
export type FailureCode =
  /** The caller may not do this. Nothing was changed. */
  | 'not-allowed'
  /** The thing named does not exist, or the caller may not see it; which of the two is not said. */
  | 'not-found'
  /** What the caller sent does not have the expected form. */
  | 'bad-request'
  /** Somebody else changed the same thing first. Nothing was changed; reading again helps. */
  | 'conflict'
  /** The change, the plan or the policy is no longer what the caller saw. */
  | 'moved-on'
  /** A stored document cannot be read. It is left as it is. */
  | 'unreadable-document'
  /** Jira, Confluence or the storage did not answer, or not in time. */
  | 'unreachable'
  /** Jira, Confluence or the storage answered something that no contract describes. */
  | 'unexpected-answer'
  /** No policy is in force. */
  | 'no-policy'
  /** Something must be set up by an admin first. */
  | 'not-set-up';

export class Failure extends Error {
  override readonly name = 'Failure';

  /** @param message A plain sentence for the person: what is the case, why, what to do. Never contains user content. */
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
