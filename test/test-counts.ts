import { z } from 'zod';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of Jest's `--json` results that is counted. */
const jestResults = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/**
 * Jest's results as counts. A file whose tests could not even be started is one failure, and so are results that are
 * missing, that nobody can read, or that Jest calls unsuccessful without naming a test.
 */
export function countTests(results: unknown): Counts {
  const parsed = jestResults.safeParse(results);
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 };
  const { data } = parsed;
  const failed = data.numFailedTests + data.numRuntimeErrorTestSuites;
  return {
    passed: data.numPassedTests,
    failed: failed === 0 && !data.success ? 1 : failed,
    skipped: data.numPendingTests + data.numTodoTests,
  };
}

/** The last line of a test run. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}
