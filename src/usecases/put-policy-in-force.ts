import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import type { Policy } from '../domain/policy/policy';
import { policyHash } from '../domain/policy/policy-in-force';
import type { Ports } from '../ports/ports';
import { checkCandidate } from './check-candidate';
import { onFreshState } from './on-fresh-state';
import { askForFreshGuards } from './provision/refresh-guards';

/**
 * Makes a policy the one that decides from now on, and puts that on record. Doing it with the policy that is in force
 * already changes nothing.
 * @throws Failure `bad-request` for a policy whose checks forbid it; `unreadable-document` when the policy in force cannot
 *   be read: it is not overwritten. The policy in force stays in force. `unreachable` where it is in force and the guards in
 *   Jira could not be asked to follow: doing it again asks again.
 */
export async function putPolicyInForce(
  ports: Pick<Ports, 'archive' | 'ledger' | 'people' | 'clock' | 'setupRegister' | 'setupQueue'>,
  administrator: AccountId,
  policy: Policy,
): Promise<void> {
  const hash = policyHash(policy);
  const { mayBeActivated } = await checkCandidate(ports, policy);
  if (!mayBeActivated) {
    throw new Failure(
      'bad-request',
      'This policy cannot be put in force as it stands. Check it to see what is missing; the policy in force stays.',
    );
  }
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
  await askForFreshGuards(ports);
}
