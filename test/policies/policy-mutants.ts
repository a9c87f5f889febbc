import type { Requirement } from '../../src/domain/approval/requirement';
import { GATES, type Gate } from '../../src/domain/change/lifecycle';
import type { Condition } from '../../src/domain/policy/condition';
import type { Policy, Rule } from '../../src/domain/policy/policy';

/** A policy in which one small thing is not as it was. */
export interface Mutant {
  readonly change: string;
  readonly policy: Policy;
  /** Where it can make a difference. */
  readonly gates: readonly Gate[];
}

/** Every policy that comes of one small omission or slip in a rule, or of one material field less. */
export function mutantsOf(policy: Policy): readonly Mutant[] {
  const ofRules = policy.rules.flatMap((rule) =>
    slips(rule).map(([change, slipped]) => ({
      change: `${rule.id} ${change}`,
      policy: { ...policy, rules: policy.rules.map((other) => (other === rule ? slipped : other)) },
      gates: rule.gates,
    })),
  );
  const ofFields = without(policy.materialFields).map(([field, materialFields]) => ({
    change: `a material field less: ${field}`,
    policy: { ...policy, materialFields },
    gates: GATES,
  }));
  return [...ofRules, ...ofFields];
}

type Slip = readonly [change: string, rule: Rule];

function slips(rule: Rule): readonly Slip[] {
  return [
    ...(rule.gates.length < 2
      ? []
      : without(rule.gates).map(([gate, gates]): Slip => [`not at ${gate}`, { ...rule, gates }])),
    ...without(rule.clauses).map(([clause, clauses]): Slip => [`not for ${clause}`, { ...rule, clauses }]),
    [
      `turned into ${rule.strength === 'block' ? 'a warning' : 'a block'}`,
      { ...rule, strength: rule.strength === 'block' ? 'warn' : 'block' },
    ],
    ...slipsOfCondition(rule),
    ...slipsOfKind(rule),
  ];
}

function slipsOfCondition(rule: Rule): readonly Slip[] {
  if (rule.when === undefined) return [];
  const { when, ...always } = rule;
  return [
    ['for every change', always],
    ...weaker(when).map((slipped): Slip => [`when ${JSON.stringify(slipped)}`, { ...rule, when: slipped }]),
  ];
}

/** The condition with one part of an all or any, or one option, left out. */
function weaker(condition: Condition): readonly Condition[] {
  if ('field' in condition) {
    return condition.in.length < 2 ? [] : without(condition.in).map(([, options]) => ({ ...condition, in: options }));
  }
  if ('not' in condition) return weaker(condition.not).map((not) => ({ not }));
  const parts = 'all' in condition ? condition.all : condition.any;
  const put = (some: readonly Condition[]): Condition => ('all' in condition ? { all: some } : { any: some });
  return parts.flatMap((part, index) => [
    put(parts.filter((other) => other !== part)),
    ...weaker(part).map((slipped) => put(parts.toSpliced(index, 1, slipped))),
  ]);
}

function slipsOfKind(rule: Rule): readonly Slip[] {
  switch (rule.kind) {
    case 'required-fields':
      return rule.fields.length < 2
        ? []
        : without(rule.fields).map(([field, fields]): Slip => [`not asking for ${field}`, { ...rule, fields }]);
    case 'approval':
      return slipsOfRequirement(rule.requirement).map(([change, requirement]): Slip => [
        change,
        { ...rule, requirement },
      ]);
    case 'allowed-types':
      return ['Standard', 'Normal'].map((type): Slip => [
        `letting ${type} pass`,
        { ...rule, types: [...rule.types, type] },
      ]);
    default:
      return [];
  }
}

function slipsOfRequirement(requirement: Requirement): readonly (readonly [string, Requirement])[] {
  if (!('allOf' in requirement)) return [];
  const { allOf, inOrder, ...rest } = requirement;
  const fewer = allOf.map((part): readonly [string, Requirement] => [
    `without ${JSON.stringify(part)}`,
    { ...requirement, allOf: allOf.filter((other) => other !== part) },
  ]);
  const turned: readonly [string, Requirement] = ['in any order', { ...rest, allOf }];
  return [...fewer, ['asking for one of them', { anyOf: allOf }], ...(inOrder === true ? [turned] : [])];
}

function without<T>(items: readonly T[]): readonly (readonly [T, readonly T[]])[] {
  return items.map((item, index) => [item, items.toSpliced(index, 1)] as const);
}
