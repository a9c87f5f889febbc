import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Requirement } from '../../src/domain/approval/requirement';
import type { Gate } from '../../src/domain/change/lifecycle';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy, Rule } from '../../src/domain/policy/policy';
import { approvedAt, declinedAt } from './flat-facts';

const isIn = (fact: string, values: readonly string[]): NestedCondition => ({
  fact,
  operator: 'in',
  value: values.map((value) => value.toLowerCase()),
});
const isEmpty = (fact: string): NestedCondition => ({ fact, operator: 'equal', value: '' });

function condition(when: Condition): NestedCondition {
  if ('field' in when) return isIn(when.field, when.in);
  if ('all' in when) return { all: when.all.map(condition) };
  if ('any' in when) return { any: when.any.map(condition) };
  return { not: condition(when.not) };
}

function approved(requirement: Requirement, point: Gate): NestedCondition {
  if ('role' in requirement) {
    return { fact: approvedAt(point, requirement.role), operator: 'greaterThan', value: 0 };
  }
  if ('anyOf' in requirement) return { any: requirement.anyOf.map((part) => approved(part, point)) };
  const parts = requirement.allOf.map((part) => approved(part, point));
  return { all: requirement.inOrder === true ? [...parts, ...inOrder(requirement.allOf, point)] : parts };
}

function inOrder(parts: readonly Requirement[], point: Gate): NestedCondition[] {
  const facts = parts.map((part) => {
    if (!('role' in part)) throw new Error('An order is expressed between roles only.');
    return approvedAt(point, part.role);
  });
  return facts
    .slice(1)
    .map((fact, index) => ({ fact, operator: 'greaterThan', value: { fact: facts[index] } }) satisfies NestedCondition);
}

function violated(rule: Rule, policy: Policy): NestedCondition {
  switch (rule.kind) {
    case 'required-fields':
      return { any: rule.fields.map(isEmpty) };
    case 'approval':
      return {
        any: [
          { fact: declinedAt(rule.point), operator: 'equal', value: true },
          { not: approved(rule.requirement, rule.point) },
        ],
      };
    case 'standard-catalogue':
      return {
        not: isIn(
          'standardTemplate',
          policy.standardChanges.flatMap(({ id, title }) => [id, title]),
        ),
      };
    case 'allowed-types':
      return { not: isIn('changeType', rule.types) };
    case 'requester-is-not-approver':
      throw new Error('The votes are weighed before: there is nothing left to express.');
  }
}

/** An engine for one gate: a rule fires an event `block` or `warn`, with its id, when what it asks for is missing. */
export function policyAsJsonRules(policy: Policy, gate: Gate): Engine {
  const engine = new Engine();
  const types = policy.changeTypes.map(({ id }) => id);
  engine.addRule({ conditions: { not: isIn('changeType', types) }, event: { type: 'block' } });
  for (const rule of policy.rules.filter(({ gates }) => gates.includes(gate))) {
    const missing = violated(rule, policy);
    const broken: NestedCondition[] = rule.when === undefined ? [missing] : [condition(rule.when), missing];
    const add = (type: string, ...also: NestedCondition[]) => {
      const conditions: TopLevelCondition = { all: [...broken, ...also] };
      engine.addRule({ conditions, event: { type, params: { ruleId: rule.id, clauses: rule.clauses } } });
    };
    if (rule.strength === 'block') add('block');
    else {
      add('block', isEmpty('deviationReason'));
      add('warn', { not: isEmpty('deviationReason') });
    }
  }
  return engine;
}
