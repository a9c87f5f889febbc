import { describe, expect, it } from '@jest/globals';
import { cellsOf } from '../../../../src/domain/policy/satisfiability/cells';
import { dimensionsOf } from '../../../../src/domain/policy/satisfiability/values';
import { policyWith } from '../../../builders/policies';
import { toldApart, value } from './told-apart';

describe('the risk', () => {
  const scores = { Low: 1, Medium: 2, High: 3 };
  const dimensions = ['likelihood', 'impact'].map((field) => ({ field, scores }));
  const scored = {
    how: 'scored',
    levels: ['Minor', 'Middling', 'Major', 'Never'],
    combine: 'sum',
    dimensions,
    bands: [
      { level: 'Minor', from: 0 },
      { level: 'Middling', from: 4 },
      { level: 'Major', from: 6 },
      { level: 'Never', from: 7 },
    ],
  } as const;
  const levels = (combine: 'sum' | 'product' | 'highest') =>
    toldApart([{ riskAtLeast: 'Major' }], { risk: { ...scored, combine } });

  it('is every level that is asked for', () => {
    const expected = [{ risk: true, values: ['Low', 'Medium', 'High'].map(value) }];
    expect(toldApart([{ risk: ['High'] }])).toEqual(expected);
    expect(toldApart([{ riskAtLeast: 'Medium' }])).toEqual(expected);
    expect(toldApart([{ field: 'riskLevel', in: ['High'] }])).toEqual(expected);
    expect(toldApart([{ field: 'riskLevel', filled: true }])).toEqual([
      { risk: true, values: [...['Low', 'Medium', 'High'].map(value), 'empty'] },
    ]);
  });

  it('is every level that some assessment reaches', () => {
    const some = (...names: readonly string[]) => [{ risk: true, values: names.map(value) }];
    expect(levels('sum')).toEqual(some('Minor', 'Middling', 'Major'));
    expect(levels('product')).toEqual(some('Minor', 'Middling', 'Major', 'Never'));
    expect(levels('highest')).toEqual(some('Minor'));
  });

  it('is told by an assessment that reaches the level', () => {
    const policy = policyWith([], { risk: scored });
    const [, risk] = dimensionsOf(policy, [{ risk: ['Major'] }], 'unanswered');
    const assessments = risk?.values.map(({ fields }) =>
      Object.values(fields).map((fact) => (fact.state === 'known' ? fact.value : null)),
    );
    expect(assessments?.at(-1)).toEqual(['High', 'High']);
  });

  it('is told apart in no time, however many different scores there are', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => ({
      field: `q${String(index)}`,
      scores: { No: 0, Yes: 2 ** index },
    }));
    const bands = [
      { level: 'Minor', from: 0 },
      { level: 'Middling', from: 12_345 },
      { level: 'Major', from: 12_346 },
      { level: 'Never', from: 2 ** 20 },
    ];
    const before = process.cpuUsage().user;
    expect(toldApart([{ riskAtLeast: 'Major' }], { risk: { ...scored, dimensions: twenty, bands } })).toEqual([
      { risk: true, values: ['Minor', 'Middling', 'Major'].map(value) },
    ]);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1500);
  });

  it('is not told apart where it is too much to find out which levels are reached', () => {
    const odd = Array.from({ length: 20 }, (_, index) => ({
      field: `q${String(index)}`,
      scores: { No: 0, Yes: 1_000_000 + Math.sqrt(index + 2) },
    }));
    const bands = [
      { level: 'Minor', from: 0 },
      { level: 'Never', from: 10_000_000.001 },
      { level: 'Middling', from: 10_000_000.002 },
    ];
    const policy = policyWith([], { risk: { ...scored, dimensions: odd, bands } });
    expect(cellsOf(policy, [{ riskAtLeast: 'Middling' }], 'unanswered', 100).notToldApart).toEqual(['risk']);
  });

  it('is told apart assessment by assessment, where a condition looks into it', () => {
    const axes = (...fields: readonly string[]) =>
      fields.map((field) => ({ field, values: ['Low', 'Medium', 'High'].map(value) }));
    expect(toldApart([{ risk: ['Major'] }, { field: 'impact', in: ['High'] }], { risk: scored })).toEqual(
      axes('impact', 'likelihood'),
    );
    expect(toldApart([{ field: 'impact', in: ['High'] }], { risk: scored })).toEqual(axes('impact'));
  });

  it('says nothing of a field that is not asked for', () => {
    expect(toldApart([{ field: 'riskLevel', in: ['High'] }], { risk: scored })).toEqual([
      { field: 'riskLevel', values: [value('High'), 'other'] },
    ]);
  });
});
