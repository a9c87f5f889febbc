import type { AccountId } from '../domain/change/identity';
import type { Ports } from '../ports/ports';
import { offeredPolicy } from './offer-policies';
import { onFreshState } from './on-fresh-state';

/**
 * Makes a preset the policy that decides from now on, and puts that on record. Doing it with the policy that is in force
 * already changes nothing.
 * @throws Failure `bad-request` for a preset that does not exist; `unreadable-document` when the policy in force cannot be
 *   read: it is not overwritten.
 */
export async function putPolicyInForce(
  ports: Pick<Ports, 'archive' | 'ledger' | 'clock'>,
  administrator: AccountId,
  presetId: string,
): Promise<void> {
  const { policy, hash } = offeredPolicy(presetId);
  await onFreshState(async () => {
    const before = await ports.archive.policyInForce();
    if (before?.hash === hash) return;
    const now = ports.clock.now();
    const revision = (before?.revision ?? 0) + 1;
    await ports.ledger.append(
      {
        actionId: `policy:${String(revision)}:${hash}`,
        at: now,
        by: administrator,
        event: {
          kind: 'policy-put-in-force',
          policyId: policy.id,
          policyVersion: policy.version,
          policyHash: hash,
          replacedHash: before?.hash ?? null,
        },
      },
      () => [{ kind: 'policy-in-force', inForce: { revision, policy, hash, since: now } }],
    );
  });
}
