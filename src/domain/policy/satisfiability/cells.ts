import type { Condition } from '../condition';
import type { ConditionContext } from '../holds';
import type { Answer, Policy } from '../policy';
import type { Dimension, DimensionValue } from './dimension';
import { dimensionsOf } from './values';

/** One kind of change: a value of every dimension. */
export interface Cell {
  /** The place of the value in each dimension. */
  readonly at: readonly number[];
  /** What conditions are looked at with; what is not told apart is unknown. */
  readonly context: ConditionContext;
}

/** Every kind of change that some conditions tell apart. */
export interface CellSpace {
  readonly dimensions: readonly Dimension[];
  /** What could not be told apart, because there would be too many cells. */
  readonly notToldApart: readonly string[];
  readonly cells: readonly Cell[];
}

/**
 * Every kind of change that these conditions tell apart, but no more than so many: beyond that, what has the most values
 * is not told apart any more. The change type always is.
 */
export function cellsOf(
  policy: Policy,
  conditions: readonly Condition[],
  questions: 'unanswered' | 'all',
  most: number,
): CellSpace {
  const all = dimensionsOf(policy, conditions, questions);
  const kept = all.filter(({ values }) => values.length > 0);
  while (kept.length > 1 && product(kept) > most) kept.splice(largest(kept), 1);
  const notToldApart = all.filter((dimension) => !kept.includes(dimension)).map(nameOf);
  return {
    dimensions: kept,
    notToldApart,
    cells: combinations(kept).map((at) => ({ at, context: contextOf(policy, kept, at) })),
  };
}

/** How a dimension is called: the field, the question, or the risk. */
export function nameOf({ of }: Dimension): string {
  if ('field' in of) return of.field;
  return 'answer' in of ? of.answer : 'risk';
}

function product(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((cells, { values }) => cells * values.length, 1);
}

/** The place of the dimension with the most values; never the first, which is the change type. */
function largest(dimensions: readonly Dimension[]): number {
  const sizes = dimensions.map(({ values }, index) => (index === 0 ? 0 : values.length));
  return sizes.indexOf(Math.max(...sizes));
}

function combinations(dimensions: readonly Dimension[]): readonly (readonly number[])[] {
  return dimensions.reduce<readonly (readonly number[])[]>(
    (begun, { values }) => begun.flatMap((at) => values.map((_, index) => [...at, index])),
    [[]],
  );
}

function contextOf(policy: Policy, dimensions: readonly Dimension[], at: readonly number[]): ConditionContext {
  const fields: Record<string, DimensionValue['fields'][string]> = {};
  const answers: Record<string, Answer> = {};
  for (const [index, { of, values }] of dimensions.entries()) {
    const value = values[at[index] ?? 0];
    if (value === undefined) continue;
    Object.assign(fields, value.fields);
    if ('answer' in of) answers[of.answer] = textOf(value);
  }
  const answered =
    Object.keys(answers).length === 0 ? policy : { ...policy, answers: { ...policy.answers, ...answers } };
  return { policy: answered, facts: { fields } };
}

/** An answer that no condition names is as good as an empty one. */
function textOf({ is }: DimensionValue): string {
  return typeof is === 'object' && typeof is.value === 'string' ? is.value : '';
}
