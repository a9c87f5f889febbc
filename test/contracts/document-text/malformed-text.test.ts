import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { problemsOf } from './example-contract';

const INDENTATION =
  'The indentation of this line does not fit the lines above it. Indent it like the other entries of its list or mapping.';
const SECOND_COLON = 'There is a second ":" in this line. Put the text in quotes if the ":" is part of it.';
const CONTINUED =
  'This line is indented as if it went on with the text above it. Indent it like the key above it, or put the text in quotes if the ":" is part of it.';
const COLON_IN_BRACKETS =
  'There is a second ":" without a comma before its key. Put a comma before the key, or put the text in quotes if the ":" is part of it.';
const AFTER_VALUE =
  'This cannot stand after what is before it in the line. Put the whole text in quotes, or start a new line.';
const NO_COMMA = 'There is a "," or a ":" missing before this. Write it there, or put the text in quotes.';
const NO_COLON = 'There is no ":" after this key. Write "key: value", with a space after the ":".';
const LONG_KEY =
  'A key has to be on one line, but this one goes on in the next line. Write "key: value" on each line, with a space after the ":", and indent the lines alike.';
const TAB = 'This line is indented with a tab. Use spaces.';
const LIST_IN_LINE =
  'A list cannot start in the middle of a line. Start each item on a line of its own, or put the text in quotes.';
const DOCUMENT = 'Another document starts here. Keep one document, and remove the "---" or "..." between them.';
const DIRECTIVE = 'A line that starts with "%" is not read here. Remove the line, or put the text in quotes.';
const BLOCK_SIGN =
  'After a "|" or ">" the text has to start on the next line. Put the text in quotes if it starts with "|" or ">".';
const LONE_TAG =
  'What starts with "&" or "!" cannot stand alone in its line. Write it in the line of the key above, or put the text in quotes.';
const EXPLICIT_KEY = 'A "?" cannot stand before a key here. Write "key: value", or put the text in quotes.';
const OTHER = 'This cannot be read as YAML. Put the text in quotes if it starts with a sign such as "&", "*" or "!".';
const NOT_TEXT = 'A key has to be a text. Put it in quotes.';

const open = (sign: string, closing: string) =>
  `This "${sign}" is not closed. Add a "${closing}", and indent what is in the brackets further than the key before them.`;
const quote = (sign: string) => `This ${sign} is not closed. Add a ${sign} at the end of the text.`;
const stray = (sign: string) => `This "${sign}" closes nothing. Remove it, or put the text in quotes.`;
const start = (sign: string) => `A text cannot start with "${sign}". Put the text in quotes.`;
const tag = (name: string) =>
  `The tag "${name}" cannot be used here. Remove it, or put the text in quotes if it starts with "!".`;
const escape = (sign: string) =>
  `The escape \\${sign} is not known. Write \\\\ for a backslash, or put the text in single quotes.`;

