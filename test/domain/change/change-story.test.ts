import { describe, expect, it } from '@jest/globals';
import { differencesSince, firstEditSince, stageSince, type FieldEdit } from '../../../src/domain/change/change-story';
import { historyThrough } from '../../builders/histories';
import { minute } from '../../builders/votes';

const edit = (count: number, from: string | null, to: string | null, part = 'rollbackSteps'): FieldEdit => ({
  part,
  at: minute(count),
  by: `person-${String(count)}`,
  from,
  to,
});

const EDITS = [edit(1, null, 'one'), edit(5, 'one', 'two'), edit(6, 'x', 'y', 'description'), edit(9, 'two', null)];

describe('what became of the plan since a vote', () => {
  it('is what a part said then beside what it says now, with the last edit', () => {
    expect(differencesSince({ edits: EDITS }, ['rollbackSteps'], minute(3))).toEqual([
      { part: 'rollbackSteps', before: 'one', after: null, by: 'person-9', at: minute(9) },
    ]);
  });

  it('leaves out a part of which no edit is told since', () => {
    expect(differencesSince({ edits: EDITS }, ['description', 'testPlan'], minute(7))).toEqual([]);
  });

  it('counts an edit of the same instant as one that came after', () => {
    expect(differencesSince({ edits: EDITS }, ['description'], minute(6))).toHaveLength(1);
  });
});

describe('the first edit since a vote', () => {
  it('is that of any of the parts', () => {
    expect(firstEditSince({ edits: EDITS }, ['rollbackSteps', 'description'], minute(6))).toBe(minute(6));
    expect(firstEditSince({ edits: EDITS }, ['description'], minute(7))).toBeUndefined();
  });
});

describe('the time at which a change came to its stage', () => {
  it('is that of the last move to it, or of its creation', () => {
    const history = historyThrough(['draft', 'assessment', 'draft', 'assessment']);
    expect(stageSince(history, 'assessment')).toBe(history.moves[2]?.at);
    expect(stageSince(history, 'draft')).toBe(history.moves[1]?.at);
    expect(stageSince(historyThrough(['draft']), 'draft')).toBe('2026-03-02T09:00:00.000Z');
  });
});
