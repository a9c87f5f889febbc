import { keepWeights } from '../../src/domain/approval/kept-weights';
import type { ChangeFacts } from '../../src/domain/change/change-facts';
import type { Gate } from '../../src/domain/change/lifecycle';
import type { Policy } from '../../src/domain/policy/policy';
import type { RuleContext } from '../../src/domain/policy/rule';
import { changeFacts, type FactsOverrides } from './change-facts';
import { policyWith } from './policies';
import { minute } from './votes';

export interface ContextOverrides {
  readonly policy?: Partial<Policy>;
  readonly facts?: FactsOverrides | ChangeFacts;
  readonly gate?: Gate;
  readonly instant?: string;
}

/** What a rule looks at: a careful normal change under the policy of the test, at Authorize on 2 March 2026, 09:00 UTC. */
export function ruleContext({ policy, facts = {}, gate, instant }: ContextOverrides = {}): RuleContext {
  return {
    policy: policyWith([], policy),
    facts: 'fingerprint' in facts ? facts : changeFacts(facts),
    gate: gate ?? 'authorize',
    instant: instant ?? minute(0),
    weights: keepWeights(),
  };
}
