import { describe, expect, it } from '@jest/globals';
import { countTests, summaryLine } from '../test-counts';

const clean = {
  success: true,
  numPassedTests: 40,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('the count of a test run', () => {
  it('is what Jest counted', () => {
    expect(countTests({ ...clean, numPendingTests: 2, numTodoTests: 1 })).toEqual({
      passed: 40,
      failed: 0,
      skipped: 3,
    });
  });

  it('has a failure for every failed test and every file that could not be run', () => {
    const results = { ...clean, success: false, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
    expect(countTests(results)).toEqual({ passed: 40, failed: 3, skipped: 0 });
  });

  it('has a failure when Jest was not successful, whatever it counted', () => {
    expect(countTests({ ...clean, success: false })).toEqual({ passed: 40, failed: 1, skipped: 0 });
  });

  it('has a failure when there are no results', () => {
    expect(countTests(null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is told in one line, with the skipped tests when there are any', () => {
    expect(summaryLine({ passed: 40, failed: 0, skipped: 0 })).toBe('40 passed, 0 failed');
    expect(summaryLine({ passed: 40, failed: 1, skipped: 3 })).toBe('40 passed, 1 failed, 3 skipped');
  });
});
