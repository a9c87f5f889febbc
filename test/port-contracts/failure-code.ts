import { Failure, type FailureCode } from '../../src/domain/failure';

/** The code with which a piece of work fails; undefined when it succeeds. Anything but a Failure is thrown on. */
export async function failureCode(work: Promise<unknown>): Promise<FailureCode | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}
