import type { ChangeFacts } from '../domain/change/change-facts';
import { Failure } from '../domain/failure';
import type { PolicyInForce } from '../domain/policy/policy-in-force';
import type { Ports } from '../ports/ports';
import { gatherChange } from './gather-change';
import { ifVisible, notVisible } from './if-visible';

/**
 * A change under a policy, for somebody who wants to do something about it.
 * @throws Failure `not-found` where the person behind the invocation may not see it, or where it is no change request;
 *   `no-policy` where none is in force.
 */
export async function gatherVisible(
  ports: Pick<Ports, 'changes' | 'archive' | 'people'>,
  key: string,
): Promise<{ readonly facts: ChangeFacts; readonly inForce: PolicyInForce }> {
  const gathered = await ifVisible(ports, key, () => gatherChange(ports, key));
  if (!gathered.isChangeRequest) throw notVisible();
  if (gathered.governed === undefined) throw new Failure('no-policy', 'No policy is in force.');
  return gathered.governed;
}
