import { do_not_optimize, measure } from 'mitata';
import { planOf } from '../../src/domain/change/plan-fingerprint';
import { contestants, INSTANT, preparedCases, wrongVerdicts, type Contestant, type Prepared } from './contestants';
import { evaluatePolicy } from '../../src/domain/policy/evaluate-policy';
import { fortyRules, fortyRulesSpread, SPREAD_OVER } from './forty-rules';
import { median } from '../median';
import type { Section } from '../section';

const ROUNDS = 3;
const SAMPLES = { min_cpu_time: 300_000_000, batch_samples: 256 };

/** The median time of a piece of work in microseconds; the best of three, so that what else the machine does counts less. */
async function microseconds(work: () => unknown): Promise<number> {
  const medians: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) medians.push((await measure(work, SAMPLES)).p50);
  return Math.min(...medians) / 1000;
}

/** The time of each case; a contestant that answers later is waited for. */
async function timesOf(contestant: Contestant, cases: readonly Prepared[]): Promise<ReadonlyMap<Prepared, number>> {
  const times = new Map<Prepared, number>();
  for (const decision of cases) {
    const work = () => do_not_optimize(contestant.decide(decision));
    const waits = typeof contestant.decide(decision) !== 'string';
    times.set(
      decision,
      await microseconds(waits ? async () => do_not_optimize(await contestant.decide(decision)) : work),
    );
  }
  return times;
}

/** The time of the digest of one plan, which is made when facts are gathered and not when they are decided on. */
async function fingerprintMicroseconds(cases: readonly Prepared[]): Promise<number> {
  const all = await microseconds(() => {
    for (const { facts } of cases) do_not_optimize(planOf(facts, fortyRules.materialFields));
  });
  return all / cases.length;
}

/** The time of one decision of the app where the same forty rules are spread over the gates, the mean of the gates. */
async function spreadMicroseconds(cases: readonly Prepared[]): Promise<number> {
  const all = await microseconds(() => {
    for (const { facts } of cases) {
      for (const gate of SPREAD_OVER) do_not_optimize(evaluatePolicy(fortyRulesSpread, facts, gate, INSTANT));
    }
  });
  return all / cases.length / SPREAD_OVER.length;
}

/** One decision under a policy of forty rules, by the app and by two general engines that were taught the same policy. */
async function measureDecisions(): Promise<Section> {
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
  let slowest = '';
  for (const contestant of all) {
    const times = await timesOf(contestant, cases);
    const timeOf = (decision: Prepared) => times.get(decision) ?? NaN;
    rows.push({ name: contestant.name, values: groups.map((group) => median(group.cases.map(timeOf))) });
    const [last] = [...cases].sort((one, other) => timeOf(other) - timeOf(one));
    if (last !== undefined && slowest === '') slowest = `${last.name} (${timeOf(last).toFixed(1)} µs)`;
  }
  return {
    title: 'One decision under a policy of forty rules that all apply at one gate',
    note: `Equal verdicts in all ${cases.length} cases, checked before the clock runs; the median of the cases, of each the best of three medians.`,
    columns: groups.map(({ title }) => ({ title, unit: 'µs' })),
    baseline: 'evaluatePolicy',
    rows,
    details: [
      'evaluatePolicy answers the whole tree with reasons and remedies; the engines answer the verdict.',
      'An engine has neither digests nor an order of events: the app weighs the votes on the plan for it, within the',
      'time measured and, in the last two rows, before it.',
      `The slowest case of evaluatePolicy: ${slowest}. It digests each part of the plan to say what was edited.`,
      `With the same forty rules spread over five gates a decision of the app takes ${(await spreadMicroseconds(cases)).toFixed(1)} µs.`,
      `The digest of the plan is part of the facts for everybody; making it costs ${(await fingerprintMicroseconds(cases)).toFixed(1)} µs, once for each gathering.`,
    ],
  };
}

console.log(JSON.stringify(await measureDecisions()));
