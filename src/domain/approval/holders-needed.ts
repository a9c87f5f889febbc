import { known, unknown, type ChangeFacts, type Fact } from '../change/change-facts';

/** So many holders of a role, or so large a share of them. */
export type HoldersWanted =
  { readonly role: string; readonly atLeast: number } | { readonly role: string; readonly percent: number };

/**
 * How many holders of the role have to approve: never fewer than one. A share is rounded up, and not known while it is not
 * known how many hold the role.
 */
export function holdersNeeded(wanted: HoldersWanted, roleSizes: ChangeFacts['roleSizes']): Fact<number> {
  if ('atLeast' in wanted) return known(Math.max(1, wanted.atLeast));
  const size = roleSizes?.[wanted.role];
  if (size === undefined) return unknown('not-looked-up', wanted.role);
  // Multiplied first: 7 / 100 * 100 is more than 7.
  return size.state === 'unknown' ? size : known(Math.max(1, Math.ceil((wanted.percent * size.value) / 100)));
}
