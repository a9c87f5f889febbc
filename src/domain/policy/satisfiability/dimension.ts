import { known, type Fact, type FieldValue } from '../../change/change-facts';
import type { FieldId } from '../../change/change-field';
import type { Condition } from '../condition';
import type { Policy } from '../policy';
import type { CellValue } from './report';

/** A way in which changes differ that matters to some condition, with every value that is told apart. */
export interface Dimension {
  readonly of: { readonly field: FieldId } | { readonly risk: true } | { readonly answer: string };
  /** None where there are too many: what depends on it stays unknown. */
  readonly values: readonly DimensionValue[];
}

export interface DimensionValue {
  readonly is: CellValue;
  readonly fields: Readonly<Record<FieldId, Fact<FieldValue>>>;
}

/** Something that a condition looks at. */
export type Leaf = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown } | { readonly term: unknown }
>;

export type FieldLeaf = Extract<Leaf, { readonly field: FieldId }>;

/** A text that no condition names. */
const SOMETHING_ELSE = '\u0000';

/** What a condition looks at, terms replaced by what they mean. */
export function leavesOf(condition: Condition, policy: Policy, within: readonly string[] = []): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap((part) => leavesOf(part, policy, within));
  if ('any' in condition) return condition.any.flatMap((part) => leavesOf(part, policy, within));
  if ('not' in condition) return leavesOf(condition.not, policy, within);
  if (!('term' in condition)) return [condition];
  const term = policy.terms.find(({ id }) => id === condition.term);
  // A term that means itself means nothing.
  if (term === undefined || within.includes(term.id)) return [];
  return leavesOf(term.means, policy, [...within, term.id]);
}

export function leavesAbout(field: FieldId, leaves: readonly Leaf[]): readonly FieldLeaf[] {
  return leaves.filter((leaf): leaf is FieldLeaf => 'field' in leaf && leaf.field === field);
}

/** The field holds this value. */
export function holding(field: FieldId, value: string | readonly string[]): DimensionValue {
  return { is: { value }, fields: { [field]: known(value) } };
}

/** The field is empty. */
export function empty(field: FieldId): DimensionValue {
  return { is: 'empty', fields: { [field]: known(null) } };
}

/** The field holds something that no condition names. */
export function other(field: FieldId): DimensionValue {
  return { is: 'other', fields: { [field]: known(SOMETHING_ELSE) } };
}
