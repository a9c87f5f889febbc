import type { YAMLError } from 'yaml';
import { found, type FoundProblem } from './found-problem';
import { LAYOUT_WORDS, type LayoutWords } from './layout-words';
import { quoted } from './quoted-text';

interface SyntaxWords {
  readonly code: YAMLError['code'];
  /** How yaml's message starts, where the code alone says too little. */
  readonly start?: string;
  readonly message: (source: string) => string;
  readonly hint: string;
}

function layout({ message, hint }: LayoutWords): Pick<SyntaxWords, 'message' | 'hint'> {
  return { message: () => message, hint };
}

/** yaml's error codes (yaml 2, errors.ts) that a text without a problem of layout can lead to, what says most first. */
const WORDS: readonly SyntaxWords[] = [
  { code: 'TAB_AS_INDENT', ...layout(LAYOUT_WORDS.tab) },
  {
    code: 'BAD_SCALAR_START',
    message: (source) => `A text cannot start with ${quoted(source.charAt(0))}.`,
    hint: 'Put the text in quotes.',
  },
  {
    code: 'BAD_DQ_ESCAPE',
    message: (source) => `The escape ${source} is not known.`,
    hint: 'Write \\\\ for a backslash, or put the text in single quotes.',
  },
  {
    code: 'TAG_RESOLVE_FAILED',
    message: (source) => `The tag ${quoted(source)} cannot be used here.`,
    hint: 'Remove it, or put the text in quotes if it starts with "!".',
  },
  {
    code: 'BAD_ALIAS',
    message: (source) => `There is no name after this ${quoted(source.charAt(0))}.`,
    hint: 'Put the text in quotes.',
  },
  { code: 'NON_STRING_KEY', message: () => 'A key has to be a text.', hint: 'Put it in quotes.' },
  {
    code: 'UNEXPECTED_TOKEN',
    start: 'Unexpected ,',
    message: () => 'There is a comma too many.',
    hint: 'Remove it.',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    start: 'Block scalar header',
    ...layout(LAYOUT_WORDS.textAfterSign),
  },
  {
    code: 'MISSING_CHAR',
    start: 'Comments must',
    message: () => 'A comment needs a space before its "#".',
    hint: 'Add a space, or put the text in quotes if the "#" is part of it.',
  },
  { code: 'MISSING_CHAR', start: 'Block scalars with', ...layout(LAYOUT_WORDS.indentation) },
  { code: 'BAD_INDENT', ...layout(LAYOUT_WORDS.indentation) },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    message: () => 'A key has to be on one line, but this one goes on in the next line.',
    hint: 'Write "key: value" on each line, with a space after the ":", and indent the lines alike.',
  },
  { code: 'KEY_OVER_1024_CHARS', message: () => 'This key is longer than 1024 characters.', hint: 'Shorten it.' },
];

const OTHER: Omit<SyntaxWords, 'code'> = {
  message: () => 'This cannot be read as YAML.',
  hint: 'Put the text in quotes if it starts with a sign such as "&", "*" or "!".',
};

/** yaml's errors in plain words, those that say most about their line first. */
export function syntaxProblems(errors: readonly YAMLError[], text: string): readonly FoundProblem[] {
  return errors
    .map((error) => ({ error, rank: rankOf(error) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ error, rank }) => {
      const { message, hint } = WORDS[rank] ?? OTHER;
      const [start, end] = error.pos;
      // yaml gives an escape's first character only.
      const source = text.slice(start, error.code === 'BAD_DQ_ESCAPE' ? start + 2 : end);
      return found(skipSpaces(text, start), '', message(source), hint);
    });
}

function rankOf(error: YAMLError): number {
  const rank = WORDS.findIndex(({ code, start = '' }) => code === error.code && error.message.startsWith(start));
  return rank === -1 ? WORDS.length : rank;
}

/** yaml places some errors at the start of the line. */
function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text.charAt(at) === ' ') at += 1;
  return at;
}
