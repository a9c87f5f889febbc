import { GATES, type Gate } from '../../src/domain/change/lifecycle';
import type { Policy } from '../../src/domain/policy/policy';
import { leftOut } from './mutants/left-out';
import { slipsOfCondition } from './mutants/condition-slips';
import { slipsOfRule } from './mutants/rule-slips';

/** A policy in which one small thing is not as it was. */
export interface Mutant {
  readonly change: string;
  readonly policy: Policy;
  /** Where it can make a difference. */
  readonly gates: readonly Gate[];
}

/** The policy with one rule less, for each of its rules. */
export function withoutEachRule(policy: Policy): readonly Mutant[] {
  return leftOut(policy.rules).map(([rule, rules]) => ({
    change: `no rule ${rule.id}`,
    policy: { ...policy, rules },
    gates: rule.gates,
  }));
}

/** The policy without every rule that names a clause, for each clause that is enforced. */
export function withoutEachClause(policy: Policy): readonly Mutant[] {
  const enforced = policy.clauses.filter(({ service }) => service === 'enforced');
  return enforced.map(({ id }) => {
    const naming = policy.rules.filter(({ clauses }) => clauses.includes(id));
    return {
      change: `no rule for ${id}`,
      policy: { ...policy, rules: policy.rules.filter((rule) => !naming.includes(rule)) },
      gates: [...new Set(naming.flatMap(({ gates }) => gates))],
    };
  });
}

/** Every policy that comes of one small omission or slip in a rule, a term or a setting that rules look at. */
export function mutantsOf(policy: Policy): readonly Mutant[] {
  const ofRules = policy.rules.flatMap((rule) =>
    slipsOfRule(rule, policy).map(([change, slipped]) => ({
      change: `${rule.id} ${change}`,
      policy: { ...policy, rules: policy.rules.map((other) => (other === rule ? slipped : other)) },
      gates: rule.gates,
    })),
  );
  const ofTerms = policy.terms.flatMap((term) =>
    slipsOfCondition(term.means).map((means) => ({
      change: `"${term.id}" meaning ${JSON.stringify(means)}`,
      policy: { ...policy, terms: policy.terms.map((other) => (other === term ? { ...term, means } : other)) },
      gates: GATES,
    })),
  );
  return [...ofRules, ...ofTerms, ...slipsOfSettings(policy)];
}

function slipsOfSettings(policy: Policy): readonly Mutant[] {
  const { emergencies, exceptions } = policy;
  const fields = leftOut(policy.materialFields).map(([field, materialFields]): [string, Policy] => [
    `a material field less: ${field}`,
    { ...policy, materialFields },
  ]);
  const bypasses = leftOut(emergencies.bypasses).map(([rule, left]): [string, Policy] => [
    `emergencies bound by ${rule}`,
    { ...policy, emergencies: { ...emergencies, bypasses: left } },
  ]);
  const noExceptions: readonly [string, Policy][] =
    exceptions === 'none' ? [] : [['no exceptions', { ...policy, exceptions: 'none' }]];
  const catalogue = leftOut(policy.standardChanges).map(([{ id }, standardChanges]): [string, Policy] => [
    `a catalogue without ${id}`,
    { ...policy, standardChanges },
  ]);
  return [...fields, ...bypasses, ...noExceptions, ...catalogue].map(([change, mutant]) => ({
    change,
    policy: mutant,
    gates: GATES,
  }));
}
