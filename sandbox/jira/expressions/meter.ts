/**
 * Counts what an evaluation costs. Jira allows 10 expensive operations (those that load data besides the context) and
 * 10,000 steps. https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#restrictions
 */
import { ExpressionProblem } from './expression-problem';

export const EXPENSIVE_LIMIT = 10;
export const STEP_LIMIT = 10_000;

export class Meter {
  #steps = 0;
  #expensive = 0;
  readonly #loaded = new Set<string>();

  get steps(): number {
    return this.#steps;
  }

  get expensive(): number {
    return this.#expensive;
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps > STEP_LIMIT) {
      throw new ExpressionProblem('other', `The expression took more than ${STEP_LIMIT} steps.`);
    }
  }

  /** One expensive operation for each access. */
  load(): void {
    this.#expensive += 1;
    if (this.#expensive > EXPENSIVE_LIMIT) {
      throw new ExpressionProblem(
        'other',
        `The expression executed more than ${EXPENSIVE_LIMIT} expensive operations.`,
      );
    }
  }

  /** One expensive operation however often the same kind of data is read, also for many objects. */
  loadOnce(what: string): void {
    if (this.#loaded.has(what)) return;
    this.#loaded.add(what);
    this.load();
  }
}
