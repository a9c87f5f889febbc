import { describe, expect, it } from '@jest/globals';
import { checklistOf } from '../../src/domain/policy/checklist';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../src/domain/policy/policy';
import { genericPolicy } from '../../src/policies/generic';
import { GENERIC_CASES, type DecisionCase } from './generic-cases';
import { mutantsOf } from './policy-mutants';

const CLAUSES = genericPolicy.clauses.map(({ id }) => id);
const ENFORCED = genericPolicy.clauses.filter(({ service }) => service === 'enforced').map(({ id }) => id);

function evaluate(policy: Policy, { facts, gate }: DecisionCase) {
  return evaluatePolicy(policy, facts, gate, '2026-03-02T09:00:00.000Z');
}

/** The verdict, and the clauses that a refusal names, in the order of the document. */
function decide(policy: Policy, line: DecisionCase) {
  const evaluation = evaluate(policy, line);
  const missing = checklistOf(evaluation).filter(({ state }) => state === 'unmet' || state === 'unknown');
  return { verdict: evaluation.verdict, names: inOrder(missing.flatMap(({ clauses }) => clauses)) };
}

/** Whether a policy decides a case otherwise than the table says. */
function flips(policy: Policy, line: DecisionCase): boolean {
  const { verdict, names } = decide(policy, line);
  return verdict !== line.verdict || names.join() !== inOrder(line.names).join();
}

function inOrder(names: readonly string[]): readonly string[] {
  return CLAUSES.filter((id) => names.includes(id));
}

describe('the generic policy decides', () => {
  it.each(GENERIC_CASES.map((line) => [line.gate, line.verdict, line.sentence, line] as const))(
    'at %s to %s %s',
    (_gate, verdict, _sentence, line) => {
      expect(decide(genericPolicy, line)).toEqual({ verdict, names: inOrder(line.names) });
    },
  );
});

describe('every enforced clause', () => {
  it.each(ENFORCED)('%s is named by a refusal and met by a change that passes', (clause) => {
    const refusals = GENERIC_CASES.filter(({ verdict, names }) => verdict === 'block' && names.includes(clause));
    const passes = GENERIC_CASES.filter(
      (line) =>
        line.verdict === 'allow' &&
        evaluate(genericPolicy, line).rules.some(({ status, clauses }) => status === 'met' && clauses.includes(clause)),
    );
    expect({ refusals: refusals.length > 0, passes: passes.length > 0 }).toEqual({ refusals: true, passes: true });
  });
});

describe('the table of cases', () => {
  it.each(genericPolicy.rules.map((rule) => [rule.id, rule] as const))(
    'has another verdict somewhere without the rule %s',
    (_id, rule) => {
      const without = { ...genericPolicy, rules: genericPolicy.rules.filter((other) => other !== rule) };
      const touched = GENERIC_CASES.filter(({ gate }) => rule.gates.includes(gate));
      expect(touched.some((line) => evaluate(without, line).verdict !== line.verdict)).toBe(true);
    },
  );

  it.each(mutantsOf(genericPolicy).map((mutant) => [mutant.change, mutant] as const))(
    'notices the policy with %s',
    (_change, { policy, gates }) => {
      expect(GENERIC_CASES.filter(({ gate }) => gates.includes(gate)).some((line) => flips(policy, line))).toBe(true);
    },
  );
});
