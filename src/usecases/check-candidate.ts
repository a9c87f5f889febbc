import { checkPolicy, type PolicyCheck } from '../domain/policy/check-policy';
import type { Policy } from '../domain/policy/policy';
import type { Ports } from '../ports/ports';
import { roleHoldersOf } from './role-holders';

/**
 * Checks a policy against who holds its roles today and against the day: what is wrong with the document, and where it
 * leads into a dead end. Nothing is changed. That somebody is away who is only taken to hold a role tells nothing.
 * @throws Failure as `People` and `Archive` do.
 */
export async function checkCandidate(
  ports: Pick<Ports, 'archive' | 'people' | 'clock'>,
  policy: Policy,
): Promise<PolicyCheck> {
  const { holders, standIns } = await roleHoldersOf(ports, policy);
  const check = checkPolicy(policy, holders, ports.clock.now().slice(0, 10));
  const fragile = check.satisfiability.fragile.filter(({ without }) => !standIns.includes(without));
  return { ...check, satisfiability: { ...check.satisfiability, fragile } };
}
