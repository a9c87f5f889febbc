import { SYSTEM_FIELDS } from '../change/field-map';
import { isChangeField, type FieldId } from '../change/change-field';

/** The account id of whoever makes the transition. */
export const ACTING_PERSON = 'user.accountId';

/** As in the example of an analysis in Atlassian's OpenAPI document (`JiraExpressionValidationError`). */
const LONGEST = 1000;
const MOST_ELEMENTS = 100;
/** As long as the id of a field gets. */
const LONG_ID = 'customfield_1000000';
const PLACE = /\{field:([^}]+)\}/g;
/** A text, a name or a number: what Jira counts as a syntactic element. */
const ELEMENT = /'(?:\\.|[^'\\])*'|[\p{L}_$][\p{L}\p{N}_$]*|\d+(?:\.\d+)?/gu;

/** A text of a Jira expression, whatever is in it. */
export function quoted(text: string): string {
  const escaped = text.replaceAll(/['\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
  // Nothing that people wrote may be taken for the place of a field.
  return `'${escaped.replaceAll('{field:', "{' + 'field:")}'`;
}

export function listOf(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`;
}

/** A comparison of a part of an expression with one text, or with several. */
export function isAmong(part: string, texts: readonly string[]): string {
  const [first, ...others] = texts;
  return first !== undefined && others.length === 0
    ? `${part} == ${quoted(first)}`
    : `${listOf(texts)}.includes(${part})`;
}

/**
 * Where an issue holds a field. `{field:implementer}` stands for the id of the field that holds the implementer in a
 * Jira; see `withFieldIds`.
 */
export function placeOf(field: FieldId): string {
  const system = isChangeField(field) ? SYSTEM_FIELDS[field] : undefined;
  return `issue.${system ?? `{field:${field}}`}`;
}

/**
 * The expression with the ids of a Jira's fields.
 * @returns undefined where a field has no id: no expression is made that leaves something out.
 */
export function withFieldIds(expression: string, idOf: (field: FieldId) => string | undefined): string | undefined {
  const fields = [...expression.matchAll(PLACE)].map(([, field = '']) => field);
  if (fields.some((field) => idOf(field) === undefined)) return undefined;
  return expression.replaceAll(PLACE, (_place, field: string) => idOf(field) ?? '');
}

/** Whether Jira takes an expression of this size, whatever ids its fields have. */
export function isSmallEnough(expression: string): boolean {
  const placed = expression.replaceAll(PLACE, LONG_ID);
  return placed.length <= LONGEST && (placed.match(ELEMENT) ?? []).length <= MOST_ELEMENTS;
}
