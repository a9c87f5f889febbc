import { rolesIn, type Requirement } from '../../src/domain/approval/requirement';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy } from '../../src/domain/policy/policy';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { approvedBy, declinedBy } from './flat-facts';
import { fieldOf, notExpressed } from './not-expressed';

/** A rule of https://jsonlogic.com/. */
export type JsonLogic = string | number | boolean | readonly JsonLogic[] | { readonly [operator: string]: JsonLogic };

const read = (name: string): JsonLogic => ({ var: [name] });
const isIn = (name: string, values: readonly string[]): JsonLogic => ({
  in: [read(name), values.map((value) => value.toLowerCase())],
});
const isEmpty = (name: string): JsonLogic => ({ '===': [read(name), ''] });

function condition(when: Condition, policy: Policy): JsonLogic {
  if ('field' in when && 'in' in when) return isIn(when.field, when.in);
  if ('risk' in when) return isIn('riskLevel', when.risk);
  if ('riskAtLeast' in when)
    return isIn('riskLevel', policy.risk.levels.slice(policy.risk.levels.indexOf(when.riskAtLeast)));
  if ('all' in when) return { and: when.all.map((part) => condition(part, policy)) };
  if ('any' in when) return { or: when.any.map((part) => condition(part, policy)) };
  if ('not' in when) return { '!': [condition(when.not, policy)] };
  throw notExpressed('condition');
}

function approved(requirement: Requirement): JsonLogic {
  if ('of' in requirement) {
    const met = requirement.of.map((part): JsonLogic => ({ if: [approved(part), 1, 0] }));
    return { '>=': [{ '+': met }, requirement.atLeast] };
  }
  if ('anyOf' in requirement) return { or: requirement.anyOf.map(approved) };
  if ('allOf' in requirement) return allOf(requirement.allOf, requirement.inOrder === true);
  if ('atLeast' in requirement || 'percent' in requirement) throw notExpressed('requirement');
  return { '>': [read(approvedBy(requirement.role)), 0] };
}

function allOf(parts: readonly Requirement[], inOrder: boolean): JsonLogic {
  const met = parts.map(approved);
  if (!inOrder) return { and: met };
  return { and: [...met, { '<': parts.map((part) => read(approvedBy(rolesIn(part)[0] ?? ''))) }] };
}

function violated(rule: Rule): JsonLogic {
  switch (rule.kind) {
    case 'required-fields':
      return { or: rule.fields.map((field) => isEmpty(fieldOf(field))) };
    case 'approval': {
      const declined = rolesIn(rule.requirement).map((role) => read(declinedBy(role)));
      return { or: [...declined, { '!': [approved(rule.requirement)] }] };
    }
    case 'allowed-types':
      return { '!': [isIn('changeType', rule.types)] };
    case 'separate-duties':
      // The votes are weighed before: there is nothing left to express.
      return false;
    default:
      throw notExpressed(rule.kind);
  }
}

/** The policy as one JsonLogic rule that answers `block`, `warn` or `allow`. */
export function policyAsJsonLogic(policy: Policy): JsonLogic {
  const rules = policy.rules.map((rule) => ({
    strength: rule.strength,
    broken: rule.when === undefined ? violated(rule) : { and: [condition(rule.when, policy), violated(rule)] },
  }));
  const blocks = rules.map(({ strength, broken }): JsonLogic =>
    strength === 'block' ? broken : { and: [broken, isEmpty('deviationReason')] },
  );
  const warns = rules.filter(({ strength }) => strength === 'warn').map(({ broken }) => broken);
  const knownType = isIn(
    'changeType',
    policy.changeTypes.map(({ id }) => id),
  );
  return { if: [{ or: [{ '!': [knownType] }, ...blocks] }, 'block', { or: [false, ...warns] }, 'warn', 'allow'] };
}
