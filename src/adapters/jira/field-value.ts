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
  person: 'one person was expected',
  instant: 'a date with a time was expected',
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
  const text = READERS[kind](value);
  if (text === undefined) return unknown('unreadable-value', `${title}: ${EXPECTED[kind]}`);
  const trimmed = wellFormed(text).replaceAll('\r\n', '\n').trim();
  return known(BLANK.test(trimmed) ? null : trimmed);
}

const READERS: Readonly<Record<FieldKind, (value: unknown) => string | undefined>> = {
  text: (value) => readText(value) ?? readOption(value),
  option: (value) => (typeof value === 'string' ? value : readOption(value)),
  person: readPerson,
  instant: (value) => (value === '' ? '' : jiraInstant.safeParse(value).data),
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

/** A field for several people holds a list; only one that names exactly one person says who it is. */
function readPerson(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
  return others.length === 0 ? person.safeParse(first).data?.accountId : undefined;
}
