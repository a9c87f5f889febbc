import { describe, expect, it } from '@jest/globals';
import { skippedStages } from '../../../src/domain/change/change-history';
import type { Stage } from '../../../src/domain/change/lifecycle';
import { historyThrough, WHOLE_WAY } from '../../builders/histories';

describe('the stages that a change was led past', () => {
  it.each<[string, readonly Stage[], readonly Stage[]]>([
    ['none where it went the whole way', WHOLE_WAY, []],
    [
      'those between the draft of an emergency and its implementation',
      ['draft', 'implementing'],
      ['assessment', 'approved'],
    ],
    ['none of those that it was in before', ['draft', 'assessment', 'draft', 'implementing'], ['approved']],
    ['none by a way that leads back or out', ['draft', 'assessment', 'cancelled'], []],
    ['none while nothing has moved', ['draft'], []],
  ])('are %s', (_name, stages, skipped) => {
    expect(skippedStages(historyThrough(stages))).toEqual(skipped);
  });
});
