import jsonLogic from 'json-logic-js';
import { do_not_optimize } from 'mitata';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import { CASES, type DecisionCase } from './cases';
import { flatten, GATE, type FlatFacts } from './flat-facts';
import { fortyRules } from './forty-rules';
import { policyAsJsonLogic } from './policy-as-json-logic';
import { policyAsJsonRules } from './policy-as-json-rules';

export const INSTANT = '2026-03-07T21:00:00.000Z';

/** A case with the facts made flat before the clock runs. */
export interface Prepared extends DecisionCase {
  readonly flat: FlatFacts;
}

/** Somebody who decides under the policy of forty rules. */
export interface Contestant {
  readonly name: string;
  readonly decide: (decision: Prepared) => string | Promise<string>;
}

/** The app and two general rule engines that were taught the same policy. */
export function contestants(): readonly Contestant[] {
  const logic = policyAsJsonLogic(fortyRules);
  const engine = policyAsJsonRules(fortyRules);
  const byLogic = (flat: FlatFacts) => String(jsonLogic.apply(logic, flat));
  const byEngine = async (flat: FlatFacts) => {
    const { events } = await engine.run(flat);
    if (events.some(({ type }) => type === 'block')) return 'block';
    return events.some(({ type }) => type === 'warn') ? 'warn' : 'allow';
  };
  return [
    {
      name: 'evaluatePolicy',
      decide: ({ facts }) => {
        const evaluation = evaluatePolicy(fortyRules, facts, GATE, INSTANT);
        do_not_optimize(evaluation);
        return evaluation.verdict;
      },
    },
    { name: 'json-logic-js', decide: ({ facts }) => byLogic(flatten(facts)) },
    { name: 'json-rules-engine', decide: ({ facts }) => byEngine(flatten(facts)) },
    { name: 'json-logic-js, votes weighed before', decide: ({ flat }) => byLogic(flat) },
    { name: 'json-rules-engine, votes weighed before', decide: ({ flat }) => byEngine(flat) },
  ];
}

export function preparedCases(): readonly Prepared[] {
  return CASES.map((decision) => ({ ...decision, flat: flatten(decision.facts) }));
}

/** What somebody decides otherwise than the case says, in one sentence each. */
export async function wrongVerdicts(
  { name, decide }: Contestant,
  cases: readonly Prepared[],
): Promise<readonly string[]> {
  const verdicts = await Promise.all(cases.map(async (decision) => ({ decision, verdict: await decide(decision) })));
  return verdicts
    .filter(({ decision, verdict }) => verdict !== decision.verdict)
    .map(({ decision, verdict }) => `${name}: ${decision.name} is ${verdict}, not ${decision.verdict}.`);
}
