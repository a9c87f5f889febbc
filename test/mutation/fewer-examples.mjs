import { fixedSeed as allExamples } from '../builders/fixed-seed.ts';

/**
 * Stands in for the builder of that name while mutants are tried: a property that takes seconds would take them for
 * every mutant it cannot kill. The first of the same examples are tried, and a failure is not made smaller. Fewer
 * examples can only let a mutant survive.
 */
export function fixedSeed(numRuns) {
  const all = allExamples(numRuns);
  return { ...all, numRuns: Math.min(all.numRuns, 30), endOnFailure: true };
}
