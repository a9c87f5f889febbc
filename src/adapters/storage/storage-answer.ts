import { ForgeKvsAPIError } from '@forge/kvs';
import { Failure } from '../../domain/failure';

/**
 * Awaits a call of the storage and turns what goes wrong into a Failure.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/
 */
export async function fromStorage<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw failureOf(error);
  }
}

/**
 * Whether the storage refused a transaction because a condition does not hold, or because another transaction was under
 * way on the same keys.
 */
export function isRefusedCondition(error: unknown): boolean {
  return (
    error instanceof ForgeKvsAPIError &&
    (error.code === 'CONDITIONAL_CHECK_FAILED' || error.responseDetails.status === 409)
  );
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const cause = { cause: error };
  if (!(error instanceof ForgeKvsAPIError)) {
    return new Failure('unreachable', 'The storage of the app did not answer. Try again.', cause);
  }
  const { status } = error.responseDetails;
  if (status === 429) return new Failure('unreachable', 'The storage of the app is busy. Try again.', cause);
  if (status >= 500) return new Failure('unreachable', 'The storage of the app did not answer. Try again.', cause);
  return new Failure('unexpected-answer', `The storage of the app refused a request (${error.code}).`, cause);
}
