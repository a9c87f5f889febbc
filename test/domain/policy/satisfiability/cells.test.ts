import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../../src/domain/policy/condition';
import type { Policy } from '../../../../src/domain/policy/policy';
import type { RuleOf } from '../../../../src/domain/policy/policy-rule';
import { findDeadEnds } from '../../../../src/domain/policy/satisfiability/satisfiability';
import { cellsOf } from '../../../../src/domain/policy/satisfiability/cells';
import type { CellDetail } from '../../../../src/domain/policy/satisfiability/report';
import { dimensionsOf } from '../../../../src/domain/policy/satisfiability/values';
import { approvalRule, fieldsRule, policyWith } from '../../../builders/policies';
import { toldApart, value } from './told-apart';

const ONE_TYPE = { changeTypes: [{ id: 'Normal', description: '', emergency: false }] };
const IN_PRODUCTION: Condition = { field: 'environment', in: ['Production'] };

describe('what conditions tell apart', () => {
  it('is the type and nothing else, where there is none', () => {
    expect(toldApart([])).toEqual([]);
    expect(toldApart([{ field: 'changeType', in: ['Normal'] }])).toEqual([]);
  });

  it('is every option that is named, once whatever its case, and any other', () => {
    const conditions: Condition[] = [
      { field: 'environment', in: ['Production', 'Staging'] },
      {
        not: {
          any: [
            { field: 'environment', in: ['PRODUCTION'] },
            { field: 'environment', in: ['Test'] },
          ],
        },
      },
    ];
    expect(toldApart(conditions)).toEqual([
      { field: 'environment', values: [value('Production'), value('Staging'), value('Test'), 'other'] },
    ]);
  });

  it('is every category of the policy, and none', () => {
    const categories = ['Network', 'Software'].map((id) => ({ id, description: '' }));
    expect(toldApart([{ field: 'category', in: ['Software'] }], { categories })).toEqual([
      { field: 'category', values: [value('Network'), value('Software'), 'empty'] },
    ]);
    expect(toldApart([{ field: 'category', in: ['Software'] }])).toEqual([
      { field: 'category', values: [value('Software'), 'other'] },
    ]);
  });

  it('is whether a field is filled, where that matters', () => {
    expect(toldApart([{ field: 'incident', filled: true }])).toEqual([
      { field: 'incident', values: ['empty', 'other'] },
    ]);
  });

  it('is a number on, below, between and above those that are compared with', () => {
    const conditions: Condition[] = [
      { field: 'cost', atLeast: 100 },
      { field: 'cost', atMost: 10 },
      { field: 'cost', atLeast: 10 },
    ];
    expect(toldApart(conditions)).toEqual([
      { field: 'cost', values: [...['9', '10', '55', '100', '101'].map(value), 'empty'] },
    ]);
    expect(toldApart([{ field: 'cost', atMost: 10 }])).toEqual([
      { field: 'cost', values: [...['9', '10', '11'].map(value), 'empty'] },
    ]);
    expect(toldApart([...conditions.slice(0, 1), { field: 'cost', in: ['much'] }])).toEqual([
      { field: 'cost', values: [...['much', '99', '100', '101'].map(value), 'empty', 'other'] },
    ]);
  });

  it('is every set of the options of a list', () => {
    expect(toldApart([{ field: 'tags', in: ['a', 'b'] }])).toEqual([
      { field: 'tags', values: [...[['a'], ['a', 'b'], ['b']].map(value), 'other'] },
    ]);
    const fields = [
      { id: 'motto', title: 'Motto', kind: 'text' as const },
      { id: 'regions', title: 'Regions', kind: 'options' as const },
    ];
    expect(toldApart([{ field: 'regions', in: ['EU'] }], { fields })).toEqual([
      { field: 'regions', values: [value(['EU']), 'other'] },
    ]);
    expect(toldApart([{ field: 'regions', in: ['EU'] }])).toEqual([
      { field: 'regions', values: [value('EU'), 'other'] },
    ]);
    expect(toldApart([{ field: 'incident', in: ['INC-1'] }])).toEqual([
      { field: 'incident', values: [value(['INC-1']), 'other'] },
    ]);
  });

  it('is nothing of a list with too many options', () => {
    expect(toldApart([{ field: 'tags', in: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }])).toEqual([
      { field: 'tags', values: [] },
    ]);
    expect(toldApart([{ field: 'tags', in: ['a', 'b', 'c', 'd', 'e', 'f'] }])[0]?.values).toHaveLength(64);
    expect(toldApart([{ field: 'environment', in: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }])[0]?.values).toHaveLength(8);
  });

  it('is what a term means, however deep, and nothing where it means itself', () => {
    const terms = [
      { id: 'major', means: { all: [{ term: 'risky' }, { term: 'risky' }] } },
      { id: 'risky', means: { field: 'environment', in: ['Production'] } },
      { id: 'circle', means: { any: [{ term: 'circle' }, { field: 'dataClass', in: ['Secret'] }] } },
    ] as const;
    expect(toldApart([{ term: 'major' }, { term: 'circle' }, { term: 'unheard of' }], { terms })).toEqual([
      { field: 'environment', values: [value('Production'), 'other'] },
      { field: 'dataClass', values: [value('Secret'), 'other'] },
    ]);
  });
});