describe('a mistake of syntax is told in plain words, at its place:', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a second colon',
      'a: b: c\nd: "e": f',
      [`line 1, column 5: ${SECOND_COLON}`, `line 2, column 7: ${SECOND_COLON}`],
    ],
    ['a key that is indented too far', 'a: b\n  c: d', [`line 2, column 3: ${CONTINUED}`]],
    ['a key that is indented too little', 'a:\n    b: 1\n  c: 2', [`line 3, column 3: ${INDENTATION}`]],
    ['an item that is indented too little', 'a:\n  - 1\n - 2', [`line 3, column 2: ${INDENTATION}`]],
    ['an item where there is no list', 'a: 1\n- 2', [`line 2, column 1: ${INDENTATION}`]],
    ['a key where there is a list', '- 1\na: 2', [`line 2, column 1: ${INDENTATION}`]],
    ['a key below a text', 'a:\n  "b"\n  c: d', [`line 3, column 3: ${INDENTATION}`]],
    ['text that is indented too little', 'a: |\n  x\n y', [`line 3, column 2: ${INDENTATION}`]],
    ['text whose first lines are indented too far', 'a: |\n   \n  x', [`line 3, column 3: ${INDENTATION}`]],
    ['text that is indented with a tab', 'a: |\n\tx', [`line 2, column 1: ${TAB}`]],
    [
      'a key without a value',
      'a: 1\n"b"\nc: d\n[e]\nf',
      [`line 2, column 1: ${NO_COLON}`, `line 4, column 1: ${NO_COLON}`, `line 5, column 1: ${NO_COLON}`],
    ],
    ['a key without a space after its colon', 'a: 1\nb:-1', [`line 2, column 1: ${NO_COLON}`]],
    ['a key on two lines', 'a: 1\nother words\nb: 2', [`line 2, column 1: ${LONG_KEY}`]],
    ['a quoted key on two lines', '"a\n b": 1', [`line 1, column 1: ${LONG_KEY}`]],
    ['a key in brackets on two lines', '[a\n: b]', [`line 1, column 3: ${LONG_KEY}`]],
    [
      'an endless key',
      `${'x'.repeat(1100)}: 1`,
      ['line 1, column 1: This key is longer than 1024 characters. Shorten it.'],
    ],
    ['keys that are no texts', '[a]: b\n*c : d', [`line 1, column 1: ${NOT_TEXT}`, `line 2, column 1: ${NOT_TEXT}`]],
    ['keys after a question mark', '{? a : b, c: d}', [`line 1, column 2: ${EXPLICIT_KEY}`]],
    ['a list in the line of its key', 'a: - b', [`line 1, column 4: ${LIST_IN_LINE}`]],
    ['a list after "---"', '--- - a', [`line 1, column 5: ${LIST_IN_LINE}`]],
    ['a mapping after "---"', '--- a: b', [`line 1, column 5: ${OTHER}`]],
    [
      'a dash in brackets',
      'a: [- b]',
      ['line 1, column 5: A list item cannot start with "-" within brackets. Put a comma between the items instead.'],
    ],
    ['a tab', '\ta: 1\nb:\n\t- c', [`line 1, column 1: ${TAB}`, `line 3, column 1: ${TAB}`]],
    [
      'quotes that are not closed, the last of which takes the rest of the text',
      "a: \"b\nc: \"d\"\ne: 'f\ng: 'h' 'i'\nj: 'k\nl: m: n",
      [
        `line 1, column 4: ${quote('"')}`,
        `line 3, column 4: ${quote("'")}`,
        `line 4, column 8: ${AFTER_VALUE}`,
        `line 5, column 4: ${quote("'")}`,
      ],
    ],
    [
      'a quote whose text is not indented',
      'a:\n  b: "c\n d: "e"',
      [`line 2, column 6: ${quote('"')}`, `line 3, column 2: ${INDENTATION}`],
    ],
    ['a doubled quote at the end', "a: 'b''", [`line 1, column 4: ${quote("'")}`]],
    ['an escaped quote at the end', 'a: "b\\"', [`line 1, column 4: ${quote('"')}`]],
    ['only a quote', '"', [`line 1, column 1: ${quote('"')}`]],
    [
      'text after a quote',
      "a: 'it's'\nb: \"c\"d",
      [`line 1, column 8: ${AFTER_VALUE}`, `line 2, column 7: ${AFTER_VALUE}`],
    ],
    [
      'text after brackets',
      'a: [b]c\nd: {} {}',
      [`line 1, column 7: ${AFTER_VALUE}`, `line 2, column 7: ${AFTER_VALUE}`],
    ],
    [
      'a bracket that is not closed',
      'a: [1,\n 2\nb: 3\nc: {',
      [`line 1, column 4: ${open('[', ']')}`, `line 4, column 4: ${open('{', '}')}`],
    ],
    ['brackets that are not indented', 'a: {\nb: 1\n}', [`line 1, column 4: ${open('{', '}')}`]],
    [
      'a bracket that the wrong one closes',
      'a: [1}',
      ['line 1, column 6: This "}" does not close the "[" before it. Write "]" first.'],
    ],
    [
      'a bracket that closes nothing',
      'a: ]\nb: }',
      [`line 1, column 4: ${stray(']')}`, `line 2, column 4: ${stray('}')}`],
    ],
    ['a comma that is missing', '["a" "b"]', [`line 1, column 6: ${NO_COMMA}`]],
    [
      'a comma that is missing in JSON',
      '{\n  "a": "x"\n  "b": [1]\n  "c": 2\n}',
      [`line 3, column 3: ${NO_COMMA}`, `line 4, column 3: ${NO_COMMA}`],
    ],
    [
      'a comma that is missing after a number in JSON',
      '{\n  "a": 1\n  "b": 2\n}',
      [`line 3, column 6: ${COLON_IN_BRACKETS}`],
    ],
    ['a colon that is missing in JSON', '{"a" 1}', [`line 1, column 6: ${NO_COMMA}`]],
    ['a comma too many', '{"a": 1,, "b": 2}', ['line 1, column 9: There is a comma too many. Remove it.']],
    [
      'signs that start no text',
      'a: @b\nc: `d`\ne: %f\ng: ,h',
      [
        `line 1, column 4: ${start('@')}`,
        `line 2, column 4: ${start('`')}`,
        `line 3, column 4: ${start('%')}`,
        `line 4, column 4: ${start(',')}`,
      ],
    ],
    [
      'escapes that there are not',
      'a: "\\q"\nb: "\\x0"',
      [`line 1, column 5: ${escape('q')}`, `line 2, column 5: ${escape('x')}`],
    ],
    [
      'text in the line of its sign',
      'a: > 5 days\nb: | c',
      [`line 1, column 6: ${BLOCK_SIGN}`, `line 2, column 6: ${BLOCK_SIGN}`],
    ],
    ['text right after its sign', 'a: >x\n  b', [`line 1, column 5: ${BLOCK_SIGN}`]],
    [
      'a comment without a space',
      'a: "b"#c',
      [
        'line 1, column 7: A comment needs a space before its "#". Add a space, or put the text in quotes if the "#" is part of it.',
      ],
    ],
    [
      'tags that are not standard',
      'a: !!js/function "x"\nb: !!binary aGk=\nc: !!timestamp 2026-01-01\nd: !x 1\ne: !<y> 1\nf: !z!z 1',
      [
        `line 1, column 4: ${tag('!!js/function')}`,
        `line 2, column 4: ${tag('!!binary')}`,
        `line 3, column 4: ${tag('!!timestamp')}`,
        `line 4, column 4: ${tag('!x')}`,
        `line 5, column 4: ${tag('!<y>')}`,
        `line 6, column 4: ${tag('!z!z')}`,
      ],
    ],
    [
      'tags that do not fit',
      'a: !!int x\nb: !!map [1]',
      [`line 1, column 4: ${tag('!!int')}`, `line 2, column 4: ${tag('!!map')}`],
    ],
    [
      'tags and anchors that stand alone',
      '&a\nb:\n  !!str\n  c',
      [`line 1, column 1: ${LONE_TAG}`, `line 3, column 3: ${LONE_TAG}`],
    ],
    ['two anchors', 'a: &b &c d', [`line 1, column 7: ${OTHER}`]],
    [
      'names that are missing',
      'a: &\nb: *',
      [
        'line 1, column 4: There is no name after this "&". Put the text in quotes.',
        'line 2, column 4: There is no name after this "*". Put the text in quotes.',
      ],
    ],
    [
      'an alias of nothing',
      'a: [*b]',
      ['line 1, column 5 (a[0]): Nothing above this is marked "&b". Put the text in quotes if it starts with "*".'],
    ],
    [
      'several documents',
      'a: 1\n---\nb: 2\n...\nc: 3',
      [`line 2, column 1: ${DOCUMENT}`, `line 5, column 1: ${DOCUMENT}`],
    ],
    ['an empty document before another', '---\n---\na: 1', [`line 2, column 1: ${DOCUMENT}`]],
    ['directives', '%YAML 1.1\n---\na: no', [`line 1, column 1: ${DIRECTIVE}`]],
  ])('%s', (_what, text, problems) => {
    expect(problemsOf(text, z.unknown())).toEqual(problems);
  });

  it('characters that cannot be shown, wherever they are', () => {
    const problem = (place: string, code: string) =>
      `${place}: There is a character here that cannot be shown (${code}). Remove it.`;
    expect(problemsOf('a: \u0000\nb: "\u0007"\n# \ud800\nc\u202f: \ufeff\u007f', z.unknown())).toEqual([
      problem('line 1, column 4', 'U+0000'),
      problem('line 2, column 5', 'U+0007'),
      problem('line 3, column 3', 'U+D800'),
      problem('line 4, column 5', 'U+FEFF'),
      problem('line 4, column 6', 'U+007F'),
    ]);
  });

  it.each(['\u202a', '\u202e', '\u2066', '\u2069'])(
    'characters that have people read the text around them in another order: %j',
    (turned) => {
      const code = `U+${turned.charCodeAt(0).toString(16).toUpperCase()}`;
      const problem = `There is a character here that cannot be shown (${code}). Remove it.`;
      expect(problemsOf(`a: ${turned}b`, z.unknown())).toEqual([`line 1, column 4: ${problem}`]);
      expect(problemsOf('a: "שלום\u200f, Bernés"', z.record(z.string(), z.string()))).toEqual([]);
    },
  );

  it('characters that cannot be shown and are written as escapes, together with all else', () => {
    const problem = (place: string, code: string) =>
      `${place}: The text holds a character that cannot be shown (${code}). Remove it.`;
    expect(problemsOf('a: "\\u0000"\n"\\ud800": "\\ud83d\\ude00"\nb: 5', z.record(z.string(), z.string()))).toEqual([
      problem('line 1, column 4 (a)', 'U+0000'),
      problem('line 2, column 1', 'U+D800'),
      'line 3, column 4 (b): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
    ]);
  });
});
