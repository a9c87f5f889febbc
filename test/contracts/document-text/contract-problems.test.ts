import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { problemsOf } from './example-contract';

const HEAD = 'title: T\nversion: "1"\n';
const RULES = `${HEAD}rules:\n`;
const APPROVAL = `${RULES}  - id: a\n    kind: approval\n    strength: warn\n`;
const TOP_KEYS = 'Allowed here: title, version, edition, days, urgent, until, contact, holders, rules.';

describe('what a contract finds wrong with a document', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a misspelt key, at the key, and the key that is missing for it, at its mapping',
      `${HEAD}rulez: []\n`,
      [
        'line 1, column 1: The key "rules" is missing. It takes a list.',
        'line 3, column 1 (rulez): There is no key "rulez" here. Did you mean "rules"?',
      ],
    ],
    [
      'a key like none',
      `${HEAD}rules: []\ncolour: red\n`,
      [`line 4, column 1 (colour): There is no key "colour" here. ${TOP_KEYS}`],
    ],
    [
      'a key that is like one that is there already',
      `${HEAD}rules: []\nruls: 1\n`,
      [`line 4, column 1 (ruls): There is no key "ruls" here. ${TOP_KEYS}`],
    ],
    [
      'a key that holds its value, for want of a space',
      '{title:T, version: x, rules: []}',
      [
        'line 1, column 1: The key "title" is missing. It takes a text.',
        'line 1, column 2 (["title:T"]): There is no key "title:T" here. Put a space after the ":".',
      ],
    ],
    [
      'keys that reach into prototypes, like any unknown key',
      `${HEAD}rules: []\n__proto__: {admin: true}\nconstructor: 1\n`,
      [
        'line 4, column 1 (__proto__): There is no key "__proto__" here. Remove it.',
        `line 5, column 1 (constructor): There is no key "constructor" here. ${TOP_KEYS}`,
      ],
    ],
    [
      'a merge key',
      `${HEAD}rules: []\n<<: {days: 3}\n`,
      [
        'line 4, column 1 (["<<"]): The key "<<" does not bring in other keys here. Write out the keys that belong here.',
      ],
    ],
    [
      'keys that are there twice, at the second one, of which the first one counts',
      `${HEAD}rules: []\ntitle: 5\n"version": 2\n`,
      [
        'line 4, column 1 (title): The key "title" is here more than once. Keep one of them.',
        'line 5, column 1 (version): The key "version" is here more than once. Keep one of them.',
      ],
    ],
    [
      'values that are none of a few',
      `${RULES}  - id: a\n    kind: required-fields\n    strength: blok\n    fields: [summary, sumary, colour, [impact], ~]\n`,
      [
        'line 6, column 15 (rules[0].strength): "blok" is not allowed here. Did you mean "block"?',
        'line 7, column 23 (rules[0].fields[1]): "sumary" is not allowed here. Did you mean "summary"?',
        'line 7, column 31 (rules[0].fields[2]): "colour" is not allowed here. Allowed here: summary, impact, rollback-plan.',
        'line 7, column 39 (rules[0].fields[3]): There cannot be a list here. Allowed here: summary, impact, rollback-plan.',
        'line 7, column 49 (rules[0].fields[4]): There is nothing here. Allowed here: summary, impact, rollback-plan.',
      ],
    ],
    [
      'kinds of rule that there are not, or that are not said',
      `${RULES}  - {id: a, kind: required_fields}\n  - id: b\n  - kind: [approval]\n`,
      [
        'line 4, column 19 (rules[0].kind): "required_fields" is not allowed here. Did you mean "required-fields"?',
        'line 5, column 5 (rules[1]): The key "kind" is missing. It takes one of these: required-fields, approval.',
        'line 6, column 11 (rules[2].kind): There cannot be a list here. Allowed here: required-fields, approval.',
      ],
    ],
    [
      'mistakes deep in nested forms, where they are',
      `${APPROVAL}    need:\n      allOf:\n        - role: owner\n        - anyOf:\n            - rol: cab\n            - role: 5\n`,
      [
        'line 11, column 15 (rules[0].need.allOf[1].anyOf[0]): The key "role" is missing. It takes a text.',
        'line 11, column 15 (rules[0].need.allOf[1].anyOf[0].rol): There is no key "rol" here. Did you mean "role"?',
        'line 12, column 21 (rules[0].need.allOf[1].anyOf[1].role): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
      ],
    ],
    [
      'mistakes in nested conditions, by the form that fits best',
      `${APPROVAL}    need: {role: cab}\n    when:\n      not:\n        all:\n          - field: impakt\n            in: [High]\n          - field: impact\n            in: High\n          - field: impact\n            on: [High]\n`,
      [
        'line 11, column 20 (rules[0].when.not.all[0].field): "impakt" is not allowed here. Did you mean "impact"?',
        'line 14, column 17 (rules[0].when.not.all[1].in): There is a text here, but a list is expected. Start each item on a line of its own with "- ".',
        'line 15, column 13 (rules[0].when.not.all[2]): The key "in" is missing. It takes a list.',
        'line 16, column 13 (rules[0].when.not.all[2].on): There is no key "on" here. Did you mean "in"?',
      ],
    ],
    [
      'values that are of none of several forms, or of no form that can be told',
      `${APPROVAL}    need:\n      anyOf:\n        - owner\n        - {}\n        - {who: cab, all: 1}\n        - allOf: []\n        - []\n        -\n`,
      [
        'line 9, column 11 (rules[0].need.anyOf[0]): There is a text here, but a mapping of keys to values is expected. Write "key: value", with a space after the ":".',
        'line 10, column 11 (rules[0].need.anyOf[1]): A key that is needed here is missing. Write one of these: "role", "allOf", "anyOf".',
        'line 11, column 11 (rules[0].need.anyOf[2]): A key that is needed here is missing. Write one of these: "role", "allOf", "anyOf".',
        'line 11, column 12 (rules[0].need.anyOf[2].who): There is no key "who" here. Allowed here: role, allOf, inOrder, anyOf.',
        'line 11, column 22 (rules[0].need.anyOf[2].all): There is no key "all" here. Allowed here: role, allOf, inOrder, anyOf.',
        'line 12, column 18 (rules[0].need.anyOf[3].allOf): This list must not be empty.',
        'line 13, column 11 (rules[0].need.anyOf[4]): There is a list here, but a mapping of keys to values is expected. Write "key: value", with a space after the ":".',
        'line 14, column 10 (rules[0].need.anyOf[5]): There is nothing here, but a mapping of keys to values is expected. Give a value, or remove this.',
      ],
    ],
    [
      'a prototype within a form',
      `${APPROVAL}    need: {role: cab, __proto__: {x: 1}}\n`,
      ['line 7, column 23 (rules[0].need.__proto__): There is no key "__proto__" here. Remove it.'],
    ],
    [
      'keys that are missing, at the mapping that lacks them',
      `${RULES}  - kind: approval\n    need: {role: x}\n  - kind: required-fields\n`,
      [
        'line 4, column 5 (rules[0]): The key "id" is missing. It takes a text.',
        'line 4, column 5 (rules[0]): The key "strength" is missing. It takes one of these: block, warn.',
        'line 6, column 5 (rules[1]): The key "id" is missing. It takes a text.',
        'line 6, column 5 (rules[1]): The key "strength" is missing. It takes one of these: block, warn.',
        'line 6, column 5 (rules[1]): The key "fields" is missing. It takes a list.',
      ],
    ],
    [
      'values of another type, and what to write instead',
      'title: 5\nversion: 1.0\nedition: "1"\ndays: "3"\nurgent: yes\nuntil: soon\ncontact: [a]\nholders: none\nrules:\n  a: b\n',
      [
        'line 1, column 8 (title): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
        'line 2, column 10 (version): There is the number 1.0 here, but a text is expected. Put it in quotes: "1.0".',
        'line 3, column 10 (edition): "1" is not allowed here. Write it without quotes: 1.',
        'line 4, column 7 (days): There is a text here, but a number is expected. Write it without quotes: 3.',
        'line 5, column 9 (urgent): There is a text here, but true or false is expected. Write true or false, without quotes.',
        'line 6, column 8 (until): This is not a date such as 2026-01-31.',
        'line 7, column 10 (contact): There is a list here, but a text or a mapping of keys to values is expected.',
        'line 8, column 10 (holders): There is a text here, but a mapping of keys to values is expected. Write "key: value", with a space after the ":".',
        'line 10, column 3 (rules): There is a mapping here, but a list is expected. Start each item on a line of its own with "- ".',
      ],
    ],
    [
      'values that the contract has words for, and keys that it refuses',
      'title: "  "\nversion: true\nedition: 2\ndays: 2.5\nurgent: 1\ncontact: {name: 1}\nholders: {CAB: x, cab: [y]}\nrules: none\n',
      [
        'line 1, column 8 (title): This must not be blank.',
        'line 2, column 10 (version): There is true here, but a text is expected. Put it in quotes: "true".',
        'line 3, column 10 (edition): 2 is not allowed here. Allowed here: 1.',
        'line 4, column 7 (days): There is the number 2.5 here, but a whole number is expected.',
        'line 5, column 9 (urgent): There is the number 1 here, but true or false is expected. Write true or false, without quotes.',
        'line 6, column 17 (contact.name): There is the number 1 here, but a text is expected. Put it in quotes: "1".',
        'line 7, column 11 (holders.CAB): The key "CAB" cannot be used here. A role is written in small letters.',
        'line 7, column 24 (holders.cab): There is a list here, but a text is expected.',
        'line 8, column 8 (rules): There is a text here, but a list is expected. Start each item on a line of its own with "- ".',
      ],
    ],
    [
      'values that are not there, and numbers that are none',
      'title:\nversion: ~\nedition: null\ndays: .inf\nrules:\n  -\n',
      [
        'line 1, column 7 (title): There is nothing here, but a text is expected. Give a value, or remove this.',
        'line 2, column 10 (version): There is nothing here, but a text is expected. Give a value, or remove this.',
        'line 3, column 10 (edition): There is nothing here. Allowed here: 1.',
        'line 4, column 7 (days): There is the number .inf here, but a number is expected.',
        'line 6, column 4 (rules[0]): There is nothing here, but a mapping of keys to values is expected. Give a value, or remove this.',
      ],
    ],
    [
      'values that are too long, and numbers that are too large',
      `title: ${'x'.repeat(41)}\nversion: "1"\ndays: 32\nrules: [1, 2, 3, 4]\n`,
      [
        'line 1, column 8 (title): This text has to have at most 40 characters.',
        'line 3, column 7 (days): This number has to be at most 31.',
        'line 4, column 8 (rules): This list has to have at most 3 items.',
      ],
    ],
    [
      'what the contract itself looks for, with its hint',
      `${RULES}${['a', 'b', 'a'].map((id) => `  - {id: ${id}, kind: required-fields, strength: warn, fields: []}\n`).join('')}`,
      ['line 6, column 10 (rules[2].id): "a" is taken. Give the rule another id.'],
    ],
    [
      'a mistake in what an alias repeats, once for each time, where it is written',
      `${HEAD}rules:\n  - &a {id: 5, kind: required-fields, strength: warn, fields: []}\n  - *a\n`,
      [
        'line 4, column 13 (rules[0].id): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
        'line 4, column 13 (rules[1].id): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
      ],
    ],
    [
      'keys that would not read as a path, shortened',
      `${HEAD}rules: []\n"two words": 1\n"a\\nb": 2\n${'k'.repeat(100)}: 3\n`,
      [
        `line 4, column 1 (["two words"]): There is no key "two words" here. ${TOP_KEYS}`,
        `line 5, column 1 (["a\\nb"]): There is no key "a\\nb" here. ${TOP_KEYS}`,
        `line 6, column 1 (["${'k'.repeat(80)}…"]): There is no key "${'k'.repeat(80)}…" here. ${TOP_KEYS}`,
      ],
    ],
  ])('is %s', (_what, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('leaves no trace of a prototype that a text tried to reach', () => {
    problemsOf(`${HEAD}rules: []\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n`);
    expect({}).not.toHaveProperty('polluted');
  });

  it('is in plain words where a contract reads a part by a schema of its own', () => {
    const part = z.strictObject({ a: z.string(), b: z.array(z.string()).min(1) });
    const contract = z.object({
      part: z.unknown().transform((value, context) => {
        for (const issue of part.safeParse(value).error?.issues ?? [])
          context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
        return value;
      }),
    });
    expect(problemsOf('part: {a: 5, b: []}', contract)).toEqual([
      'line 1, column 11 (part.a): There is the number 5 here, but a text is expected. Put it in quotes: "5".',
      'line 1, column 17 (part.b): This list must not be empty.',
    ]);
    expect(problemsOf('part: {b: [c]}', contract)).toEqual([
      'line 1, column 7 (part): The key "a" is missing. It takes a text.',
    ]);
  });

  it('is at the key where the contract says that the key is wrong, and at what there is where its path leads nowhere', () => {
    const contract = z.unknown().superRefine((_value, context) => {
      context.addIssue({ code: 'custom', path: ['a', 'b'], message: 'About the key.', params: { place: 'key' } });
      context.addIssue({ code: 'custom', path: ['a', 'b'], message: 'About the value.', params: { hint: 5 } });
      context.addIssue({ code: 'custom', path: ['a', 'b', 0, 'c'], message: 'About nothing.' });
      context.addIssue({ code: 'custom', path: ['z'], message: '', params: { place: 'key' } });
    });
    expect(problemsOf('x: 1\na:\n  b:\n    - 1\n', contract)).toEqual([
      'line 1, column 1 (z): This is not allowed here.',
      'line 3, column 3 (a.b): About the key.',
      'line 4, column 5 (a.b): About the value.',
      'line 4, column 7 (a.b[0].c): About nothing.',
    ]);
  });
});