describe('the answers to questions', () => {
  const condition: Condition = { answer: 'who', in: ['us', 'them'] };
  const question = { id: 'who', clauses: [], ask: 'Who?', kind: 'text' } as const;

  it('are open both ways while nobody has answered', () => {
    expect(toldApart([condition, condition], { questions: [question] })).toEqual([
      { answer: 'who', values: [value('us'), value('them'), 'other'] },
    ]);
    expect(toldApart([condition, { answer: 'where', in: ['here'] }])).toEqual([
      { answer: 'who', values: [value('us'), value('them'), 'other'] },
      { answer: 'where', values: [value('here'), 'other'] },
    ]);
    const options = ['us', 'all'].map((id) => ({ id, title: id }));
    expect(toldApart([condition], { questions: [{ ...question, kind: 'choice', options }] })).toEqual([
      { answer: 'who', values: [value('us'), value('all')] },
    ]);
  });

  it('are given once they are, unless they are to be taken in every way', () => {
    const policy = policyWith([], { questions: [question], answers: { who: 'us' } });
    expect(dimensionsOf(policy, [condition], 'unanswered')).toHaveLength(1);
    expect(dimensionsOf(policy, [condition], 'all')).toHaveLength(2);
  });

  it('decide in a cell', () => {
    const policy = policyWith([], { questions: [question], answers: { other: 'kept' } });
    const { cells } = cellsOf(policy, [condition], 'unanswered', 100);
    expect(cells.slice(0, 3).map(({ at, context }) => [at, context.policy.answers])).toEqual([
      [[0, 0], { other: 'kept', who: 'us' }],
      [[0, 1], { other: 'kept', who: 'them' }],
      [[0, 2], { other: 'kept', who: '' }],
    ]);
  });
});

describe('too many kinds of change', () => {
  const conditions: Condition[] = [
    { field: 'environment', in: ['Production'] },
    { field: 'dataClass', in: ['Secret', 'Public'] },
    { answer: 'who', in: ['us'] },
    { risk: ['High'] },
  ];

  it('are not told apart by what has the most values, and that is said', () => {
    const told = (most: number) => {
      const { cells, notToldApart } = cellsOf(policyWith(), conditions, 'unanswered', most);
      return [cells.length, notToldApart];
    };
    expect(told(108)).toEqual([108, []]);
    expect(told(107)).toEqual([36, ['dataClass']]);
    expect(told(35)).toEqual([12, ['dataClass', 'risk']]);
    expect(told(11)).toEqual([6, ['environment', 'dataClass', 'risk']]);
    expect(told(1)).toEqual([3, ['environment', 'dataClass', 'risk', 'who']]);
  });

  it('leave what depends on it unknown, so that a rule is taken to apply', () => {
    const policy = policyWith([approvalRule({ when: IN_PRODUCTION })], ONE_TYPE);
    const others = (mostCells?: number): readonly (readonly CellDetail[])[] =>
      findDeadEnds(policy, {}, mostCells === undefined ? {} : { mostCells }).deadEnds.flatMap(({ cells }) =>
        cells.map((cell) => cell.others),
      );
    expect(others()).toEqual([[{ field: 'environment', values: [value('Production')] }]]);
    expect(others(1)).toEqual([[]]);
    expect(findDeadEnds(policy, {}, { mostCells: 1 })).toMatchObject({ cells: 1, notToldApart: ['environment'] });
    expect(findDeadEnds(policy, {})).toMatchObject({ cells: 2, notToldApart: [] });
  });

  it('leave nobody to rely on an approval of which nobody knows whether it is asked for', () => {
    const same = { ...approvalRule(), id: 'same', kind: 'same-person', pairs: [['approver', 'verifier']] } as const;
    const policy = policyWith([approvalRule({ when: IN_PRODUCTION }), same], ONE_TYPE);
    const why = (mostCells: number) =>
      findDeadEnds(policy, { owner: ['olga'] }, { mostCells, oneAway: false }).deadEnds.map((dead) => [
        dead.why,
        dead.cells.map(({ others }) => others),
      ]);
    expect(why(2)).toEqual([['no-approver', [[{ field: 'environment', values: ['other'] }]]]]);
    expect(why(1)).toEqual([['no-approver', [[]]]]);
  });

  it('are looked at as if no way were shut to them of which that is not known', () => {
    const shut = { ...approvalRule(), id: 'shut', kind: 'allowed-types', types: [], when: IN_PRODUCTION } as const;
    const policy = policyWith([approvalRule({ when: IN_PRODUCTION }), shut], ONE_TYPE);
    const why = (mostCells: number) => findDeadEnds(policy, {}, { mostCells }).deadEnds.map((dead) => dead.why);
    expect(why(2)).toEqual([]);
    expect(why(1)).toEqual(['role-empty']);
  });
});

