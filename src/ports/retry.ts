/** How a handler asks the platform to hand over the same event or message again. */
export interface Retry {
  /** The answer to return from the handler. @param seconds At least this long; the platform takes at most 900. */
  later(seconds: number): unknown;
}
