import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { problemsOf } from './example-contract';

const say = (schema: z.ZodType, value: string) =>
  problemsOf(`a: ${value}`, z.strictObject({ a: schema })).map((problem) =>
    problem.replace('line 1, column 4 (a): ', ''),
  );

const twelve = z.enum(Array.from({ length: 40 }, (_, index) => `value-${String(index)}`));

describe('an issue is told in plain words:', () => {
  it.each<[string, z.ZodType, string, readonly string[]]>([
    ['a number that is too small', z.number().min(3), '2', ['This number has to be at least 3.']],
    ['a number on its lower bound', z.number().gt(3), '3', ['This number has to be more than 3.']],
    ['a number that is too large', z.number().max(3), '4', ['This number has to be at most 3.']],
    ['a number on its upper bound', z.number().lt(3), '3', ['This number has to be less than 3.']],
    ['a number between the steps', z.number().multipleOf(5), '7', ['This number has to be a multiple of 5.']],
    ['a text that is no number', z.number(), '"7 days"', ['There is a text here, but a number is expected.']],
    ['an empty text', z.string().min(1), '""', ['This text must not be empty.']],
    ['a short text', z.string().min(2), 'x', ['This text has to have at least 2 characters.']],
    ['a long text', z.string().max(1), 'xy', ['This text has to have at most 1 character.']],
    ['a text of another length', z.string().length(2), 'x', ['This text has to have exactly 2 characters.']],
    ['an empty list', z.array(z.string()).min(1), '[]', ['This list must not be empty.']],
    ['a short list', z.array(z.string()).min(2), '[x]', ['This list has to have at least 2 items.']],
    ['a list of another length', z.array(z.string()).length(1), '[x, y]', ['This list has to have exactly 1 item.']],
    ['no date', z.iso.date(), '2026-02-30', ['This is not a date such as 2026-01-31.']],
    ['no instant', z.iso.datetime(), '2026-02-30', ['This is not an instant such as 2026-01-31T09:30:00Z.']],
    ['no time', z.iso.time(), '25:00', ['This is not a time such as 09:30:00.']],
    ['no duration', z.iso.duration(), '3 days', ['This is not a duration such as P3D.']],
    ['no address', z.email(), 'Ann', ['This is not an e-mail address.']],
    ['no web address', z.url(), 'Ann', ['This is not a web address.']],
    ['no UUID', z.uuid(), 'Ann', ['This is not a UUID.']],
    ['another start', z.string().startsWith('POL-'), 'X', ['This text has to start with "POL-".']],
    ['another end', z.string().endsWith('-POL'), 'X', ['This text has to end with "-POL".']],
    ['a part that is missing', z.string().includes('-'), 'X', ['This text has to contain "-".']],
    [
      'another form',
      z.string().regex(/^[a-z]+$/),
      'X',
      ['This text does not have the form that is expected here. It has to match /^[a-z]+$/.'],
    ],
    [
      'another form than the contract names',
      z.string().regex(/^[a-z]+$/, 'Use small letters.'),
      'X',
      ['Use small letters.'],
    ],
    ['what the contract refuses without words', z.string().refine(() => false), 'x', ['This is not allowed here.']],
    ['what the contract refuses', z.string().refine(() => false, 'No.'), 'x', ['No.']],
    ['another type than the contract names', z.string('Write a name.'), '5', ['Write a name. Put it in quotes: "5".']],
    [
      'none of few values',
      z.enum(['a', 'b c', '1.0', 'true']),
      'z',
      ['"z" is not allowed here. Allowed here: a, "b c", "1.0", "true".'],
    ],
    ['none of many values', twelve, 'z', ['"z" is not allowed here.']],
    ['nearly one of many values', twelve, 'valeu-7', ['"valeu-7" is not allowed here. Did you mean "value-7"?']],
    [
      'a value without its quotes',
      z.enum(['1.0', '2.0']),
      '1.0',
      ['1.0 is not allowed here. Put it in quotes: "1.0".'],
    ],
    [
      'a mapping where a value should be',
      z.enum(['a']),
      '{b: c}',
      ['There cannot be a mapping here. Allowed here: a.'],
    ],
    [
      'several types',
      z.union([z.number(), z.array(z.string())]),
      'x',
      ['There is a text here, but a number or a list is expected.'],
    ],
    [
      'a type or a value',
      z.union([z.literal('none'), z.array(z.string())]),
      '5',
      [
        'There is the number 5 here, but a list or one of none is expected. Start each item on a line of its own with "- ".',
      ],
    ],
    [
      'values of several forms',
      z.union([z.literal('a'), z.union([z.literal('b'), z.literal(3)])]),
      'z',
      ['"z" is not allowed here. Allowed here: a, b, 3.'],
    ],
    [
      'several forms, in words of the contract',
      z.union([z.number(), z.null()], 'Write a number, or nothing.'),
      'x',
      ['Write a number, or nothing.'],
    ],
    [
      'more than one form',
      z.xor([z.string(), z.string().min(1)]),
      'x',
      ['This fits more than one of the forms that are allowed here.'],
    ],
    ['something where there should be nothing', z.never(), 'x', ['There is a text here, but nothing is expected.']],
    [
      'nothing where nothing can be right',
      z.date(),
      '',
      ['There is nothing here, but something else is expected. Give a value, or remove this.'],
    ],
    [
      'keys that are none of a few',
      z.record(z.string().pipe(z.enum(['left', 'right'])), z.string()),
      '{lefd: x}',
      ['line 1, column 5 (a.lefd): The key "lefd" cannot be used here. Did you mean "left"?'],
    ],
    [
      'keys of a record that are missing or unknown',
      z.record(z.enum(['left', 'right']), z.string()),
      '{lefd: x, right: y}',
      [
        'The key "left" is missing. It takes a text.',
        'line 1, column 5 (a.lefd): There is no key "lefd" here. Did you mean "left"?',
      ],
    ],
  ])('%s', (_what, schema, value, problems) => {
    expect(say(schema, value)).toEqual(problems);
  });
});

