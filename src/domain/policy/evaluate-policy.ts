import type { ChangeFacts } from '../change/change-facts';
import type { Gate } from '../change/lifecycle';
import type { Instant } from '../instant';
import { fieldsIn, holds, type Condition } from './condition';
import type { Evaluation, Finding, RuleResult, RuleStatus, Verdict } from './evaluation';
import type { Policy, Rule } from './policy';
import { evaluateRule } from './rule-list';
import { findField } from './rules/required-fields';

/**
 * Decides whether a change may pass a gate: every rule that applies there, what it found, and what would satisfy it.
 * Pure and deterministic: the same policy, facts, gate and instant give the same tree. What is not known blocks.
 * A change whose type the policy does not know is blocked at every gate.
 */
export function evaluatePolicy(policy: Policy, facts: ChangeFacts, gate: Gate, instant: Instant): Evaluation {
  const context = { policy, facts, gate };
  const rules = [typeIsKnown(policy, facts, gate)].concat(
    policy.rules.filter((rule) => rule.gates.includes(gate)).map((rule) => resultOf(rule, context)),
  );
  return {
    verdict: verdictOf(rules),
    gate,
    instant,
    policyId: policy.id,
    policyVersion: policy.version,
    rules,
  };
}

function resultOf(rule: Rule, context: Parameters<typeof evaluateRule>[1]): RuleResult {
  const { id: ruleId, clauses, strength } = rule;
  const applies = rule.when === undefined ? 'yes' : holds(rule.when, context.facts);
  if (applies === 'no') return { ruleId, clauses, strength, status: 'not-applicable', findings: [] };
  if (rule.when !== undefined && applies === 'unknown') {
    const parts = unreadFields(rule.when, context.facts);
    const findings: Finding[] = [{ met: 'unknown', reason: { code: 'condition-unknown', ruleId }, parts }];
    return { ruleId, clauses, strength, status: 'unknown', findings };
  }
  const findings = evaluateRule(rule, context);
  const status = statusOf(findings);
  if (status !== 'unmet' || strength === 'block') return { ruleId, clauses, strength, status, findings };
  const reason = findField(context.facts, 'deviationReason');
  if (reason.met === 'yes') return { ruleId, clauses, strength, status: 'waived', findings: [...findings, reason] };
  const asksForReason: Finding = { ...reason, remedy: { do: 'give-reason', field: 'deviationReason' } };
  return { ruleId, clauses, strength, status: 'unmet', findings: [...findings, asksForReason] };
}

function unreadFields(condition: Condition, facts: ChangeFacts): readonly Finding[] {
  return fieldsIn(condition)
    .map((field) => findField(facts, field))
    .filter(({ met }) => met === 'unknown');
}

/** Without a known type no condition on the type can be trusted, so this comes before the policy's own rules. */
function typeIsKnown(policy: Policy, facts: ChangeFacts, gate: Gate): RuleResult {
  const types = policy.changeTypes.map(({ id }) => id);
  const rule: Rule = { kind: 'allowed-types', id: 'change-type', clauses: [], gates: [gate], strength: 'block', types };
  const findings = evaluateRule(rule, { policy, facts, gate });
  return { ruleId: rule.id, clauses: rule.clauses, strength: rule.strength, status: statusOf(findings), findings };
}

function statusOf(findings: readonly Finding[]): RuleStatus {
  if (findings.some(({ met }) => met === 'no')) return 'unmet';
  return findings.some(({ met }) => met === 'unknown') ? 'unknown' : 'met';
}

function verdictOf(rules: readonly RuleResult[]): Verdict {
  if (rules.some(({ status }) => status === 'unmet' || status === 'unknown')) return 'block';
  return rules.some(({ status }) => status === 'waived') ? 'warn' : 'allow';
}
