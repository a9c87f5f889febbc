import { checkPolicy, type PolicyCheck } from '../domain/policy/check-policy';
import type { Policy } from '../domain/policy/policy';
import type { Ports } from '../ports/ports';
import { roleHoldersOf } from './role-holders';

/**
 * Checks a policy against who holds its roles today and against the day: what is wrong with the document, and where it
 * leads into a dead end. Nothing is changed.
 * @throws Failure as `People` and `Archive` do.
 */
export async function checkCandidate(
  ports: Pick<Ports, 'archive' | 'people' | 'clock'>,
  policy: Policy,
): Promise<PolicyCheck> {
  const holders = await roleHoldersOf(ports, policy, null);
  return checkPolicy(policy, holders, ports.clock.now().slice(0, 10));
}
