import type { ActorGuard } from '../guards/guard';
import { besideOf, type GuardsBeside } from '../guards/guard-digest';

/** What stands on a transition for whoever makes it. */
export interface StandingPersonGuards {
  /** What the gate on the transition was told of the expressions that stand beside it. */
  readonly beside: GuardsBeside;
  /** The expressions of the app's own rules, with the ids of this Jira. */
  readonly expressions: readonly string[];
}

export type AskedGuard = Pick<ActorGuard, 'ruleId' | 'expression'>;

/**
 * Whether an expression is gone, or was made another, that was put on the transition together with its gate: the gate
 * relies on it. What it says is only known of those that are still asked for; where a field is may have changed since.
 */
export function lacksPersonGuard({ beside, expressions }: StandingPersonGuards, asked: readonly AskedGuard[]): boolean {
  const now = besideOf(asked);
  const standing = expressions.map(withoutIds);
  const due = asked.filter(({ ruleId }) => Object.hasOwn(beside, ruleId) && beside[ruleId] === now[ruleId]);
  return (
    expressions.length < Object.keys(beside).length ||
    due.some(({ expression }) => !standing.includes(withoutIds(expression)))
  );
}

/** Whether the gate was told of other expressions than are asked for now: they are yet to be brought up to date. */
export function isOutdated({ beside }: Pick<StandingPersonGuards, 'beside'>, asked: readonly AskedGuard[]): boolean {
  const now = besideOf(asked);
  const ids = new Set([...Object.keys(beside), ...Object.keys(now)]);
  return [...ids].some((id) => beside[id] !== now[id]);
}

function withoutIds(expression: string): string {
  return expression.replaceAll(/\{field:[^}]+\}|customfield_\d+/g, '#');
}
