import type { z } from 'zod';
import { contractWords } from './contract-words';
import { choiceHint, foundWords, listed, typeWords, writtenOf } from './expected-words';
import type { PlacedValue } from './placed-value';
import { formatWords } from './format-words';
import { sizeWords } from './size-words';
import { type ProblemWords, wordsWith } from './problem-words';

type Issue = z.core.$ZodIssue;
type Values = readonly z.core.util.Primitive[];

/** What is wrong with a value that is there, in the contract's own words if it has some. */
export function issueWords(issue: Issue, place: PlacedValue): ProblemWords {
  const message = contractWords(issue, place.value);
  if (message === undefined) return wordsOf(issue, place);
  return issue.code === 'invalid_format' ? { message } : { ...wordsOf(issue, place), message };
}

function wordsOf(issue: Issue, place: PlacedValue): ProblemWords {
  switch (issue.code) {
    case 'invalid_type':
      return unexpected([issue.expected], [], place);
    case 'invalid_value':
      return unexpected([], issue.values, place);
    case 'too_small':
    case 'too_big':
      return { message: sizeWords(issue) };
    case 'invalid_format':
      return formatWords(issue);
    case 'not_multiple_of':
      return { message: `This number has to be a multiple of ${issue.divisor}.` };
    case 'invalid_union':
      return issue.inclusive === false
        ? { message: 'This fits more than one of the forms that are allowed here.' }
        : unexpected([], issue.options ?? [], place);
    case 'custom':
      return wordsWith('This is not allowed here.', textOf(issue.params?.['hint']));
    default:
      return { message: 'This is not allowed here.' };
  }
}

/** A value of the wrong type, or that is none of a few. */
export function unexpected(types: readonly string[], values: Values, place: PlacedValue): ProblemWords {
  if (types.length === 0) return unexpectedValue(values, place);
  const list = listed(values);
  const expected = [...new Set(types.map(typeWords)), ...(list === undefined ? [] : [`one of ${list}`])].join(' or ');
  const message =
    place.value === null
      ? `There is nothing here, but ${expected} is expected.`
      : `There is ${foundWords(place)} here, but ${expected} is expected.`;
  return wordsWith(message, typeHint(types[0] ?? '', place));
}

function unexpectedValue(values: Values, place: PlacedValue): ProblemWords {
  const { value } = place;
  if (value === null) return wordsWith('There is nothing here.', choiceHint(value, values));
  if (typeof value === 'object')
    return wordsWith(`There cannot be ${foundWords(place)} here.`, choiceHint(value, values));
  const written = writtenOf(place);
  const quotes = quotesHint(values, place);
  return wordsWith(`${written} is not allowed here.`, quotes ?? choiceHint(value, values));
}

/** A value that would be right with quotes, or without them. */
function quotesHint(values: Values, place: PlacedValue): string | undefined {
  const { value, bare } = place;
  if (bare !== undefined && values.includes(bare)) return `Put it in quotes: "${bare}".`;
  const meant = values.find((allowed) => typeof allowed !== 'string' && String(allowed) === value);
  return meant === undefined ? undefined : `Write it without quotes: ${String(meant)}.`;
}

function typeHint(expected: string, { value, bare }: PlacedValue): string | undefined {
  if (value === null) return 'Give a value, or remove this.';
  if (expected === 'string' && bare !== undefined) return `Put it in quotes: "${bare}".`;
  switch (expected) {
    case 'array':
      return 'Start each item on a line of its own with "- ".';
    case 'object':
    case 'record':
      return 'Write "key: value", with a space after the ":".';
    case 'boolean':
      return 'Write true or false, without quotes.';
    case 'number':
    case 'int':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
        ? `Write it without quotes: ${value}.`
        : undefined;
    default:
      return undefined;
  }
}

function textOf(hint: unknown): string | undefined {
  return typeof hint === 'string' ? hint : undefined;
}
