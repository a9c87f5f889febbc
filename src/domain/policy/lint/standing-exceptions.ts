import { rolesIn } from '../../approval/requirement';
import { isInForce } from '../exceptions';
import type { CivilDate, ExceptionPath, GrantedException } from '../policy';
import { populationOf } from '../satisfiability/people';
import { canBeMet } from '../satisfiability/votes';
import type { LintCheck, LintFinding } from './lint-finding';

/**
 * Standing exceptions that no longer hold, or that were granted by others than those who may: nobody has granted these,
 * and a decision would rely on them.
 */
export const standingExceptions: LintCheck = ({ exceptions }, today) =>
  exceptions === 'none' ? [] : exceptions.granted.flatMap((granted) => findProblems(granted, exceptions, today));

function findProblems(granted: GrantedException, path: ExceptionPath, today: CivilDate): readonly LintFinding[] {
  const base = { clauses: granted.clauses, ruleIds: [], exception: granted.id };
  const because = whyLapsed(granted, path, today);
  return [
    ...(because === undefined ? [] : [{ ...base, code: 'exception-lapsed', severity: 'warning', because } as const]),
    ...(isGranted(granted, path)
      ? []
      : [{ ...base, code: 'exception-not-granted', severity: 'error', roles: granted.grantedBy } as const]),
  ];
}

function whyLapsed(
  granted: GrantedException,
  path: ExceptionPath,
  today: CivilDate,
): 'over' | 'unreviewed' | 'too-long' | undefined {
  if (today < granted.from) return undefined;
  if (today > granted.until) return 'over';
  const instant = `${today}T00:00:00.000Z`;
  if (isInForce(granted, path, instant)) return undefined;
  const { reviewEveryDays: _, ...unreviewed } = path;
  return isInForce(granted, unreviewed, instant) ? 'unreviewed' : 'too-long';
}

/** Whether the roles that granted it, each held by somebody else, are those that may. */
function isGranted({ grantedBy }: GrantedException, { requirement }: ExceptionPath): boolean {
  const holders: Record<string, readonly string[]> = {};
  for (const [index, role] of grantedBy.entries()) holders[role] = [...(holders[role] ?? []), `${role} ${index}`];
  const population = populationOf(holders, rolesIn(requirement));
  const free = new Map(population.classes.map(({ count }, group) => [group, count] as const));
  return canBeMet(requirement, { population, free }, false, { left: Number.POSITIVE_INFINITY }) === 'yes';
}
