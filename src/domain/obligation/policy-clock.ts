import type { FieldId } from '../change/change-field';
import type { Instant } from '../instant';
import type { Condition } from '../policy/condition';

/**
 * What starts a clock: the change was created, its implementation began or ended, or the policy's own next review is due.
 */
export const CLOCK_STARTS = ['created', 'implementation-start', 'implementation-end', 'policy-review'] as const;

export type ClockStart = (typeof CLOCK_STARTS)[number];

/** How long a clock runs; `businessDays` by the policy's business hours. */
export type ClockDuration =
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly businessDays: number }
  | { readonly months: number };

/** A duty with a term: something to be done so long after something happened. It reminds; it stops nothing. */
export interface PolicyClock {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly from: ClockStart;
  readonly within: ClockDuration;
  readonly when?: Condition;
  /** Done when all of these are filled; absent: when the change is closed (or the policy reviewed). */
  readonly doneWhenFilled?: readonly FieldId[];
}

/** Where a clock stands for a change. */
export interface RunningClock {
  readonly clockId: string;
  readonly clauses: readonly string[];
  readonly state: 'not-started' | 'running' | 'done' | 'overdue' | 'unknown';
  readonly startedAt: Instant | null;
  readonly dueAt: Instant | null;
}
