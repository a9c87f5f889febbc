import type { Policy } from '../policy/policy';
import type { Instant } from '../instant';
import type { DelegatedRole } from './vote';

const DAY = 86_400_000;

/**
 * Whether a role was handed over to somebody at an instant, and the policy lets roles be handed over like that: this role,
 * and for no longer. One that was handed over for longer than is allowed never counts.
 */
export function isDelegated(
  { role, since, until }: DelegatedRole,
  at: Instant,
  delegation: Policy['delegation'],
): boolean {
  if (delegation === 'none' || at < since || at >= until) return false;
  if (delegation.roles !== undefined && !delegation.roles.includes(role)) return false;
  return Date.parse(until) - Date.parse(since) <= delegation.longestDays * DAY;
}
