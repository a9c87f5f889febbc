/**
 * How many more steps may be taken before a question is left unanswered. Counted in steps, not in time: the same policy
 * and people get the same answer on every machine. What is spent is spent for everybody who was handed the budget.
 */
export interface Budget {
  left: number;
}

/** Takes steps; whether there were as many. */
export function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps;
  return budget.left >= 0;
}

/** Lets a question take so many steps at most, so that one that is hard leaves something for the others. */
export function within<T>(budget: Budget, most: number, ask: (own: Budget) => T): T {
  const own: Budget = { left: Math.min(budget.left, most) };
  const before = own.left;
  const answer = ask(own);
  budget.left -= before - Math.max(own.left, 0);
  return answer;
}
