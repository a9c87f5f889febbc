import { describe, expect, it } from '@jest/globals';
import { findVerdict } from '../../../src/domain/aftermath/find-verdict';
import { emptyTrail, withSettled, withVerdict, type GateTrail } from '../../../src/domain/aftermath/gate-verdict';
import { minute } from '../../builders/votes';
import { stepTo, verdictFor } from './traces';

const at = (number: number) => verdictFor(number, 'submit', 'draft', 'assessment');
const trailOf = (verdicts: GateTrail['verdicts']): GateTrail => ({ ...emptyTrail('10001'), verdicts });
const full = Array.from({ length: 100 }, (_, index) => at(index));

describe('the verdicts of a change that are kept', () => {
  it('are up to a hundred', () => {
    const trail = withVerdict(trailOf(full.slice(1)), at(100));
    expect(trail.verdicts).toEqual([...full.slice(1), at(100)]);
    expect(trail.revision).toBe(1);
  });

  it('lose the oldest of very many', () => {
    expect(withVerdict(trailOf(full), at(100)).verdicts).toEqual([...full.slice(1), at(100)]);
  });

  it('lose the oldest with which a move was made before any other', () => {
    const used = [
      { ...at(1), moveId: 'a' },
      { ...at(2), moveId: 'b' },
    ];
    const verdicts = [at(0), ...used, ...full.slice(3)];
    expect(withVerdict(trailOf(verdicts), at(100)).verdicts).toEqual([at(0), used[1], ...full.slice(3), at(100)]);
  });

  it('know the move that was made with one of them, and no other', () => {
    const others = [
      { ...at(1), at: minute(2) },
      { ...at(1), from: 'elsewhere' },
      { ...at(1), to: 'elsewhere' },
      { ...at(1), evaluationDigest: 'another' },
      { ...at(1), moveId: 'earlier' },
    ];
    const trail = withSettled(trailOf([...others, at(1)]), 'move', at(1));
    expect(trail.verdicts).toEqual([...others, { ...at(1), moveId: 'move' }]);
    expect(withSettled(trailOf(others), 'move', null).verdicts).toEqual(others);
  });

  it('go with the last five hundred moves that were settled', () => {
    const settled = Array.from({ length: 500 }, (_, index) => String(index));
    expect(withSettled({ ...emptyTrail('10001'), settled }, 'new', null)).toMatchObject({
      revision: 1,
      settled: [...settled.slice(1), 'new'],
    });
  });
});

describe('the verdict of a move', () => {
  const step = stepTo(10, 'draft', 'assessment');
  const given = (seconds: number) => ({ ...at(0), at: new Date(Date.parse(step.at) - seconds * 1000).toISOString() });

  it.each([
    [120, true],
    [121, false],
    [-30, true],
    [-31, false],
  ])('was given %i seconds before it: %s', (seconds, found) => {
    expect(findVerdict([given(seconds)], step) !== undefined).toBe(found);
  });

  it.each(['from', 'to'] as const)('counts by the stages where Jira did not say the status %s', (part) => {
    const half = { ...given(1), [part]: null };
    expect(findVerdict([half], step)).toBe(half);
    expect(findVerdict([{ ...half, gate: 'close' }], step)).toBeUndefined();
  });

  it('is none where nothing moved', () => {
    expect(findVerdict([given(1)], { ...step, status: null })).toBeUndefined();
  });
});