describe('a form of several', () => {
  const tagged = z.union([
    z.strictObject({ kind: z.literal('a'), x: z.string(), y: z.string(), z: z.string() }),
    z.strictObject({ kind: z.literal('b'), u: z.string() }),
  ]);

  it('is the one that its tag names, even if another one has more of its keys', () => {
    expect(say(tagged, '{kind: b, x: 1, y: 2, z: 3}')).toEqual([
      'The key "u" is missing. It takes a text.',
      'line 1, column 14 (a.x): There is no key "x" here. Allowed here: kind, u.',
      'line 1, column 20 (a.y): There is no key "y" here. Allowed here: kind, u.',
      'line 1, column 26 (a.z): There is no key "z" here. Allowed here: kind, u.',
    ]);
  });

  it('is the one that has most of its keys if it has no tag', () => {
    const untagged = z.union([z.strictObject({ a: z.string(), b: z.string() }), z.strictObject({ c: z.string() })]);
    expect(say(untagged, '{b: x, d: y}')).toEqual([
      'The key "a" is missing. It takes a text.',
      'line 1, column 11 (a.d): There is no key "d" here. Allowed here: a, b.',
    ]);
  });

  it('is found in a union of unions', () => {
    const one = z.strictObject({ one: z.string() });
    const two = z.strictObject({ two: z.array(z.string()) });
    const three = z.strictObject({ three: z.string() });
    expect(say(z.union([one, z.union([two, three])]), '{two: [5]}')).toEqual([
      'line 1, column 11 (a.two[0]): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
    ]);
  });

  it('is named with all the keys that it needs where none is there', () => {
    const forms = z.union([z.strictObject({ field: z.string(), in: z.string() }), z.strictObject({ not: z.string() })]);
    expect(say(forms, '{}')).toEqual([
      'A key that is needed here is missing. Write one of these: "not", "field" with "in".',
    ]);
  });
});
