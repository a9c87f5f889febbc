import type { FieldKind } from '../../domain/change/change-field';
import { isChangeField } from '../field-titles';
import type { Condition } from '../../domain/policy/condition';
import {
  broken,
  knownNames,
  missing,
  missingOf,
  type BrokenReference,
  type KnownNames,
  type Path,
} from './broken-reference';
import type { KnownInPolicy } from './known-in-policy';

/** What a condition refers to that is not there; a condition that is absent refers to nothing. */
export function inCondition(
  condition: Condition | undefined,
  known: KnownInPolicy,
  path: Path,
): readonly BrokenReference[] {
  if (condition === undefined) return [];
  if ('all' in condition) return inParts(condition.all, known, [...path, 'all']);
  if ('any' in condition) return inParts(condition.any, known, [...path, 'any']);
  if ('not' in condition) return inCondition(condition.not, known, [...path, 'not']);
  if ('field' in condition) return inField(condition, known, path);
  if ('risk' in condition) return missingOf(condition.risk, known.levels, [...path, 'risk']);
  if ('riskAtLeast' in condition) return missing(condition.riskAtLeast, known.levels, [...path, 'riskAtLeast']);
  if ('term' in condition) return missing(condition.term, known.terms, [...path, 'term']);
  return inAnswer(condition, known, path);
}

function inParts(parts: readonly Condition[], known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  return parts.flatMap((part, index) => inCondition(part, known, [...path, index]));
}

function inField(
  condition: Extract<Condition, { readonly field: string }>,
  known: KnownInPolicy,
  path: Path,
): readonly BrokenReference[] {
  const options = optionsOf(condition.field, known);
  const values = 'in' in condition && options !== undefined ? missingOf(condition.in, options, [...path, 'in']) : [];
  return [
    ...missing(condition.field, known.fields, [...path, 'field']),
    ...values,
    ...inNumber(condition, known, path),
  ];
}

/** Kinds of fields that never hold a number: compared with one, they would be unknown in every change. */
const WITHOUT_NUMBERS: readonly FieldKind[] = ['options', 'person', 'instant', 'link', 'links'];

function inNumber(
  condition: Extract<Condition, { readonly field: string }>,
  { kindByField }: KnownInPolicy,
  path: Path,
): readonly BrokenReference[] {
  if (!('atLeast' in condition) && !('atMost' in condition)) return [];
  const kind = kindByField.get(condition.field);
  if (kind === undefined || !WITHOUT_NUMBERS.includes(kind)) return [];
  const message = `The field "${condition.field}" holds no number (its kind is "${kind}").`;
  return [broken([...path, 'field'], message, 'Compare a field of the kind "number", or write "in" or "filled".')];
}

/** The values of a field, where the policy itself lists them. */
function optionsOf(field: string, known: KnownInPolicy): KnownNames | undefined {
  if (!isChangeField(field)) return undefined;
  if (field === 'changeType') return known.types;
  if (field === 'category') return known.categories;
  // A policy may leave it to Jira which levels there are.
  return field === 'riskLevel' && known.levels.names.length > 0 ? known.levels : undefined;
}

function inAnswer(
  condition: { readonly answer: string; readonly in: readonly string[] },
  known: KnownInPolicy,
  path: Path,
): readonly BrokenReference[] {
  const question = known.questionById.get(condition.answer);
  if (question === undefined) return missing(condition.answer, known.questionIds, [...path, 'answer']);
  if (question.options === undefined) return [];
  const options = knownNames(
    'option',
    question.options.map(({ id }) => id),
  );
  return missingOf(condition.in, options, [...path, 'in']);
}
