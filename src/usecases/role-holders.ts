import type { AccountId } from '../domain/change/identity';
import type { Policy } from '../domain/policy/policy';
import { holdersIn } from '../domain/settings';
import type { Ports } from '../ports/ports';
import { holdersOf } from './role-membership';

/**
 * Who holds each role of a policy today: what its checks are made against.
 * @param projectKey The project whose project roles count; null leaves them out.
 * @throws Failure as `People` and `Archive` do.
 */
export async function roleHoldersOf(
  ports: Pick<Ports, 'archive' | 'people'>,
  policy: Policy,
  projectKey: string | null,
): Promise<Readonly<Record<string, readonly AccountId[]>>> {
  const settings = await ports.archive.settings();
  const holders = await Promise.all(
    policy.roles.map(async ({ id }) => [id, await holdersOf(ports, holdersIn(settings, id), projectKey)] as const),
  );
  return Object.fromEntries(holders);
}
