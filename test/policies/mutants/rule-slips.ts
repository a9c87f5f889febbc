import type { Policy } from '../../../src/domain/policy/policy';
import type { Rule, RuleOf } from '../../../src/domain/policy/policy-rule';
import { slipsOfCondition } from './condition-slips';
import { leftOut, leftOutOfSeveral } from './left-out';
import { slipsOfRequirement } from './requirement-slips';

/** A rule in which one small thing is not as it was, and what. */
export type Slip = readonly [change: string, rule: Rule];

/** Every rule that comes of one small omission or slip in a rule of the policy. */
export function slipsOfRule(rule: Rule, policy: Policy): readonly Slip[] {
  const turned = rule.strength === 'block' ? 'warn' : 'block';
  return [
    ...leftOutOfSeveral(rule.gates).map(([gate, gates]): Slip => [`not at ${gate}`, { ...rule, gates }]),
    ...leftOut(rule.clauses).map(([clause, clauses]): Slip => [`not for ${clause}`, { ...rule, clauses }]),
    [`turned into ${turned}`, { ...rule, strength: turned }],
    ...slipsOfWhen(rule),
    ...slipsOfKind(rule, policy),
  ];
}

function slipsOfWhen(rule: Rule): readonly Slip[] {
  if (rule.when === undefined) return [];
  const { when, ...always } = rule;
  return [
    ['for every change', always],
    ...slipsOfCondition(when).map((slipped): Slip => [`when ${JSON.stringify(slipped)}`, { ...rule, when: slipped }]),
  ];
}

function slipsOfKind(rule: Rule, policy: Policy): readonly Slip[] {
  switch (rule.kind) {
    case 'required-fields':
      return slipsOfFields(rule);
    case 'approval':
      return slipsOfApproval(rule);
    case 'separate-duties':
    case 'same-person':
      return leftOutOfSeveral(rule.pairs).map(([pair, pairs]): Slip => [`not for ${pair.join()}`, { ...rule, pairs }]);
    case 'who-may':
      return [
        ...leftOutOfSeveral(rule.roles).map(([role, roles]): Slip => [`not by ${role}`, { ...rule, roles }]),
        ...others(policy.roles, rule.roles).map((id): Slip => [`by ${id}`, { ...rule, roles: [...rule.roles, id] }]),
      ];
    case 'authorship':
      return leftOutOfSeveral(rule.fields).map(([field, fields]): Slip => [`not of ${field}`, { ...rule, fields }]);
    case 'outside-freezes':
      return leftOutOfSeveral(rule.freezes).map(([kind, freezes]): Slip => [`not ${kind} ones`, { ...rule, freezes }]);
    case 'test-suites':
      return leftOutOfSeveral(rule.suites).map(([suite, suites]): Slip => [
        `not asking for ${suite}`,
        { ...rule, suites },
      ]);
    case 'post-implementation-review':
      return [[rule.meeting ? 'without a meeting' : 'with a meeting', { ...rule, meeting: !rule.meeting }]];
    case 'allowed-types':
      return others(policy.changeTypes, rule.types).map((id): Slip => [
        `letting ${id} pass`,
        { ...rule, types: [...rule.types, id] },
      ]);
    default:
      return [];
  }
}

function others(all: readonly { readonly id: string }[], named: readonly string[]): readonly string[] {
  return all.map(({ id }) => id).filter((id) => !named.includes(id));
}

function slipsOfFields(rule: RuleOf<'required-fields'>): readonly Slip[] {
  const fewer = leftOutOfSeveral(rule.fields).map(([field, fields]): Slip => [
    `not asking for ${JSON.stringify(field)}`,
    { ...rule, fields },
  ]);
  const groups = rule.fields.flatMap((group, index) =>
    typeof group === 'string'
      ? []
      : leftOutOfSeveral(group.oneOf).map(([field, oneOf]): Slip => [
          `not content with ${field}`,
          { ...rule, fields: rule.fields.toSpliced(index, 1, { oneOf }) },
        ]),
  );
  return [...fewer, ...groups];
}

function slipsOfApproval(rule: RuleOf<'approval'>): readonly Slip[] {
  const { wait, expiresAfterHours, humansOnly, distinctPeople, veto, ...plain } = rule;
  const requirement = slipsOfRequirement(rule.requirement).map(([change, slipped]): Slip => [
    change,
    { ...rule, requirement: slipped },
  ]);
  const settings = { wait, expiresAfterHours, humansOnly, distinctPeople, veto };
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  const forgotten = leftOut(given).map(([[name], kept]): Slip => [
    `without ${name}`,
    { ...plain, ...Object.fromEntries(kept) },
  ]);
  const deaf: readonly Slip[] = veto === undefined ? [['with no veto', { ...rule, veto: 'nobody' }]] : [];
  return [...requirement, ...forgotten, ...deaf];
}
