import { do_not_optimize, measure } from 'mitata';
import { planOf } from '../src/domain/change/plan-fingerprint';
import {
  contestants,
  INSTANT,
  preparedCases,
  wrongVerdicts,
  type Contestant,
  type Prepared,
} from './decision/contestants';
import { evaluatePolicy } from '../src/domain/policy/evaluate-policy';
import { fortyRules, fortyRulesSpread, SPREAD_OVER } from './decision/forty-rules';
import type { Section } from './section';

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

/** The time of the digest of one plan, which is made when facts are gathered and not when they are decided on. */
async function fingerprintMicroseconds(cases: readonly Prepared[]): Promise<number> {
  const { p50 } = await measure(() => {
    for (const { facts } of cases) do_not_optimize(planOf(facts, fortyRules.materialFields));
  });
  return p50 / 1000 / cases.length;
}

/** The time of one decision of the app where the same forty rules are spread over the gates, the mean of the gates. */
async function spreadMicroseconds(cases: readonly Prepared[]): Promise<number> {
  const decide = ({ facts }: Prepared) => {
    for (const gate of SPREAD_OVER) do_not_optimize(evaluatePolicy(fortyRulesSpread, facts, gate, INSTANT));
    return 'decided';
  };
  return (await microseconds({ name: 'spread', decide }, cases)) / SPREAD_OVER.length;
}

/** One decision under a policy of forty rules, by the app and by two general engines that were taught the same policy. */
export async function measureDecisions(): Promise<Section> {
  const cases = preparedCases();
  const all = contestants();
  const wrong = (await Promise.all(all.map((contestant) => wrongVerdicts(contestant, cases)))).flat();
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const groups = [
    { title: 'allowed', cases: cases.filter(({ verdict }) => verdict === 'allow') },
    { title: 'not allowed', cases: cases.filter(({ verdict }) => verdict === 'block') },
    { title: 'all', cases },
  ];
  const rows = [];
  for (const contestant of all) {
    const values = [];
    for (const group of groups) values.push(await microseconds(contestant, group.cases));
    rows.push({ name: contestant.name, values });
  }
  return {
    title: 'One decision under a policy of forty rules that all apply at one gate',
    note: `Equal verdicts in all ${cases.length} cases, checked before the clock runs; best of three medians of the time for one.`,
    columns: groups.map(({ title }) => ({ title, unit: 'µs' })),
    baseline: 'evaluatePolicy',
    rows,
    details: [
      'evaluatePolicy answers the whole tree with reasons and remedies; the engines answer the verdict.',
      'An engine has neither digests nor an order of events: the app weighs the votes on the plan for it, within the',
      'time measured and, in the last two rows, before it.',
      `With the same forty rules spread over five gates a decision of the app takes ${(await spreadMicroseconds(cases)).toFixed(1)} µs.`,
      `The digest of the plan is part of the facts for everybody; making it costs ${(await fingerprintMicroseconds(cases)).toFixed(1)} µs, once for each gathering.`,
    ],
  };
}
