import { CHANGE_FIELDS, FIELD_KINDS, type ChangeField, type FieldId, type FieldKind } from '../../change/change-field';
import type { Condition } from '../condition';
import type { Policy } from '../policy';
import {
  empty,
  holding,
  leavesAbout,
  leavesOf,
  other,
  type Dimension,
  type DimensionValue,
  type FieldLeaf,
  type Leaf,
} from './dimension';
import { fieldsBehindRisk, isRiskItself, riskDimension } from './risk';

/** Every set of more options than this would be too many: such a field is not told apart. */
const MOST_OPTIONS = 6;

/**
 * Everything that these conditions tell apart; the change type always.
 * @param questions Which of them are taken to be answered in every way.
 */
export function dimensionsOf(
  policy: Policy,
  conditions: readonly Condition[],
  questions: 'unanswered' | 'all',
): readonly Dimension[] {
  const leaves = conditions.flatMap((condition) => leavesOf(condition, policy));
  const named = leaves.flatMap((leaf) => ('field' in leaf ? [leaf.field] : []));
  const fields = [...new Set(['changeType', ...named, ...fieldsBehindRisk(policy, leaves)])];
  const risk = riskDimension(policy, leaves);
  const asked = new Set(leaves.flatMap((leaf) => ('answer' in leaf ? [leaf.answer] : [])));
  const open = [...asked].filter((id) => questions === 'all' || policy.answers[id] === undefined);
  return [
    ...fields
      .filter((field) => !isRiskItself(policy, field))
      .map((field): Dimension => ({ of: { field }, values: valuesOfField(field, leavesAbout(field, leaves), policy) })),
    ...(risk === undefined ? [] : [risk]),
    ...open.map((answer): Dimension => ({ of: { answer }, values: valuesOfAnswer(answer, leaves, policy) })),
  ];
}

function valuesOfField(field: FieldId, leaves: readonly FieldLeaf[], policy: Policy): readonly DimensionValue[] {
  const { named, besides } = optionsOf(field, leaves, policy);
  const numbers = representatives(leaves);
  const whenEmpty = besides === 'empty' || numbers.length > 0 || leaves.some((leaf) => 'filled' in leaf);
  const otherwise = besides === 'anything' && (numbers.length === 0 || named.length > 0);
  if (isList(field, policy) && named.length > MOST_OPTIONS) return [];
  const values = isList(field, policy) ? setsOf(named) : [...named, ...numbers];
  return [
    ...values.map((value) => holding(field, value)),
    ...(whenEmpty ? [empty(field)] : []),
    ...(otherwise ? [other(field)] : []),
  ];
}

interface Options {
  readonly named: readonly string[];
  /** What else the field may hold. */
  readonly besides: 'nothing' | 'empty' | 'anything';
}

function optionsOf(field: FieldId, leaves: readonly FieldLeaf[], policy: Policy): Options {
  const { changeTypes, categories, risk } = policy;
  if (field === 'changeType') return { named: changeTypes.map(({ id }) => id), besides: 'nothing' };
  if (field === 'category' && categories.length > 0) {
    return { named: categories.map(({ id }) => id), besides: 'empty' };
  }
  const scored = risk.how === 'scored' ? risk.dimensions.find((dimension) => dimension.field === field) : undefined;
  if (scored !== undefined) return { named: Object.keys(scored.scores), besides: 'nothing' };
  return { named: withoutRepeats(leaves.flatMap((leaf) => ('in' in leaf ? leaf.in : []))), besides: 'anything' };
}

/** Numbers on, below, between and above all those that conditions compare with. */
function representatives(leaves: readonly FieldLeaf[]): readonly string[] {
  const compared = leaves.flatMap((leaf) => {
    if ('atLeast' in leaf) return [leaf.atLeast];
    return 'atMost' in leaf ? [leaf.atMost] : [];
  });
  const bounds = [...new Set(compared)].sort((a, b) => a - b);
  const onAndAbove = bounds.flatMap((bound, index) => [bound, ((bounds[index + 1] ?? bound + 2) + bound) / 2]);
  return bounds.slice(0, 1).flatMap((lowest) => [lowest - 1, ...onAndAbove].map(String));
}

/** A question with options is answered by one of them; any other by what conditions name, or something else. */
function valuesOfAnswer(id: string, leaves: readonly Leaf[], policy: Policy): readonly DimensionValue[] {
  const question = policy.questions.find((candidate) => candidate.id === id);
  const named = leaves.flatMap((leaf) => ('answer' in leaf && leaf.answer === id ? leaf.in : []));
  const options = question?.options?.map((option) => option.id);
  const values = (options ?? [...new Set(named)]).map((value): DimensionValue => ({ is: { value }, fields: {} }));
  return options === undefined ? [...values, { is: 'other', fields: {} }] : values;
}

function isList(field: FieldId, policy: Policy): boolean {
  const kind = kindOf(field, policy);
  return kind === 'options' || kind === 'links';
}

function kindOf(field: FieldId, policy: Policy): FieldKind | undefined {
  const builtIn = CHANGE_FIELDS.find((candidate): candidate is ChangeField => candidate === field);
  return builtIn === undefined ? policy.fields.find(({ id }) => id === field)?.kind : FIELD_KINDS[builtIn];
}

/** Options compare without regard to case. */
function withoutRepeats(names: readonly string[]): readonly string[] {
  const lower = names.map((name) => name.toLowerCase());
  return names.filter((_, index) => lower.indexOf(lower[index] ?? '') === index);
}

/** Every set of some of them. */
function setsOf(names: readonly string[]): readonly (readonly string[])[] {
  return names.reduce<readonly (readonly string[])[]>(
    (sets, name) => [...sets, ...sets.map((set) => [...set, name]), [name]],
    [],
  );
}
