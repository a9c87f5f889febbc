import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readDocumentText } from '../../../src/contracts/document-text/read-document-text';
import { exampleContract, problemsOf } from './example-contract';

const YAML = `# A comment.
title: Normal changes
version: "1.0"   # quoted
until: 2026-01-31
rules:
- id: a
  kind: approval
  strength: block
  need:
    allOf:
      - role: owner
      - anyOf: [{ role: cab }, { role: "on-call" }]
  when: { not: { field: impact, in: [no, off, 2026-01-01] } }
`;

const JSON_TEXT = `{
  "title": "Normal changes",
  "version": "1.0",
  "until": "2026-01-31",
  "rules": [
    {
      "id": "a",
      "kind": "approval",
      "strength": "block",
      "need": { "allOf": [{ "role": "owner" }, { "anyOf": [{ "role": "cab" }, { "role": "on-call" }] }] },
      "when": { "not": { "field": "impact", "in": ["no", "off", "2026-01-01"] } }
    }
  ]
}
`;

const VALUE = JSON.parse(JSON_TEXT) as unknown;

const valueOf = (text: string, contract: z.ZodType = z.unknown()) => {
  const reading = readDocumentText(contract, text);
  return reading.readable ? reading.value : reading.problems;
};

describe('a document', () => {
  it.each([
    ['in YAML, where dates, no and off are texts', YAML],
    ['in JSON', JSON_TEXT],
    ['in JSON that is indented with tabs', JSON_TEXT.replaceAll('  ', '\t')],
    ['in JSON in one line', JSON.stringify(VALUE)],
    ['with a byte order mark and the line ends of Windows', `\ufeff${YAML.replaceAll('\n', '\r\n')}`],
    ['after "---" and before "..."', `---\n${YAML}...\n`],
  ])('is read %s', (_what, text) => {
    expect(readDocumentText(exampleContract, text)).toEqual({ readable: true, value: VALUE });
  });

  it('is what the contract makes of it', () => {
    const contract = z.strictObject({ a: z.string().default('b') }).transform(({ a }) => a);
    expect(readDocumentText(contract, '{}')).toEqual({ readable: true, value: 'b' });
  });

  it('may have texts of several lines, quoted or not, and values with standard tags', () => {
    const text = 'a: |\n  x\n   y\n\nb: >-\n  x\n  y\nc: x\n  y\nd: "x\n  y"\ne: !!str 1.0\nf: !!map {}\n';
    expect(valueOf(text)).toEqual({ a: 'x\n y\n', b: 'x y', c: 'x y', d: 'x y', e: '1.0', f: {} });
  });

  it('may repeat with an alias what has no alias in it', () => {
    expect(valueOf('a: &who [Ann, Bo]\nb: *who\nc: [*who]\n')).toEqual({
      a: ['Ann', 'Bo'],
      b: ['Ann', 'Bo'],
      c: [['Ann', 'Bo']],
    });
  });

  it('has keys that are texts, whatever they look like', () => {
    expect(valueOf('null: 1\n1: 2\ntrue: 3\n"": 4\n')).toEqual({ null: 1, 1: 2, true: 3, '': 4 });
  });

  it('tells the place of a problem by line, column and path', () => {
    expect(readDocumentText(exampleContract, 'title: T\nversion: "1"\nrules:\n  - 5\n')).toEqual({
      readable: false,
      problems: [
        {
          path: 'rules[0]',
          line: 4,
          column: 5,
          message: 'There is the number 5 here, but a mapping of keys to values is expected.',
          hint: 'Write "key: value", with a space after the ":".',
        },
      ],
    });
  });

  it('has the same places whatever ends its lines and whether it starts with a byte order mark', () => {
    const text = '\ttitle: 1\nversion: x\n  rules: []\n\nmore';
    expect(problemsOf(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(problemsOf(text));
    expect(problemsOf(text)).not.toEqual([]);
  });

  it('reports a hundred problems at most, and how many more there are', () => {
    const list = (length: number) => `[${Array.from({ length }, () => '1').join(',\n')}]`;
    const problems = (length: number) => problemsOf(list(length), z.array(z.string()));
    const last = 'line 101, column 1:';
    expect(problems(100)).toHaveLength(100);
    expect(problems(100).at(-1)).toBe(
      'line 100, column 1 ([99]): There is the number 1 here, but a text is expected. Put it in quotes: "1".',
    );
    expect(problems(101).slice(99)).toEqual([problems(100).at(-1), `${last} There is 1 more problem.`]);
    expect(problems(123).slice(100)).toEqual([`${last} There are 23 more problems.`]);
    expect(problems(5000).slice(100)).toEqual([`${last} There are at least 900 more problems.`]);
  });

  it.each(['', '\n\n', '# only a comment\n', '---\n', '...\n', '~', 'null\n'])('cannot be empty: %j', (text) => {
    expect(problemsOf(text)).toEqual(['line 1, column 1: The document is empty.']);
  });

  it.each([
    ['a list', '- title: T'],
    ['a text', 'title'],
    ['the number 5', '5'],
    ['true', 'true'],
  ])('cannot be %s where the contract wants keys', (what, text) => {
    expect(problemsOf(text)).toEqual([
      `line 1, column 1: There is ${what} here, but a mapping of keys to values is expected. Write "key: value", with a space after the ":".`,
    ]);
  });
});
