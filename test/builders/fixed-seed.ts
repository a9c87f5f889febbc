/** Every property is tried on the same examples each time, so that a red run can be run again. */
export function fixedSeed(numRuns = 100): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20_260_302, numRuns };
}
