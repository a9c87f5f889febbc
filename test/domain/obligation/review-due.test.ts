import { describe, expect, it } from '@jest/globals';
import { reviewDueOn } from '../../../src/domain/obligation/review-due';
import type { PolicyMetadata } from '../../../src/domain/policy/policy';

describe('the next review of a policy', () => {
  it.each<[string, PolicyMetadata, string | undefined]>([
    ['the day that the document names', { nextReview: '2026-02-01', reviewEveryMonths: 6 }, '2026-02-01'],
    ['a year after it was updated', { lastUpdated: '2025-07-19', reviewEveryMonths: 12 }, '2026-07-19'],
    ['a year after it took effect', { effectiveDate: '2025-02-01', reviewEveryMonths: 12 }, '2026-02-01'],
    ['a year after it was approved', { approvedOn: '2025-02-01', reviewEveryMonths: 12 }, '2026-02-01'],
    [
      'counted from the latest of these',
      { lastUpdated: '2025-03-01', approvedOn: '2025-04-01', effectiveDate: '2025-02-01', reviewEveryMonths: 1 },
      '2025-05-01',
    ],
    ['the last day of a shorter month', { lastUpdated: '2026-01-31', reviewEveryMonths: 1 }, '2026-02-28'],
    ['not counted from a placeholder', { lastUpdated: '[Date]', reviewEveryMonths: 12 }, undefined],
    ['not counted from a date in other words', { lastUpdated: 'on 2025-07-19', reviewEveryMonths: 12 }, undefined],
    ['not counted from more than a date', { lastUpdated: '2025-07-19 (draft)', reviewEveryMonths: 12 }, undefined],
    ['not known without an interval', { lastUpdated: '2025-07-19' }, undefined],
    ['not known without any date', { reviewEveryMonths: 12 }, undefined],
  ])('is %s', (_what, about, day) => {
    expect(reviewDueOn(about)).toBe(day);
  });
});
