import { describe, expect, it } from '@jest/globals';
import type { RiskModel } from '../../../../src/domain/policy/risk-model';
import { riskOf } from '../../../../src/domain/policy/risk';
import { reachedLevels } from '../../../../src/domain/policy/satisfiability/score-sums';
import { policyWith } from '../../../builders/policies';

type ScoredRisk = Extract<RiskModel, { readonly how: 'scored' }>;

function scored(
  combine: ScoredRisk['combine'],
  scores: readonly Readonly<Record<string, number>>[],
  bands: Readonly<Record<string, number>>,
): ScoredRisk {
  return {
    how: 'scored',
    combine,
    levels: Object.keys(bands),
    dimensions: scores.map((own, index) => ({ field: `question-${String(index)}`, scores: own })),
    bands: Object.entries(bands).map(([level, from]) => ({ level, from })),
  };
}

/** The levels that are reached, each of which an assessment must really have. */
function reached(risk: ScoredRisk): readonly string[] | undefined {
  const policy = policyWith([], { risk });
  const levelOf = (fields: Parameters<Parameters<typeof reachedLevels>[1]>[0]) => {
    const level = riskOf(policy, { fields });
    return level.state === 'known' ? level.value : null;
  };
  const levels = reachedLevels(risk, levelOf);
  if (levels === undefined) return undefined;
  for (const [level, fields] of levels) expect([level, levelOf(fields)]).toEqual([level, level]);
  return [...levels.keys()].sort();
}

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31];

describe('a level that one assessment among thousands reaches', () => {
  const yesOrNo = PRIMES.map((_, index) => ({ No: 0, Yes: 2 ** index }));

  it.each([0, 1, 777, 1300, 2046, 2047])('is reached, where scores are added up to %d', (score) => {
    const bands = { Above: score + 1, Never: 2048, Exactly: score, Below: -1 };
    const others = [...(score > 0 ? ['Below'] : []), ...(score < 2047 ? ['Above'] : [])];
    expect(reached(scored('sum', yesOrNo, bands))).toEqual([...others, 'Exactly'].sort());
  });

  it.each([-1000, -123, 1, 500])('is reached, where some scores are less than nothing and come to %d', (score) => {
    const threefold = Array.from({ length: 7 }, (_, index) => ({ Less: -(3 ** index), None: 0, More: 3 ** index }));
    const bands = { Exactly: score, Above: score + 1, Below: -1093 };
    expect(reached(scored('sum', threefold, bands))).toEqual(['Above', 'Below', 'Exactly']);
  });

  it.each([2 * 7 * 13 * 29, 3 * 5, 31 * 29 * 23])('is reached, where scores are multiplied to %d', (score) => {
    const factors = PRIMES.map((prime) => ({ No: 1, Yes: prime }));
    const bands = { Above: score + 1, Exactly: score, Below: 1 };
    expect(reached(scored('product', factors, bands))).toEqual(['Above', 'Below', 'Exactly']);
  });

  it('is not reached, where all come to a little less or a little more', () => {
    const even = yesOrNo.map(({ No, Yes }) => ({ No, Yes: 2 * Yes }));
    expect(reached(scored('sum', even, { Below: 0, Between: 1555, Above: 1556 }))).toEqual(['Above', 'Below']);
  });

  it('is reached by parts of a whole, though they do not add up to it exactly', () => {
    const tenths = yesOrNo.map(({ No, Yes }) => ({ No, Yes: Yes / 10 }));
    expect(reached(scored('sum', tenths, { Below: 0, Exactly: 77.7, Above: 77.75 }))).toEqual([
      'Above',
      'Below',
      'Exactly',
    ]);
  });
});

describe('a level that is lower than all bands', () => {
  it('is that of the first band in the list, and reached where any score is', () => {
    const yesOrNo = PRIMES.map((_, index) => ({ No: 0, Yes: 2 ** index }));
    const bands = { First: 5000, Low: 1, High: 2000 };
    expect(reached(scored('sum', yesOrNo, bands))).toEqual(['First', 'High', 'Low']);
    expect(reached(scored('sum', yesOrNo, { ...bands, Low: 0 }))).toEqual(['High', 'Low']);
    expect(reached(scored('highest', yesOrNo, bands))).toEqual(['First', 'Low']);
  });
});
