import { useCallback, useRef, useState } from 'react';
import { type Result } from '../../../src/contracts/api/result';

const PAUSE_IN_TYPING = 250;

export interface Search<T> {
  /** Asks once the typing pauses; a search that was overtaken finds nothing. */
  readonly search: (text: string) => Promise<T[]>;
  /** Why the last search found nothing, when it failed. */
  readonly problem: string | undefined;
}

/** A search behind a picker. `ask` must stay the same function. */
export function useSearch<T>(ask: (text: string) => Promise<Result<T[]>>): Search<T> {
  const [problem, setProblem] = useState<string>();
  const newest = useRef(0);
  const search = useCallback(
    async (text: string) => {
      const turn = ++newest.current;
      if (text !== '') await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_TYPING));
      if (turn !== newest.current) return [];
      const result = await ask(text.trim());
      if (turn === newest.current) setProblem(result.ok ? undefined : result.error.message);
      return result.ok ? result.value : [];
    },
    [ask],
  );
  return { search, problem };
}
