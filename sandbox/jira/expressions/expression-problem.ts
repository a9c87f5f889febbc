/** Why a Jira expression cannot be parsed or evaluated. */

export interface ProblemPlace {
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** The part of the expression that the problem is about. */
  readonly expression?: string;
}

/** What Jira refuses. `syntax`, `type` and `other` are the kinds of `POST /expression/analyse`. */
export class ExpressionProblem extends Error {
  readonly kind: 'syntax' | 'type' | 'other';
  readonly place: ProblemPlace;

  constructor(kind: ExpressionProblem['kind'], message: string, place: ProblemPlace = {}) {
    super(message);
    this.name = 'ExpressionProblem';
    this.kind = kind;
    this.place = place;
  }
}

/** What Jira evaluates and the sandbox does not: to be answered as 501, never as a result. */
export class UnsupportedExpression extends Error {
  constructor(what: string) {
    super(`${what} in a Jira expression`);
    this.name = 'UnsupportedExpression';
  }
}
