import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../src/domain/policy/condition';
import { fieldsOfCondition } from '../../../src/domain/policy/condition-fields';

const terms = [
  { id: 'urgent', means: { all: [{ field: 'incident', filled: true }, { term: 'urgent' }] } },
] as const satisfies readonly { id: string; means: Condition }[];

describe('the fields of a condition', () => {
  it.each<[string, Condition, readonly string[]]>([
    ['one that is compared', { field: 'outcome', in: ['Failed'] }, ['outcome']],
    [
      'all parts, each field once',
      {
        any: [
          { all: [{ field: 'testPlan', filled: true }] },
          { not: { field: 'outcome', filled: true } },
          { field: 'testPlan', in: ['None'] },
        ],
      },
      ['testPlan', 'outcome'],
    ],
    ['a term, also one that means itself', { term: 'urgent' }, ['incident']],
    ['a term that there is not', { term: 'odd' }, []],
    ['none, where it looks at the risk or at an answer', { any: [{ risk: ['High'] }, { answer: 'a', in: ['b'] }] }, []],
  ])('are those of %s', (_name, condition, fields) => {
    expect(fieldsOfCondition(condition, { terms })).toEqual(fields);
  });
});
