import { Failure } from '../domain/failure';
import { gateAhead } from '../domain/policy/gate-ahead';
import type { Ports } from '../ports/ports';
import { gatherVisible } from './gather-visible';

/**
 * Takes an emergency straight to its implementation, by Jira's own transition and as the person who asks: whether it may
 * go is decided by the gate on that transition and by Jira, not here.
 * @throws Failure `not-found`, `no-policy`; `moved-on` where the change is no emergency that waits to be expedited;
 *   `not-allowed` where Jira or the gate refuses, in their words.
 */
export async function expediteChange(ports: Pick<Ports, 'changes' | 'archive' | 'people'>, key: string): Promise<void> {
  const { facts, inForce } = await gatherVisible(ports, key);
  if (gateAhead(inForce.policy, facts) !== 'expedite') {
    throw new Failure('moved-on', 'This change is not an emergency that could be expedited now. Look at it again.');
  }
  await ports.changes.move(facts.change.key, 'implementing');
}
