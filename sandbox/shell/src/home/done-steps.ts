import { useState } from 'react';

const KEY = 'sandbox.tour';

/** Which steps of the tour were opened in this browser. */
export function useDoneSteps(): {
  readonly done: readonly number[];
  readonly markDone: (index: number) => void;
  readonly startAgain: () => void;
} {
  const [done, setDone] = useState<readonly number[]>(() =>
    (localStorage.getItem(KEY) ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map(Number),
  );
  const keep = (steps: readonly number[]) => {
    localStorage.setItem(KEY, steps.join(','));
    setDone(steps);
  };
  return {
    done,
    markDone: (index) => {
      keep([...new Set([...done, index])]);
    },
    startAgain: () => {
      keep([]);
    },
  };
}
