import { partsOf, type Requirement } from '../../approval/requirement';
import type { AccountId } from '../../change/identity';
import type { Policy } from '../policy';
import { partsNeeded, placesOf } from './needs';

/**
 * Invented people for a policy that is looked at without a site: of every role as many as the largest number that a
 * requirement asks of it, at least one; nobody holds two roles.
 */
export function assumedHolders(policy: Policy): Readonly<Record<string, readonly AccountId[]>> {
  const requirements = policy.rules.filter((rule) => rule.kind === 'approval');
  const wanted = (role: string) =>
    requirements.map(({ requirement, distinctPeople }) => askedOf(role, requirement, distinctPeople === true));
  return Object.fromEntries(
    policy.roles.map(({ id }) => [
      id,
      Array.from({ length: Math.max(1, ...wanted(id)) }, (_, index) => `assumed:${id}:${index + 1}`),
    ]),
  );
}

/** How many holders of the role a requirement may need; where nobody fills two places, its parts add up. */
function askedOf(role: string, requirement: Requirement, distinct: boolean): number {
  if ('role' in requirement) return requirement.role === role ? placesOf(requirement, 1) : 0;
  const asked = partsOf(requirement).map((part) => askedOf(role, part, distinct));
  if (!distinct) return Math.max(0, ...asked);
  const largest = asked.sort((a, b) => b - a).slice(0, partsNeeded(requirement));
  return largest.reduce((sum, one) => sum + one, 0);
}
