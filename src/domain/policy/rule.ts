import type { ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import type { Finding } from './evaluation';
import type { Policy, Rule, RuleOf } from './policy';

/** What a rule may look at besides itself. No clock and no I/O: the instant and the facts are data. */
export interface RuleContext {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly gate: Gate;
}

/** A kind of rule: what it finds. One file each in `rules/`. */
export interface RuleKind<K extends Rule['kind']> {
  readonly kind: K;
  /** Findings of the rule on these facts: one for each thing that it asks for, none where it asks for nothing. */
  evaluate(rule: RuleOf<K>, context: RuleContext): readonly Finding[];
}
