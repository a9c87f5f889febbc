import { describe, expect, it } from '@jest/globals';
import { drawUpRecord } from '../../../src/domain/record/change-record';
import { changeFacts } from '../../builders/change-facts';
import { historyThrough, WHOLE_WAY } from '../../builders/histories';

/** Closed at 14:00, reopened at 15:00, implemented again from 16:00 to 17:00, closed again at 18:00. */
const history = historyThrough([...WHOLE_WAY, 'approved', 'implementing', 'verification', 'closed']);

function recordOfClosingAt(at: string) {
  const closing = { stage: 'closed', at, by: null } as const;
  return drawUpRecord({ facts: changeFacts(), history, closing, policy: null, evaluation: null });
}

describe('a change that was closed twice before it was put on record', () => {
  it('has a first record that ends with the first closing', () => {
    const record = recordOfClosingAt('2026-03-02T14:00:00.000Z');
    expect(record.history).toEqual(history.moves.slice(0, 5));
    expect([record.implementedFrom, record.implementedUntil]).toEqual([
      '2026-03-02T12:00:00.000Z',
      '2026-03-02T13:00:00.000Z',
    ]);
  });

  it('has a second record of the whole way', () => {
    const record = recordOfClosingAt('2026-03-02T18:00:00.000Z');
    expect(record.history).toEqual(history.moves);
    expect([record.implementedFrom, record.implementedUntil]).toEqual([
      '2026-03-02T16:00:00.000Z',
      '2026-03-02T17:00:00.000Z',
    ]);
  });
});
