const RANGE = 0x1_0000_0000;

/** Numbers in [0, 1) that are the same for the same seed (Marsaglia's 32-bit xorshift). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0 || RANGE / 2;
  return () => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state / RANGE;
  };
}
