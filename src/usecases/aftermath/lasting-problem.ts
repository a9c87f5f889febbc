import { Failure, type FailureCode } from '../../domain/failure';

const LASTING: readonly FailureCode[] = ['unreadable-document', 'unexpected-answer', 'not-allowed'];

/**
 * Does a piece of work. Where something about it cannot be read or done for good, the others are not kept waiting for it:
 * that is told of instead.
 * @param lasting What is taken to be for good.
 * @returns why it was not done, as a sentence; nothing where it was.
 * @throws what may pass, and defects.
 */
export async function lastingProblem(
  work: () => Promise<unknown>,
  lasting: readonly FailureCode[] = LASTING,
): Promise<readonly string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Failure && lasting.includes(error.code)) return [error.message];
    throw error;
  }
}
