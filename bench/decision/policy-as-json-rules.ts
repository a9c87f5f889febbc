import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { rolesIn, type Requirement } from '../../src/domain/approval/requirement';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy } from '../../src/domain/policy/policy';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { approvedBy, declinedBy } from './flat-facts';
import { fieldOf, notExpressed } from './not-expressed';

const isIn = (fact: string, values: readonly string[]): NestedCondition => ({
  fact,
  operator: 'in',
  value: values.map((value) => value.toLowerCase()),
});
const isEmpty = (fact: string): NestedCondition => ({ fact, operator: 'equal', value: '' });

function condition(when: Condition, policy: Policy): NestedCondition {
  if ('field' in when && 'in' in when) return isIn(when.field, when.in);
  if ('risk' in when) return isIn('riskLevel', when.risk);
  if ('riskAtLeast' in when)
    return isIn('riskLevel', policy.risk.levels.slice(policy.risk.levels.indexOf(when.riskAtLeast)));
  if ('all' in when) return { all: when.all.map((part) => condition(part, policy)) };
  if ('any' in when) return { any: when.any.map((part) => condition(part, policy)) };
  if ('not' in when) return { not: condition(when.not, policy) };
  throw notExpressed('condition');
}

function approved(requirement: Requirement): NestedCondition {
  if ('of' in requirement)
    return { any: choices(requirement.of, requirement.atLeast).map((some) => ({ all: some.map(approved) })) };
  if ('anyOf' in requirement) return { any: requirement.anyOf.map(approved) };
  if ('allOf' in requirement) {
    const parts = requirement.allOf.map(approved);
    return { all: requirement.inOrder === true ? [...parts, ...inOrder(requirement.allOf)] : parts };
  }
  if ('atLeast' in requirement || 'percent' in requirement) throw notExpressed('requirement');
  return { fact: approvedBy(requirement.role), operator: 'greaterThan', value: 0 };
}

/** Every choice of so many of the parts: the engine cannot count. */
function choices(parts: readonly Requirement[], count: number): readonly (readonly Requirement[])[] {
  const [first, ...rest] = parts;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choices(rest, count - 1).map((some) => [first, ...some]), ...choices(rest, count)];
}

function inOrder(parts: readonly Requirement[]): NestedCondition[] {
  const facts = parts.map((part) => approvedBy(rolesIn(part)[0] ?? ''));
  return facts
    .slice(1)
    .map((fact, index) => ({ fact, operator: 'greaterThan', value: { fact: facts[index] } }) satisfies NestedCondition);
}

/** Undefined where nothing is left to express. */
function violated(rule: Rule): NestedCondition | undefined {
  switch (rule.kind) {
    case 'required-fields':
      return { any: rule.fields.map((field) => isEmpty(fieldOf(field))) };
    case 'approval': {
      const declined = rolesIn(rule.requirement).map((role): NestedCondition => ({
        fact: declinedBy(role),
        operator: 'equal',
        value: true,
      }));
      return { any: [...declined, { not: approved(rule.requirement) }] };
    }
    case 'allowed-types':
      return { not: isIn('changeType', rule.types) };
    case 'separate-duties':
      // The votes are weighed before.
      return undefined;
    default:
      throw notExpressed(rule.kind);
  }
}

/** An engine: a rule fires an event `block` or `warn`, with its id, when what it asks for is missing. */
export function policyAsJsonRules(policy: Policy): Engine {
  const engine = new Engine();
  const types = policy.changeTypes.map(({ id }) => id);
  engine.addRule({ conditions: { all: [{ not: isIn('changeType', types) }] }, event: { type: 'block' } });
  for (const rule of policy.rules) {
    const missing = violated(rule);
    if (missing === undefined) continue;
    const broken = rule.when === undefined ? [missing] : [condition(rule.when, policy), missing];
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
