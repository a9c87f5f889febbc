import { holdersNeeded } from '../../approval/holders-needed';
import type { Requirement } from '../../approval/requirement';
import { known } from '../../change/change-facts';

/** How many people a role, or so many or so large a share of its holders, stands for. */
export function placesOf(requirement: Extract<Requirement, { readonly role: string }>, size: number): number {
  if (!('atLeast' in requirement) && !('percent' in requirement)) return 1;
  const needed = holdersNeeded(requirement, { [requirement.role]: known(size) });
  return needed.state === 'known' ? needed.value : Number.POSITIVE_INFINITY;
}

/** How many parts have to be met: never none. */
export function partsNeeded(requirement: Exclude<Requirement, { readonly role: string }>): number {
  if ('allOf' in requirement) return Math.max(1, requirement.allOf.length);
  return 'anyOf' in requirement ? 1 : Math.max(1, requirement.atLeast);
}
