import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { problemText } from '../../../src/contracts/document-text/document-problem';
import { readDocumentText } from '../../../src/contracts/document-text/read-document-text';
import { exampleContract } from './example-contract';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => {
  const isShown = /^[\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]+$/u.test(value);
  return isShown && !/[\u202a-\u202e\u2066-\u2069]/.test(value);
});
const field = fc.constantFrom('summary', 'impact', 'rollback-plan');

const { need, when } = fc.letrec<{ need: unknown; when: unknown }>((tie) => ({
  need: fc.oneof(
    { maxDepth: 4 },
    fc.record({ role: text }),
    fc.record(
      { allOf: fc.array(tie('need'), { minLength: 1, maxLength: 3 }), inOrder: fc.boolean() },
      { requiredKeys: ['allOf'] },
    ),
    fc.record({ anyOf: fc.array(tie('need'), { minLength: 1, maxLength: 3 }) }),
  ),
  when: fc.oneof(
    { maxDepth: 4 },
    fc.record({ field, in: fc.array(text, { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(tie('when'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('when') }),
  ),
}));

const strength = fc.constantFrom('block', 'warn');
const rule = fc.oneof(
  fc.record({ id: text, strength, kind: fc.constant('required-fields'), fields: fc.array(field, { maxLength: 3 }) }),
  fc.record(
    { id: text, strength, kind: fc.constant('approval'), need, when },
    { requiredKeys: ['id', 'strength', 'kind', 'need'] },
  ),
);

const document = fc.record(
  {
    title: text.filter((value) => /\S/.test(value) && value.length <= 40),
    version: fc.oneof(
      text,
      fc.constantFrom('1.0', '1', 'no', 'null', '2026-01-01', '0x1F', '- a', 'a: b', '# c', '&a', '*a', '!a'),
    ),
    edition: fc.constant(1),
    days: fc.integer({ min: 1, max: 31 }),
    urgent: fc.boolean(),
    contact: fc.oneof(text, fc.record({ name: text })),
    holders: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), text, { noNullPrototype: true }),
    rules: fc.uniqueArray(rule, { maxLength: 3, selector: ({ id }) => id }),
  },
  { requiredKeys: ['title', 'version', 'rules'] },
);

const styles = fc.record({
  indent: fc.integer({ min: 1, max: 4 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_SINGLE' as const,
    'QUOTE_DOUBLE' as const,
    'BLOCK_LITERAL' as const,
  ),
  // Where yaml's writer folds lines it does so within characters of two code units, too.
  lineWidth: fc.constant(0),
});

/** Where to cut, how much of it, and what to put there instead. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 12 }),
  put: fc.oneof(
    fc.constantFrom(
      '\n',
      '  ',
      '\t',
      ': ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|\n',
      '>',
      '#',
      '&a ',
      '*a',
      '!t ',
      '---\n',
      '...\n',
      '%',
      '\\',
      '\u0000',
      '\ud800',
      '<<: ',
      '__proto__: ',
    ),
    fc.string({ maxLength: 4 }),
  ),
});

const edited = (source: string, edits: readonly { at: number; cut: number; put: string }[]) =>
  edits.reduce((whole, { at, cut, put }) => {
    const start = Math.floor(at * whole.length);
    return whole.slice(0, start) + put + whole.slice(start + cut);
  }, source);

describe('a document', () => {
  it('is read as it was, in whichever style of YAML it is written', () => {
    fc.assert(
      fc.property(document, styles, (value, { indent, indentSeq, ...style }) => {
        const source = stringify(value, {
          indent,
          indentSeq: indentSeq || indent === 1,
          ...style,
          aliasDuplicateObjects: false,
        });
        // yaml's own writer loses spaces at the ends of a text below "|".
        fc.pre(isDeepStrictEqual(parse(source), value));
        expect(readDocumentText(exampleContract, source)).toEqual({ readable: true, value });
      }),
      { numRuns: 300 },
    );
  });

  it('is read as it was in JSON, indented or not', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        expect(readDocumentText(exampleContract, JSON.stringify(value, null, indent))).toEqual({
          readable: true,
          value,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('of any shape is read as it was, as long as its keys are harmless', () => {
    const harmless = fc
      .jsonValue({ maxDepth: 6 })
      .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
      .filter((value) => value !== null && !/__proto__|<<|\\u|\x7f/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(harmless, (value) => {
        const expected = { readable: true, value };
        expect(readDocumentText(z.unknown(), stringify(value))).toEqual(expected);
        expect(readDocumentText(z.unknown(), JSON.stringify(value))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('that was damaged in any way is read or refused, with places that are within it, and never throws', () => {
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (value, edits, inJson) => {
        const source = edited(inJson ? JSON.stringify(value, null, 2) : stringify(value), edits);
        const lines = source.split('\n');
        const reading = readDocumentText(exampleContract, source);
        for (const problem of reading.readable ? [] : reading.problems) {
          expect(problemText(problem)).toMatch(/^line \d+, column \d+.*: .*[.?]$/s);
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeLessThanOrEqual((lines[problem.line - 1] ?? '').length + 1);
        }
        expect(reading.readable || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
