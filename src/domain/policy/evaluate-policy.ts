import { keepWeights } from '../approval/kept-weights';
import type { ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import { holds, unknownsIn } from './holds';
import type { Evaluation, Finding, RuleResult, RuleStatus, Verdict } from './evaluation';
import { bypassedRule } from './emergency';
import { findException } from './exceptions';
import type { Policy } from './policy';
import type { AllowedTypesRule, Rule } from './policy-rule';
import type { RuleContext } from './rule';
import { evaluateRule } from './rule-list';
import { findField } from './rules/required-fields';
import { isInScope } from './scope';

/**
 * Decides whether a change may pass a gate: every rule that applies there, what it found, and what would satisfy it.
 * Pure and deterministic: the same policy, facts, gate and instant give the same tree. What is not known blocks.
 * A change whose type the policy does not know is blocked at every gate; one that the policy does not govern passes.
 */
export function evaluatePolicy(policy: Policy, facts: ChangeFacts, gate: Gate, instant: Instant): Evaluation {
  const rules = resultsOf({ policy, facts, gate, instant, weights: keepWeights() });
  return {
    verdict: verdictOf(rules),
    gate,
    instant,
    policyId: policy.id,
    policyVersion: policy.version,
    rules,
  };
}

function resultsOf(context: RuleContext): readonly RuleResult[] {
  if (!isInScope(context)) {
    const findings: Finding[] = [{ met: 'yes', reason: { code: 'out-of-scope' } }];
    return [{ ruleId: 'scope', clauses: [], strength: 'block', status: 'met', findings }];
  }
  const results = [typeIsKnown(context)];
  for (const rule of context.policy.rules) {
    if (rule.gates.includes(context.gate)) results.push(resultOf(rule, context));
  }
  return results;
}

const NOTHING: readonly Finding[] = [];

function resultOf(rule: Rule, context: RuleContext): RuleResult {
  const { when } = rule;
  if (when !== undefined) {
    const applies = holds(when, context);
    if (applies === 'no') return result(rule, 'not-applicable', NOTHING);
    if (applies === 'unknown') {
      const parts = unknownsIn(when, context);
      return result(rule, 'unknown', [
        { met: 'unknown', reason: { code: 'condition-unknown', ruleId: rule.id }, parts },
      ]);
    }
  }
  const bypassed = bypassedRule(rule, context);
  if (bypassed !== undefined) {
    return result(rule, 'met', [{ met: 'yes', reason: { code: 'bypassed', rule: bypassed } }]);
  }
  const findings = evaluateRule(rule, context);
  const status = statusOf(findings);
  return status === 'unmet' ? passUnmet(rule, findings, context) : result(rule, status, findings);
}

/** An unmet rule stops the change, unless an exception from all its clauses was granted or a warning was answered. */
function passUnmet(rule: Rule, findings: readonly Finding[], context: RuleContext): RuleResult {
  const exception = findException(rule, context);
  if (exception !== undefined) return result(rule, 'excepted', [...findings, exception]);
  if (rule.strength === 'block') return result(rule, 'unmet', findings);
  const reason = findField(context.facts, 'deviationReason');
  if (reason.met === 'yes') return result(rule, 'waived', [...findings, reason]);
  return result(rule, 'unmet', [...findings, { ...reason, remedy: { do: 'give-reason', field: 'deviationReason' } }]);
}

function result(rule: Rule, status: RuleStatus, findings: readonly Finding[]): RuleResult {
  return { ruleId: rule.id, clauses: rule.clauses, strength: rule.strength, status, findings };
}

/** Without a known type no condition on the type can be trusted, so this comes before the policy's own rules. */
function typeIsKnown(context: RuleContext): RuleResult {
  const types = context.policy.changeTypes.map(({ id }) => id);
  const rule: AllowedTypesRule = {
    kind: 'allowed-types',
    id: 'change-type',
    clauses: [],
    gates: [context.gate],
    strength: 'block',
    types,
  };
  const findings = evaluateRule(rule, context);
  return result(rule, statusOf(findings), findings);
}

function statusOf(findings: readonly Finding[]): RuleStatus {
  let status: RuleStatus = 'met';
  for (const { met } of findings) {
    if (met === 'no') return 'unmet';
    if (met === 'unknown') status = 'unknown';
  }
  return status;
}

function verdictOf(rules: readonly RuleResult[]): Verdict {
  let verdict: Verdict = 'allow';
  for (const { status } of rules) {
    if (status === 'unmet' || status === 'unknown') return 'block';
    if (status === 'waived' || status === 'excepted') verdict = 'warn';
  }
  return verdict;
}
