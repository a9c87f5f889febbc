/** Real time as far as time-outs of invocations are concerned; a test brings one that it moves itself. */
export interface Stopwatch {
  /** Milliseconds from an arbitrary start, never going back. */
  now(): number;
  /** Calls back once after so many milliseconds; answers how to cancel that. */
  after(milliseconds: number, call: () => void): () => void;
}

export const realStopwatch: Stopwatch = {
  now: () => performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
