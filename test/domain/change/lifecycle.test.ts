import { describe, expect, it } from '@jest/globals';
import { closingsOf } from '../../../src/domain/change/change-history';
import { isClosedStage, nextGate, STAGES, type Gate, type Stage } from '../../../src/domain/change/lifecycle';
import { monthOf } from '../../../src/domain/instant';
import { historyThrough } from '../../builders/histories';

describe('the gate ahead', () => {
  it.each<[Stage, Gate | undefined, Gate | undefined]>([
    ['draft', 'submit', 'expedite'],
    ['assessment', 'authorize', 'authorize'],
    ['approved', 'implement', 'implement'],
    ['implementing', 'complete', 'complete'],
    ['verification', 'close', 'close'],
    ['rolled-back', 'close', 'close'],
    ['closed', undefined, undefined],
    ['rejected', undefined, undefined],
    ['cancelled', undefined, undefined],
  ])('of a change in %s is %s, and %s for an emergency', (stage, ahead, emergency) => {
    expect([nextGate(stage, false), nextGate(stage, true)]).toEqual([ahead, emergency]);
  });
});

describe('the closed stages', () => {
  it('are the ones behind which no gate lies', () => {
    expect(STAGES.filter(isClosedStage)).toEqual(STAGES.filter((stage) => nextGate(stage, false) === undefined));
  });
});

describe('the closings of a change', () => {
  it('are none while it is open', () => {
    expect(closingsOf(historyThrough(['draft', 'assessment', 'approved', 'rolled-back']))).toEqual([]);
  });

  it.each(['closed', 'rejected', 'cancelled'] as const)('count a move to %s', (stage) => {
    expect(closingsOf(historyThrough(['draft', stage]))).toEqual([
      { moveId: 'move-1', stage, at: '2026-03-02T10:00:00.000Z', by: 'account-implementer' },
    ]);
  });

  it('are every one of a change that was reopened, oldest first', () => {
    const history = historyThrough(['draft', 'rejected', 'draft', 'assessment', 'cancelled']);
    expect(closingsOf(history).map(({ moveId, stage }) => [moveId, stage])).toEqual([
      ['move-1', 'rejected'],
      ['move-4', 'cancelled'],
    ]);
  });

  it('are not moves to a status that is no stage', () => {
    const [move] = historyThrough(['draft', 'closed']).moves;
    if (move === undefined) throw new Error('The history of the test has a move.');
    expect(closingsOf({ createdAt: move.at, moves: [{ ...move, to: null }] })).toEqual([]);
  });
});

describe('the month of an instant', () => {
  it('is the one in UTC', () => {
    expect(['2026-03-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'].map(monthOf)).toEqual(['2026-03', '2026-02']);
  });
});
