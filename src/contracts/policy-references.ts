import { rolesIn } from '../domain/approval/requirement';
import type { Condition } from '../domain/policy/condition';
import type { Policy, Rule } from '../domain/policy/policy';

export interface BrokenReference {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Everything in a policy that refers to nothing, or that is named twice. Change types compare without regard to case. */
export function brokenReferences(policy: Policy): readonly BrokenReference[] {
  return [
    ...repeated(policy.roles, 'roles'),
    ...repeated(policy.changeTypes, 'changeTypes'),
    ...repeated(policy.standardChanges, 'standardChanges'),
    ...repeated(policy.clauses, 'clauses'),
    ...repeated(policy.rules, 'rules'),
    ...policy.standardChanges.flatMap(({ preApprovedBy }, index) =>
      missing([preApprovedBy], policy.roles, 'role', ['standardChanges', index, 'preApprovedBy']),
    ),
    ...policy.rules.flatMap((rule, index) => ofRule(policy, rule, ['rules', index])),
  ];
}

function ofRule(policy: Policy, rule: Rule, path: (string | number)[]): readonly BrokenReference[] {
  const types = [...(rule.kind === 'allowed-types' ? rule.types : []), ...typesIn(rule.when)];
  return [
    ...missing(rule.clauses, policy.clauses, 'clause', [...path, 'clauses']),
    ...missing(rule.kind === 'approval' ? rolesIn(rule.requirement) : [], policy.roles, 'role', [
      ...path,
      'requirement',
    ]),
    ...missing(types, policy.changeTypes, 'change type', [...path, rule.kind === 'allowed-types' ? 'types' : 'when']),
  ];
}

function typesIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined) return [];
  if ('field' in condition) return condition.field === 'changeType' ? condition.in : [];
  if ('not' in condition) return typesIn(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(typesIn);
}

function missing(
  names: readonly string[],
  known: readonly { readonly id: string }[],
  what: string,
  path: (string | number)[],
): readonly BrokenReference[] {
  const ids = new Set(known.map(({ id }) => comparable(id, what)));
  return names
    .filter((name) => !ids.has(comparable(name, what)))
    .map((name) => ({ path, message: `There is no ${what} "${name}".` }));
}

function repeated(named: readonly { readonly id: string }[], what: string): readonly BrokenReference[] {
  const ids = named.map(({ id }) => comparable(id, what));
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: [what, index, 'id'], message: `"${id}" is there more than once.` }] : [],
  );
}

function comparable(id: string, what: string): string {
  return what.startsWith('change') ? id.toLowerCase() : id;
}
