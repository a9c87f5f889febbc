/** The command was given in a way that it does not understand; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * What Node says of a file that cannot be opened, or of an option that there is not. @throws the error itself where it is
 * none of Node's, which have a code.
 */
export function systemMessage(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error)
    return String(error.message);
  throw error;
}
