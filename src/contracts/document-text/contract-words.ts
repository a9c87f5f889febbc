import { z } from 'zod';

/** Given to zod in place of its own words. */
export const NO_WORDS = '';

/**
 * The contract's own words for an issue, if it has some. A contract that reads a part of its value with a schema of its
 * own leaves zod's words in the issue, which are not for the author of a document.
 */
export function contractWords(issue: z.core.$ZodIssue, input: unknown): string | undefined {
  const standard = z.config().localeError?.({ ...issue, input } as z.core.$ZodRawIssue);
  const zods = typeof standard === 'string' ? standard : standard?.message;
  return issue.message === NO_WORDS || issue.message === zods ? undefined : issue.message;
}
