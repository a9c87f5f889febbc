import type { KeptWeights } from '../approval/kept-weights';
import type { FieldId } from '../change/change-field';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import type { ChangeFacts } from '../change/change-facts';
import type { Duty } from './duty';
import type { Finding } from './evaluation';
import type { Policy } from './policy';
import type { Rule, RuleOf } from './policy-rule';

/** What a rule may look at besides itself. No clock and no I/O: the instant and the facts are data. */
export interface RuleContext {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly gate: Gate;
  readonly instant: Instant;
  /** The votes as they were weighed for this evaluation. */
  readonly weights: KeptWeights;
}

/** Facts that not every rule needs, so that they are looked up only where a rule asks for them. */
export interface FactNeeds {
  /** Fields whose last author is asked for. */
  readonly authors?: readonly FieldId[];
  /** Duties of which the roles that their people hold are asked for. */
  readonly duties?: readonly Duty[];
  /** Whether the roles of those authors are asked for. */
  readonly authorRoles?: boolean;
  /** Roles whose number of holders is asked for. */
  readonly sizes?: readonly string[];
  readonly windows?: boolean;
  readonly plannedChanges?: boolean;
  readonly milestones?: boolean;
}

/** A kind of rule: what it finds. One file each in `rules/`. */
export interface RuleKind<K extends Rule['kind']> {
  readonly kind: K;
  /** Findings of the rule on these facts: one for each thing that it asks for, none where it asks for nothing. */
  evaluate(rule: RuleOf<K>, context: RuleContext): readonly Finding[];
  /** The facts it needs besides fields and votes; absent where it needs none. */
  needs?(rule: RuleOf<K>): FactNeeds;
}
