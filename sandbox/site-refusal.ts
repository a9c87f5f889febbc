/** A request to the site itself (not to a product) that it refuses; the message says what is missing. */
export class SiteRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 413 | 501,
    message: string,
  ) {
    super(message);
    this.name = 'SiteRefusal';
  }
}

/** A function of the app that did not answer: it threw, ran out of time, or its process was killed. */
export class InvocationFailure extends Error {
  constructor(
    readonly outcome: 'threw' | 'timed-out' | 'killed',
    message: string,
    /** Stack of what the app threw. */
    readonly appStack?: string,
  ) {
    super(message);
    this.name = 'InvocationFailure';
  }
}
