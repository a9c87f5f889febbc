import type { Rule } from '../policy-rule';
import type { Budget } from './budget';

/** What is spent, and what was found out so far, while one policy is looked at. */
export interface Inquiry {
  /** For finding out who gets stuck. */
  readonly search: Budget;
  /** For telling why. */
  readonly causes: Budget;
  /** Rules that could not all be kept, the last that was found first: what stops one change may stop others. */
  readonly cores: (readonly Rule[])[];
}
