import { known } from '../../change/change-facts';
import type { RiskModel } from '../risk-model';
import type { DimensionValue } from './dimension';

type ScoredRisk = Extract<RiskModel, { readonly how: 'scored' }>;
type Fields = DimensionValue['fields'];

/** Some questions answered, and what the scores of the answers come to. */
interface Answered {
  readonly score: number;
  readonly answer?: readonly [string, string];
  readonly before?: Answered;
}

/** A level, from which score on a change has it, and below which. */
interface Band {
  readonly level: string;
  readonly from: number;
  readonly below: number;
}

/** So many scores are looked at after each question: at first a few, spread out, to find what is easily reached. */
const FEW = 500;
const MANY = 10_000;

/**
 * For every level of a scored risk that some answers reach: such answers. There may be as many different scores as there
 * are ways to answer; levels that a few of them do not reach are then looked for among those that can still come to them.
 * Undefined, where even these are too many.
 * @param levelOf The level of a change with these answers.
 */
export function reachedLevels(
  model: ScoredRisk,
  levelOf: (fields: Fields) => string | null,
): ReadonlyMap<string, Fields> | undefined {
  // What weighs most comes first: the sooner is it clear what the rest cannot make up for.
  const risk = { ...model, dimensions: model.dimensions.toSorted((a, b) => spanOf(b) - spanOf(a)) };
  const reached = new Map<string, Fields>();
  const note = (partials: Iterable<Answered>) => {
    for (const partial of partials) {
      const fields = fieldsOf(partial);
      const level = levelOf(fields);
      if (level !== null) reached.set(level, fields);
    }
  };
  const first = scoresOf(risk, () => true, FEW);
  note(first.all);
  const missing = bandsOf(risk).filter(({ level }) => !reached.has(level));
  const ranges = rangesAfter(risk);
  const second = scoresOf(
    risk,
    (score, answered) => {
      const ends = (ranges[answered] ?? []).map((rest) => combined(risk.combine, score, rest));
      return missing.some(({ from, below }) => Math.max(...ends) >= from && Math.min(...ends) < below);
    },
    MANY,
  );
  if (!second.isComplete) return undefined;
  note(second.all);
  return reached;
}

/** Every score that answers to all questions come to, or some of them if there are more than so many on the way. */
function scoresOf(
  { dimensions, combine }: ScoredRisk,
  isWorth: (score: number, answered: number) => boolean,
  most: number,
): { readonly all: Iterable<Answered>; readonly isComplete: boolean } {
  let isComplete = true;
  let partials = new Map<number, Answered>([[START[combine], { score: START[combine] }]]);
  for (const [index, { field, scores }] of dimensions.entries()) {
    const next = new Map<number, Answered>();
    for (const before of partials.values()) {
      for (const [option, own] of Object.entries(scores)) {
        const score = combined(combine, before.score, own);
        if (isWorth(score, index + 1)) next.set(score, { score, answer: [field, option], before });
      }
    }
    if (next.size > most) isComplete = false;
    partials = spread(next, most);
  }
  return { all: partials.values(), isComplete };
}

/** So many of them at most, the lowest and the highest among them. */
function spread(partials: ReadonlyMap<number, Answered>, most: number): Map<number, Answered> {
  const sorted = [...partials].sort(([a], [b]) => a - b);
  const step = (sorted.length - 1) / (most - 1);
  return new Map(
    Array.from({ length: most }, (_, index) => sorted[Math.round(index * step)]).flatMap((one) =>
      one === undefined ? [] : [one],
    ),
  );
}

function spanOf({ scores }: ScoredRisk['dimensions'][number]): number {
  return Math.max(...Object.values(scores)) - Math.min(...Object.values(scores));
}

/** Which scores have which level. Those below all bands are left out: the lowest score is always among a few. */
function bandsOf({ bands }: ScoredRisk): readonly Band[] {
  const rising = bands.toSorted((a, b) => a.from - b.from);
  return rising.map(({ level, from }, index) => ({ level, from, below: rising[index + 1]?.from ?? Infinity }));
}

/** After so many questions, the least and the most that the others can come to; a little more, as sums are rounded. */
function rangesAfter({ dimensions, combine }: ScoredRisk): readonly (readonly number[])[] {
  const ranges: (readonly number[])[] = [[START[combine]]];
  for (const { scores } of dimensions.toReversed()) {
    const [before = []] = ranges;
    const ends = Object.values(scores).flatMap((score) => before.map((rest) => combined(combine, score, rest)));
    const least = Math.min(...ends);
    const most = Math.max(...ends);
    const slack = Math.max(Math.abs(least), Math.abs(most)) * ROUNDING;
    ranges.unshift([least - slack, most + slack]);
  }
  return ranges;
}

const ROUNDING = 1e-9;

const START = { sum: 0, product: 1, highest: Number.NEGATIVE_INFINITY } as const;

function combined(how: ScoredRisk['combine'], a: number, b: number): number {
  if (how === 'highest') return Math.max(a, b);
  return how === 'sum' ? a + b : a * b;
}

function fieldsOf(partial: Answered): Fields {
  const fields: Record<string, Fields[string]> = {};
  for (let one: Answered | undefined = partial; one !== undefined; one = one.before) {
    if (one.answer !== undefined) fields[one.answer[0]] = known(one.answer[1]);
  }
  return fields;
}
