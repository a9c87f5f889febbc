import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../src/domain/policy/policy';
import { decide, evaluateCase, expected, flips, type DecisionCase } from './decision-case';
import { mutantsOf, withoutEachClause, withoutEachRule, type Mutant } from './policy-mutants';

/** The decision table of a policy. The facts of a case depend on the policy: a plan is made of its material fields. */
export type DecisionTable = (policy: Policy) => readonly DecisionCase[];

/**
 * The promises of a preset as tests: it decides every case as the table says; every enforced clause is seen to stop a
 * change and to be met by one; and the table notices every rule, every clause and every detail that is taken away.
 * @param alike Slips after which a refusal says more or less, but the same is refused for the same clauses.
 */
export function describeDecisions(policy: Policy, tableOf: DecisionTable, alike: readonly string[] = []): void {
  const cases = tableOf(policy);
  const enforced = policy.clauses.filter(({ service }) => service === 'enforced').map(({ id }) => id);

  describe(`${policy.id} decides`, () => {
    it.each(cases.map((line) => [line.gate, line.verdict, line.sentence, line] as const))(
      'at %s to %s %s',
      (_gate, _verdict, _sentence, line) => {
        expect(decide(policy, line)).toEqual(expected(policy, line));
      },
    );
  });

  describe(`every enforced clause of ${policy.id}`, () => {
    it.each(enforced)('%s is named where a change stops and met where one passes', (clause) => {
      const stops = cases.some(({ verdict, unmet }) => verdict === 'block' && unmet.includes(clause));
      expect({ stops, passes: cases.some((line) => passesWith(policy, line, clause)) }).toEqual({
        stops: true,
        passes: true,
      });
    });
  });

  describe(`the table of ${policy.id} notices the policy with`, () => {
    const mutants = [...withoutEachRule(policy), ...withoutEachClause(policy), ...mutantsOf(policy)];
    it.each(mutants.map((mutant) => [mutant.change, mutant] as const))('%s', (change, mutant) => {
      const samePlans = mutant.policy.materialFields === policy.materialFields;
      expect(isNoticed(mutant, samePlans ? cases : tableOf(mutant.policy))).toBe(!alike.includes(change));
    });
  });
}

function isNoticed({ policy, gates }: Mutant, cases: readonly DecisionCase[]): boolean {
  return cases.some((line) => gates.includes(line.gate) && flips(policy, line));
}

function passesWith(policy: Policy, line: DecisionCase, clause: string): boolean {
  if (line.verdict !== 'allow') return false;
  const { rules } = evaluateCase(policy, line);
  return rules.some(({ status, clauses }) => status === 'met' && clauses.includes(clause));
}
