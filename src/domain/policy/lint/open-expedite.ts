import { isOneOf } from '../holds';
import { typesOf } from '../emergency';
import type { LintCheck } from './lint-finding';
import { cover } from './rule-reach';

/** Types of change that could take the way of emergencies, past all approvals, because no rule shuts it to them. */
export const openExpedite: LintCheck = (policy) => {
  const atGate = policy.rules.filter(({ gates, strength }) => gates.includes('expedite') && strength === 'block');
  const types = typesOf(policy, { emergency: false }).filter((type) => {
    const shutting = atGate.filter(
      (rule) => rule.kind === 'emergency-path' || (rule.kind === 'allowed-types' && !isOneOf(type, rule.types)),
    );
    return !cover(shutting, type, policy);
  });
  return types.length === 0 ? [] : [{ code: 'expedite-open', severity: 'error', clauses: [], ruleIds: [], types }];
};
