import type { Gate } from '../change/lifecycle';

/**
 * What a rule asks of the person who makes a transition, as an expression that Jira evaluates: the app's own validator
 * is not told who that is. True lets the change pass.
 */
export interface ActorGuard {
  readonly ruleId: string;
  readonly clauses: readonly string[];
  readonly gate: Gate;
  /** With places for fields, see `placeOf`. */
  readonly expression: string;
  /** What Jira shows when the expression is not true. */
  readonly message: string;
  /**
   * Exceptions are granted by votes, which no expression sees: a change with an exception from these clauses is asked all
   * the same. Whoever may not make the transition has to leave it to somebody who may.
   */
  readonly despiteExceptions: boolean;
}

/**
 * Why an expression cannot say what a rule asks of the acting person.
 * `scored-risk`: the risk follows from scores. `text`: it depends on a text, of which Jira cannot tell what the app sees
 * in it. `votes`: who approved is kept by the app. `writers`: so is who wrote a field. `only-warns`: what a reason is
 * enough for, the app decides. `too-long`: Jira takes no expression of this size.
 */
export type UnsaidCause = 'scored-risk' | 'text' | 'votes' | 'writers' | 'only-warns' | 'too-long';

/** A rule about the acting person for which there is no guard, or none for a part of it. */
export interface UnsaidRule {
  readonly ruleId: string;
  readonly gate: Gate;
  readonly because: UnsaidCause;
}

/** What is on a transition for the acting person, and what is not. Nothing is left out without being listed. */
export interface ActorGuards {
  readonly guards: readonly ActorGuard[];
  readonly unsaid: readonly UnsaidRule[];
}
