import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, type Result } from '../../../src/contracts/api/result';

/** What a screen knows of the thing that it shows. */
export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError; readonly isReading: boolean }
  | {
      readonly state: 'ready';
      readonly value: T;
      readonly isReading: boolean;
      /** The last attempt to read it again failed: what is shown may be old. */
      readonly error: ApiError | undefined;
    };

export interface Reader<T> {
  readonly reading: Reading<T>;
  /** Reads again; what is there stays on the screen meanwhile. */
  readonly refresh: () => void;
  /** Takes a newer value from elsewhere, e.g. the answer of a change. Answers still under way are dropped. */
  readonly replace: (value: T) => void;
}

/** Reads once at the start and whenever asked. `read` must stay the same function; only the newest answer counts. */
export function useReading<T>(read: () => Promise<Result<T>>): Reader<T> {
  const [reading, setReading] = useState<Reading<T>>({ state: 'loading' });
  const newest = useRef(0);

  const refresh = useCallback(() => {
    const turn = ++newest.current;
    setReading((before) => (before.state === 'loading' ? before : { ...before, isReading: true }));
    void read().then((result) => {
      if (turn !== newest.current) return;
      setReading((before) => after(before, result));
    });
  }, [read]);

  const replace = useCallback((value: T) => {
    newest.current += 1;
    setReading({ state: 'ready', value, isReading: false, error: undefined });
  }, []);

  useEffect(() => {
    refresh();
    return () => {
      newest.current += 1;
    };
  }, [refresh]);

  return { reading, refresh, replace };
}

function after<T>(before: Reading<T>, result: Result<T>): Reading<T> {
  if (result.ok) return { state: 'ready', value: result.value, isReading: false, error: undefined };
  if (before.state === 'ready') return { ...before, isReading: false, error: result.error };
  return { state: 'failed', error: result.error, isReading: false };
}
