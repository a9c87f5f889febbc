/** Strings: the members of https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#string, and no other. */
import { method, numberArgument, textArgument } from './arguments';
import { ExpressionProblem, UnsupportedExpression } from './expression-problem';
import type { Value } from './values';

const MOST_REPETITIONS = 100;
/** Jira takes separators and patterns for regular expressions of Java. */
const SPECIAL = /[\\^$.|?*+()[\]{}]/;

const MEMBERS: Readonly<Record<string, (text: string) => Value>> = {
  length: (text) => text.length,
  trim: (text) => method('trim', [0, 0], () => text.trim()),
  toLowerCase: (text) => method('toLowerCase', [0, 0], () => text.toLowerCase()),
  toUpperCase: (text) => method('toUpperCase', [0, 0], () => text.toUpperCase()),
  includes: (text) => method('includes', [1, 1], ([part]) => text.includes(textArgument('includes', part))),
  indexOf: (text) => method('indexOf', [1, 1], ([part]) => text.indexOf(textArgument('indexOf', part))),
  slice: (text) =>
    method('slice', [1, 2], ([from, to]) =>
      text.slice(numberArgument('slice', from), to === undefined ? undefined : numberArgument('slice', to)),
    ),
  split: (text) =>
    method('split', [0, 1], ([separator]) => (separator === undefined ? [text] : split(text, separator))),
  repeat: (text) => method('repeat', [1, 1], ([times]) => repeat(text, numberArgument('repeat', times))),
  padStart: (text) =>
    method('padStart', [1, 2], ([length, fill]) => text.padStart(...padding('padStart', length, fill))),
  padEnd: (text) => method('padEnd', [1, 2], ([length, fill]) => text.padEnd(...padding('padEnd', length, fill))),
};

const UNSUPPORTED = ['replace', 'match', 'matchAll'];

export const TEXT_MEMBERS: readonly string[] = [...Object.keys(MEMBERS), ...UNSUPPORTED];

export function textMember(text: string, name: string): Value | undefined {
  if (UNSUPPORTED.includes(name)) throw new UnsupportedExpression(`${name} of a String`);
  return Object.hasOwn(MEMBERS, name) ? MEMBERS[name]?.(text) : undefined;
}

function split(text: string, separator: Value): readonly string[] {
  const given = textArgument('split', separator);
  if (SPECIAL.test(given)) throw new UnsupportedExpression('a separator that is a regular expression');
  return text.split(given);
}

function repeat(text: string, times: number): string {
  if (!Number.isInteger(times) || times < 0 || times > MOST_REPETITIONS) {
    throw new ExpressionProblem('other', `repeat takes a whole number up to ${MOST_REPETITIONS}.`);
  }
  return text.repeat(times);
}

function padding(name: string, length: Value | undefined, fill: Value | undefined): [number, string] {
  const wanted = numberArgument(name, length);
  if (wanted > MOST_REPETITIONS)
    throw new ExpressionProblem('other', `${name} fills up to ${MOST_REPETITIONS} characters.`);
  return [wanted, fill === undefined ? ' ' : textArgument(name, fill)];
}
