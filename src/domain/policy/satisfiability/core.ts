import type { Truth } from '../condition';
import type { Rule } from '../policy-rule';
import { spend, type Budget } from './budget';
import { castOf } from './cast';
import { demandsOf, type Way } from './demands';
import { arrange } from './hands';
import type { Population } from './people';

/** Whether a change of this proposer gets to the end of the way if these rules are kept. */
export function passes(
  kept: readonly Rule[],
  way: Way,
  population: Population,
  requester: number,
  budget: Budget,
): Truth {
  if (!spend(budget, population.classes.length)) return 'unknown';
  const found = arrange(castOf(demandsOf(kept, way), population), requester, budget);
  if (found === 'unknown') return 'unknown';
  return found === undefined ? 'no' : 'yes';
}

/** What tells most about why a change is stuck comes last, so that it is left out only if it has nothing to do with it. */
const TELLING: readonly Rule['kind'][] = ['authorship', 'same-person', 'who-may', 'separate-duties', 'approval'];

/**
 * Rules of a way that cannot all be kept, none of which can be left out: many are left out at once as long as the rest
 * cannot be kept, and one by one only where it can. What the budget does not last to tell stays in.
 */
export function coreOf(way: Way, population: Population, requester: number, budget: Budget): readonly Rule[] {
  let core: readonly Rule[] = way.rules;
  const leaveOut = (some: readonly Rule[]): void => {
    const without = core.filter((rule) => !some.includes(rule));
    if (passes(without, way, population, requester, budget) === 'no') {
      core = without;
    } else if (some.length > 1) {
      const half = Math.ceil(some.length / 2);
      leaveOut(some.slice(0, half));
      leaveOut(some.slice(half));
    }
  };
  leaveOut(way.rules.toSorted((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind)));
  return core;
}

/** Whether these rules, too, are such a core for another proposer. */
export function isCoreFor(
  core: readonly Rule[],
  way: Way,
  population: Population,
  requester: number,
  budget: Budget,
): boolean {
  return (
    passes(core, way, population, requester, budget) === 'no' &&
    core.every(
      (one) =>
        passes(
          core.filter((rule) => rule !== one),
          way,
          population,
          requester,
          budget,
        ) === 'yes',
    )
  );
}
