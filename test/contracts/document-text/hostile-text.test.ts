import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { exampleContract, problemsOf } from './example-contract';
import { readDocumentText } from '../../../src/contracts/document-text/read-document-text';

const TOO_LARGE = 'line 1, column 1: The document is larger than 256 KB. Remove what does not belong to the document.';
const TOO_MANY =
  'line 1, column 1: The document has more than 100000 values. Remove what does not belong to the document.';
const ALIAS = 'What is marked with "&" cannot itself repeat something with "*". Write out what belongs here.';
const tooDeep = (place: string) => `${place}: The document is nested more than 60 levels deep here. Nest it less.`;

const anything = z.unknown();
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('a text that is made to do harm', () => {
  it.each([
    ['5 MB of YAML', 'a: b\n'.repeat(1_000_000)],
    ['one byte more than 256 KB', `# ${'x'.repeat(256 * 1024 - 1)}`],
    ['fewer characters than that, but more bytes', `# ${'\u20ac'.repeat(100 * 1024)}`],
  ])('is not looked at when it has %s', (_what, text) => {
    expect(problemsOf(text)).toEqual([TOO_LARGE]);
  });

  it('may have 256 KB', () => {
    expect(readDocumentText(anything, `a: 1 #${'x'.repeat(256 * 1024 - 6)}`)).toEqual({
      readable: true,
      value: { a: 1 },
    });
  });

  it('cannot multiply itself with aliases of aliases', () => {
    const laughs = `a0: &a0 [lol, lol]\n${lines(9, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)}\n`;
    expect(problemsOf(laughs, anything)).toEqual(
      Array.from({ length: 9 }, (_, i) => [
        `line ${i + 2}, column 10 (a${i + 1}[0]): ${ALIAS}`,
        `line ${i + 2}, column 15 (a${i + 1}[1]): ${ALIAS}`,
      ]).flat(),
    );
  });

  it('cannot be part of itself', () => {
    expect(problemsOf('a: &a [*a]\nb: &b {c: *b}\n', anything)).toEqual([
      `line 1, column 8 (a[0]): ${ALIAS}`,
      `line 2, column 11 (b.c): ${ALIAS}`,
    ]);
  });

  it('repeats at most twenty times what it has', () => {
    const text = (aliases: number) => `a: &a [x]\nb:\n${lines(aliases, () => '  - *a')}\n`;
    expect(problemsOf(text(20), anything)).toEqual([]);
    expect(problemsOf(text(23), anything)).toEqual([
      'line 23, column 5 (b[20]): There are more than 20 repetitions with "*". Write out what belongs here, from here on.',
    ]);
  });

  it('has at most a hundred thousand values, with what aliases repeat', () => {
    const text = (values: number) => `a: &a [${'1,'.repeat(values)}]\nb: [${'*a,'.repeat(20)}]\n`;
    expect(problemsOf(text(4_000), anything)).toEqual([]);
    expect(problemsOf(text(5_000), anything)).toEqual([TOO_MANY]);
    expect(problemsOf(`[${'1,'.repeat(100_000)}]`, anything)).toEqual([TOO_MANY]);
  });

  it.each([
    ['brackets', '['.repeat(60), '['.repeat(61), 'line 1, column 61'],
    ['braces', '{a: '.repeat(60), '{a: '.repeat(61), 'line 1, column 241'],
    ['dashes', `${'- '.repeat(60)}a`, `${'- '.repeat(61)}a`, 'line 1, column 121'],
    ['keys', lines(60, (i) => `${' '.repeat(i)}a:`), lines(61, (i) => `${' '.repeat(i)}a:`), 'line 61, column 62'],
    [
      'lists in lists',
      lines(60, (i) => `${' '.repeat(i)}-`),
      lines(61, (i) => `${' '.repeat(i)}-`),
      'line 61, column 61',
    ],
    [
      'lists that stand below their keys',
      lines(30, (i) => `${'  '.repeat(i)}a:\n${'  '.repeat(i)}-`),
      lines(31, (i) => `${'  '.repeat(i)}a:\n${'  '.repeat(i)}-`),
      'line 61, column 62',
    ],
    [
      'keys with text in between',
      lines(60, (i) => `${' '.repeat(i)}t: |\n${' '.repeat(i + 1)}x\n${' '.repeat(i)}a:`),
      lines(61, (i) => `${' '.repeat(i)}t: |\n${' '.repeat(i + 1)}x\n${' '.repeat(i)}a:`),
      'line 181, column 62',
    ],
    [
      'brackets below keys',
      `${lines(30, (i) => `${' '.repeat(i)}a:`)} ${'['.repeat(30)}`,
      `${lines(30, (i) => `${' '.repeat(i)}a:`)} ${'['.repeat(31)}`,
      'line 30, column 63',
    ],
  ])('is nested at most sixty levels deep, in %s', (_what, deepest, tooDeepText, place) => {
    expect(problemsOf(deepest, anything).filter((problem) => problem.includes('levels deep'))).toEqual([]);
    expect(problemsOf(tooDeepText, anything)).toContain(tooDeep(place));
  });

  it.each([
    ['brackets', '['.repeat(250_000)],
    ['brackets and braces', '[{a: '.repeat(50_000)],
    ['dashes', '- '.repeat(125_000)],
    ['dashes in brackets', `[\n${lines(700, (i) => `${' '.repeat(i)}- `)}`],
    ['keys', lines(700, (i) => `${' '.repeat(i)}a:`)],
    ['question marks', '? '.repeat(125_000)],
    ['colons', 'a: '.repeat(80_000)],
    ['colons in brackets', `{${'a: '.repeat(80_000)}}`],
    ['colons without keys', ': '.repeat(125_000)],
    ['texts that look like lists of a key', `x:\n${'  a: "b"\n   - c\n'.repeat(10_000)}d: 1`],
    ['texts that are keys', `x:\n${'  {a: b}\n  c:\n'.repeat(10_000)}d: 1`],
    ['texts of several lines that are keys', `x:\n  a: 1\n${'  |\n  c:\n'.repeat(10_000)}d: 1`],
    ['anchors that are keys', `x:\n${'  &b\n   - c\n'.repeat(10_000)}d: 1`],
  ])('is refused, and fills no stack, with endless %s', (_what, text) => {
    const problems = problemsOf(text, anything);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(102);
  });

  it('is read in a moment with thousands of keys of which none is known', () => {
    const text = lines(5_000, (i) => `k${i}: 1`);
    expect(problemsOf(text)).toHaveLength(101);
    expect(problemsOf(`${text}\nk5: 1`, z.record(z.string(), z.number()))).toEqual([
      'line 5001, column 1 (k5): The key "k5" is here more than once. Keep one of them.',
    ]);
  });

  it('reaches no prototype', () => {
    const reading = readDocumentText(
      z.record(z.string(), z.unknown()),
      'constructor: {prototype: {polluted: 1}}\ntoString: x\n',
    );
    expect(reading).toEqual({ readable: true, value: { constructor: { prototype: { polluted: 1 } }, toString: 'x' } });
    expect(problemsOf('a: {__proto__: {polluted: 1}}', anything)).toEqual([
      'line 1, column 5 (a.__proto__): There is no key "__proto__" here. Remove it.',
    ]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('is refused by a contract as deep as it may be nested', () => {
    const need = (depth: number): string => (depth === 0 ? '{rol: x}' : `{anyOf: [${need(depth - 1)}]}`);
    const text = `title: T\nversion: "1"\nrules: [{id: a, kind: approval, strength: warn, need: ${need(25)}}]\n`;
    expect(problemsOf(text, exampleContract)).toEqual([
      `line 3, column ${55 + 25 * 9} (rules[0].need${'.anyOf[0]'.repeat(25)}): The key "role" is missing. It takes a text.`,
      `line 3, column ${56 + 25 * 9} (rules[0].need${'.anyOf[0]'.repeat(25)}.rol): There is no key "rol" here. Did you mean "role"?`,
    ]);
  });
});
