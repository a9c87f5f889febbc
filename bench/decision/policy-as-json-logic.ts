import type { Requirement } from '../../src/domain/approval/requirement';
import type { Gate } from '../../src/domain/change/lifecycle';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy, Rule } from '../../src/domain/policy/policy';
import { approvedAt, declinedAt } from './flat-facts';

/** A rule of https://jsonlogic.com/. */
export type JsonLogic = string | number | boolean | readonly JsonLogic[] | { readonly [operator: string]: JsonLogic };

const read = (name: string): JsonLogic => ({ var: [name] });
const isIn = (name: string, values: readonly string[]): JsonLogic => ({
  in: [read(name), values.map((value) => value.toLowerCase())],
});
const isEmpty = (name: string): JsonLogic => ({ '===': [read(name), ''] });

function condition(when: Condition): JsonLogic {
  if ('field' in when) return isIn(when.field, when.in);
  if ('all' in when) return { and: when.all.map(condition) };
  if ('any' in when) return { or: when.any.map(condition) };
  return { '!': [condition(when.not)] };
}

function approved(requirement: Requirement, point: Gate): JsonLogic {
  if ('role' in requirement) return { '>': [read(approvedAt(point, requirement.role)), 0] };
  if ('anyOf' in requirement) return { or: requirement.anyOf.map((part) => approved(part, point)) };
  const parts = requirement.allOf.map((part) => approved(part, point));
  if (requirement.inOrder !== true) return { and: parts };
  const instants = requirement.allOf.map((part) => {
    if (!('role' in part)) throw new Error('An order is expressed between roles only.');
    return read(approvedAt(point, part.role));
  });
  return { and: [...parts, { '<': instants }] };
}

function violated(rule: Rule, policy: Policy): JsonLogic {
  switch (rule.kind) {
    case 'required-fields':
      return { or: rule.fields.map(isEmpty) };
    case 'approval':
      return { or: [read(declinedAt(rule.point)), { '!': [approved(rule.requirement, rule.point)] }] };
    case 'standard-catalogue':
      return {
        '!': [
          isIn(
            'standardTemplate',
            policy.standardChanges.flatMap(({ id, title }) => [id, title]),
          ),
        ],
      };
    case 'allowed-types':
      return { '!': [isIn('changeType', rule.types)] };
    case 'requester-is-not-approver':
      throw new Error('The votes are weighed before: there is nothing left to express.');
  }
}

/** The policy at one gate as one JsonLogic rule that answers `block`, `warn` or `allow`. */
export function policyAsJsonLogic(policy: Policy, gate: Gate): JsonLogic {
  const knownType = isIn(
    'changeType',
    policy.changeTypes.map(({ id }) => id),
  );
  const rules = policy.rules
    .filter((rule) => rule.gates.includes(gate))
    .map((rule) => ({
      strength: rule.strength,
      broken:
        rule.when === undefined
          ? violated(rule, policy)
          : { and: [condition(rule.when), violated(rule, policy)] as const },
    }));
  const blocks = rules.map(({ strength, broken }) =>
    strength === 'block' ? broken : { and: [broken, isEmpty('deviationReason')] },
  );
  const warns = rules.filter(({ strength }) => strength === 'warn').map(({ broken }) => broken);
  return { if: [{ or: [{ '!': [knownType] }, ...blocks] }, 'block', { or: [false, ...warns] }, 'warn', 'allow'] };
}
