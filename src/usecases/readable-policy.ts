import { Failure } from '../domain/failure';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { Ports } from '../ports/ports';

/** The policy in force, for what can go on without it; undefined where there is none or where it cannot be read. */
export async function readablePolicy(ports: Pick<Ports, 'archive'>): Promise<PolicyInForce | undefined> {
  try {
    return await ports.archive.policyInForce();
  } catch (error) {
    if (error instanceof Failure && error.code === 'unreadable-document') return undefined;
    throw error;
  }
}
