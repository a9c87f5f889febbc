import { adfDocument, nameOnly, option } from '../../contracts/jira/field-values';
import { person } from '../../contracts/jira/issue';
import { jiraInstant } from '../../contracts/jira/jira-instant';
import { wellFormed } from '../../domain/canonical';
import { known, unknown, type Fact, type FieldValue } from '../../domain/change/change-facts';
import type { FieldKind } from '../../domain/change/change-field';
import { adfText } from './adf-text';

const EXPECTED: Readonly<Record<FieldKind, string>> = {
  text: 'a text was expected',
  option: 'one option was expected',
  options: 'a list of options was expected',
  number: 'a number was expected',
  person: 'one person was expected',
  instant: 'a date with a time was expected',
  link: 'a web address or the key of an issue was expected',
  links: 'web addresses or keys of issues were expected',
};

/** Spaces, line breaks and characters that nobody sees. */
const BLANK = /^[\p{Z}\p{Cc}\p{Cf}]*$/u;

/**
 * The value of a field as the domain compares and shows it. Null, nothing but blanks, and an empty list are an empty
 * field; a value of another shape than the kind of the field is not known.
 * @param title The name of the field, for the reason why its value is not known.
 */
export function fieldValue(kind: FieldKind, value: unknown, title: string): Fact<FieldValue> {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return known(null);
  const read = READERS[kind](value);
  if (read === undefined) return unknown('unreadable-value', `${title}: ${EXPECTED[kind]}`);
  if (typeof read === 'string') return known(clean(read));
  const values = read.map(clean).filter((one) => one !== null);
  return known(values.length === 0 ? null : values);
}

function clean(text: string): string | null {
  const trimmed = wellFormed(text).replaceAll('\r\n', '\n').trim();
  return BLANK.test(trimmed) ? null : trimmed;
}

const READERS: Readonly<Record<FieldKind, (value: unknown) => string | readonly string[] | undefined>> = {
  text: (value) => readText(value) ?? readOption(value),
  option: (value) => (typeof value === 'string' ? value : readOption(value)),
  options: readOptions,
  number: (value) => (typeof value === 'number' ? String(value) : readText(value)),
  person: readPerson,
  instant: (value) => (value === '' ? '' : jiraInstant.safeParse(value).data),
  link: readText,
  links: (value) => readOptions(value)?.flatMap((text) => text.split(/[\s,;]+/u)),
};

function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!adfDocument.safeParse(value).success) return undefined;
  try {
    return adfText(value);
  } catch {
    // A node deep inside is none: the text as a whole is not known.
    return undefined;
  }
}

function readOption(value: unknown): string | undefined {
  const chosen = option.safeParse(value);
  if (!chosen.success) return nameOnly.safeParse(value).data?.name;
  const { value: text, child } = chosen.data;
  return child ? `${text} / ${child.value}` : text;
}

/** A field of one value is a list of one; a list with a member that is none is not known as a whole. */
function readOptions(value: unknown): readonly string[] | undefined {
  const members = Array.isArray(value) ? (value as unknown[]) : [value];
  const read = members.map((member) => readText(member) ?? readOption(member));
  return read.every((one) => one !== undefined) ? read : undefined;
}

/** A field for several people holds a list; only one that names exactly one person says who it is. */
function readPerson(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
  return others.length === 0 ? person.safeParse(first).data?.accountId : undefined;
}
