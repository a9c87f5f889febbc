import jsonLogic from 'json-logic-js';
import { GATES, type Gate } from '../../src/domain/change/lifecycle';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import { genericPolicy } from '../../src/policies/generic';
import { CASES, type DecisionCase } from './cases';
import { flatten, type FlatFacts } from './flat-facts';
import { policyAsJsonLogic } from './policy-as-json-logic';
import { policyAsJsonRules } from './policy-as-json-rules';

const INSTANT = '2026-03-07T21:00:00.000Z';

/** A case with the facts made flat before the clock runs. */
export interface Prepared extends DecisionCase {
  readonly flat: FlatFacts;
}

/** Somebody who decides under the generic policy. */
export interface Contestant {
  readonly name: string;
  readonly decide: (decision: Prepared) => string | Promise<string>;
}

/** The app and two general rule engines that were taught the same policy. */
export function contestants(): readonly Contestant[] {
  const logic = new Map(GATES.map((gate) => [gate, policyAsJsonLogic(genericPolicy, gate)]));
  const engines = new Map(GATES.map((gate) => [gate, policyAsJsonRules(genericPolicy, gate)]));
  const byLogic = (gate: Gate, flat: FlatFacts) => String(jsonLogic.apply(logic.get(gate), flat));
  const byEngine = async (gate: Gate, flat: FlatFacts) => {
    const { events } = (await engines.get(gate)?.run(flat)) ?? { events: [] };
    if (events.some(({ type }) => type === 'block')) return 'block';
    return events.some(({ type }) => type === 'warn') ? 'warn' : 'allow';
  };
  return [
    {
      name: 'evaluatePolicy',
      decide: ({ facts, gate }) => evaluatePolicy(genericPolicy, facts, gate, INSTANT).verdict,
    },
    { name: 'json-logic-js', decide: ({ facts, gate }) => byLogic(gate, flatten(facts, gate)) },
    { name: 'json-rules-engine', decide: ({ facts, gate }) => byEngine(gate, flatten(facts, gate)) },
    { name: 'json-logic-js, votes weighed before', decide: ({ flat, gate }) => byLogic(gate, flat) },
    { name: 'json-rules-engine, votes weighed before', decide: ({ flat, gate }) => byEngine(gate, flat) },
  ];
}

export function preparedCases(): readonly Prepared[] {
  return CASES.map((decision) => ({ ...decision, flat: flatten(decision.facts, decision.gate) }));
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
