import { Failure, type FailureCode } from '../../domain/failure';

const LASTING: readonly FailureCode[] = ['unreadable-document', 'unexpected-answer', 'not-allowed'];

/**
 * Does a piece of work. Where something about it cannot be read or done for good, the others are not kept waiting for it:
 * that is told of instead.
 * @returns why it was not done, as a sentence; nothing where it was.
 * @throws what may pass, and defects.
 */
export async function lastingProblem(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Failure && LASTING.includes(error.code)) return [error.message];
    throw error;
  }
}
