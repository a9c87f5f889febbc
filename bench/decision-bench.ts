import jsonLogic from 'json-logic-js';
import { measure } from 'mitata';
import { GATES, type Gate } from '../src/domain/change/lifecycle';
import { evaluatePolicy } from '../src/domain/policy/evaluate-policy';
import { genericPolicy } from '../src/policies/generic';
import { CASES, type DecisionCase } from './decision/cases';
import { flatten, type FlatFacts } from './decision/flat-facts';
import { policyAsJsonLogic } from './decision/policy-as-json-logic';
import { policyAsJsonRules } from './decision/policy-as-json-rules';
import type { Section } from './section';

const INSTANT = '2026-03-07T21:00:00.000Z';

interface Prepared extends DecisionCase {
  readonly flat: FlatFacts;
}

interface Contestant {
  readonly name: string;
  readonly decide: (decision: Prepared) => string | Promise<string>;
}

function contestants(): readonly Contestant[] {
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

/** @throws Error naming the contestant and the case when somebody decides otherwise than the case says */
async function requireEqualVerdicts(all: readonly Contestant[], cases: readonly Prepared[]): Promise<void> {
  for (const { name, decide } of all) {
    for (const decision of cases) {
      const verdict = await decide(decision);
      if (verdict !== decision.verdict)
        throw new Error(`${name}: ${decision.name} is ${verdict}, not ${decision.verdict}.`);
    }
  }
}

/**
 * The time of one decision in microseconds: all of the cases in turn, divided by how many they are. The best of three
 * medians, so that what else the machine does counts less.
 */
async function microseconds({ decide }: Contestant, cases: readonly Prepared[]): Promise<number> {
  const medians: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { p50 } = await measure(async () => {
      for (const decision of cases) {
        const verdict = decide(decision);
        if (typeof verdict !== 'string') await verdict;
      }
    });
    medians.push(p50);
  }
  return Math.min(...medians) / 1000 / cases.length;
}

/** One decision under the generic policy, by the app and by two general rule engines that were taught the same policy. */
export async function measureDecisions(): Promise<Section> {
  const cases = CASES.map((decision) => ({ ...decision, flat: flatten(decision.facts, decision.gate) }));
  const all = contestants();
  await requireEqualVerdicts(all, cases);
  const groups = [
    { title: 'submit', cases: cases.filter(({ gate }) => gate === 'submit') },
    { title: 'authorize', cases: cases.filter(({ gate }) => gate === 'authorize') },
    { title: 'close', cases: cases.filter(({ gate }) => gate === 'close') },
    { title: 'all gates', cases },
  ];
  const rows = [];
  for (const contestant of all) {
    const values = [];
    for (const group of groups) values.push(await microseconds(contestant, group.cases));
    rows.push({ name: contestant.name, values });
  }
  return {
    title: 'One decision under the generic policy',
    note: `Equal verdicts in all ${cases.length} cases, checked before the clock runs; best of three medians of the time for one.`,
    columns: groups.map(({ title }) => ({ title, unit: 'µs' })),
    baseline: 'evaluatePolicy',
    rows,
    details: [
      'evaluatePolicy answers the whole tree with reasons and remedies; the engines answer the verdict.',
      'An engine has neither digests nor an order of events: the app weighs the votes on the plan for it, within the',
      'time measured and, in the last two rows, before it.',
    ],
  };
}
