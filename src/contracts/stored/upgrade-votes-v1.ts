import { z } from 'zod';

const firstForm = z.looseObject({});

/**
 * A vote of the first form in the second one. In those days only people could vote, because votes were only taken in the
 * panel of the issue, and nobody could vote for somebody else.
 */
export function withAccount(vote: unknown): unknown {
  const before = firstForm.safeParse(vote);
  return before.success ? { ...before.data, account: 'human', delegated: [] } : vote;
}
