import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import type { Reason, Remedy } from '../reason';
import type { Truth } from './condition';
import type { Strength } from './policy-rule';

/** One thing that was looked at: whether it is met, why, and what would meet it. Nodes repeat what their parts say. */
export interface Finding {
  readonly met: Truth;
  readonly reason: Reason;
  readonly remedy?: Remedy;
  readonly parts?: readonly Finding[];
}

/**
 * What became of one rule. `waived` is an unmet warning that was passed with a reason on record; `excepted` is an unmet
 * rule from all of whose clauses the change has an exception.
 */
export type RuleStatus = 'met' | 'unmet' | 'waived' | 'excepted' | 'unknown' | 'not-applicable';

export interface RuleResult {
  readonly ruleId: string;
  readonly clauses: readonly string[];
  readonly strength: Strength;
  readonly status: RuleStatus;
  readonly findings: readonly Finding[];
}

/** `allow`: go. `warn`: go, with a reason or an exception on record. `block`: no further. */
export type Verdict = 'allow' | 'warn' | 'block';

/** The whole decision, kept with the change so that anyone can decide it again. */
export interface Evaluation {
  readonly verdict: Verdict;
  readonly gate: Gate;
  readonly instant: Instant;
  readonly policyId: string;
  readonly policyVersion: string;
  readonly rules: readonly RuleResult[];
}
