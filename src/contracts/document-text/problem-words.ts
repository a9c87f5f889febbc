/** What is wrong and, where it is known, what to do about it, each as a sentence. */
export interface ProblemWords {
  readonly message: string;
  readonly hint?: string;
}

/** A hint that is undefined is no hint. */
export function wordsWith(message: string, hint: string | undefined): ProblemWords {
  return hint === undefined ? { message } : { message, hint };
}