describe('a dead end', () => {
  const cells = (policy: Policy) => findDeadEnds(policy, {}).deadEnds.flatMap((dead) => dead.cells);
  const stuck = { type: 'Normal', requesters: 'any', path: 'main', gate: 'authorize' };

  it('is told by category, risk and whatever else it depends on', () => {
    const policy = policyWith(
      [
        approvalRule({
          when: {
            all: [
              { field: 'category', in: ['Network'] },
              { risk: ['High', 'Low'] },
              { field: 'tags', in: ['Major'] },
              { answer: 'strict', in: ['yes'] },
            ],
          },
        }),
      ],
      { ...ONE_TYPE, categories: [{ id: 'Network', description: '' }] },
    );
    expect(cells(policy)).toEqual([
      {
        ...stuck,
        categories: ['Network'],
        risks: ['Low', 'High'],
        others: [
          { field: 'tags', values: [value(['Major'])] },
          { answer: 'strict', values: [value('yes')] },
        ],
      },
    ]);
  });

  it('is told in several parts where they do not go together', () => {
    const when: Condition = { any: [{ field: 'category', in: ['Network'] }, { risk: ['High'] }] };
    const categories = ['Network', 'Software'].map((id) => ({ id, description: '' }));
    expect(cells(policyWith([approvalRule({ when })], { ...ONE_TYPE, categories }))).toEqual([
      { ...stuck, categories: ['Network'], risks: 'any', others: [] },
      { ...stuck, categories: ['Software', null], risks: ['High'], others: [] },
    ]);
  });

  it('does not speak of changes that lack what they must have', () => {
    const required = (overrides: Partial<RuleOf<'required-fields'>> = {}) =>
      fieldsRule({ fields: ['category', { oneOf: ['category', 'scope'] }], ...overrides });
    const when: Condition = { not: { field: 'category', in: ['Software'] } };
    const categories = ['Network', 'Software'].map((id) => ({ id, description: '' }));
    const found = (rule: RuleOf<'required-fields'>) =>
      cells(
        policyWith([approvalRule({ when: { all: [when, { risk: ['High'] }] } }), rule], { ...ONE_TYPE, categories }),
      );
    const network = [{ ...stuck, categories: ['Network'], risks: ['High'], others: [] }];
    const uncategorised = [{ ...stuck, categories: ['Network', null], risks: ['High'], others: [] }];
    expect(found(required())).toEqual(network);
    expect(found(required({ gates: ['close'] }))).toEqual(network);
    expect(found(required({ when: { risk: ['High'] } }))).toEqual(network);
    expect(found(required({ strength: 'warn' }))).toEqual(uncategorised);
    expect(found(required({ gates: ['expedite'] }))).toEqual(uncategorised);
    expect(found(required({ when: { risk: ['Low'] } }))).toEqual(uncategorised);
    // Whether this applies is not known, so it rules nothing out.
    expect(found(required({ when: { field: 'scope', filled: true } }))).toEqual(uncategorised);
    expect(found(required({ fields: [{ oneOf: ['category', 'scope'] }] }))).toEqual(uncategorised);
    expect(found(required({ fields: [{ oneOf: ['category'] }, 'scope'] }))).toEqual(network);
  });

  it('is told without what only changes that there cannot be would have', () => {
    const when: Condition = { field: 'category', in: ['Network', 'Software'] };
    const categories = ['Network', 'Software'].map((id) => ({ id, description: '' }));
    const rules = [approvalRule({ when }), fieldsRule({ fields: ['category'] })];
    expect(cells(policyWith(rules, { ...ONE_TYPE, categories }))).toEqual([
      { ...stuck, categories: 'any', risks: 'any', others: [] },
    ]);
  });
});
