import type { AccountId } from '../domain/change/identity';
import { Failure } from '../domain/failure';
import type { Ports } from '../ports/ports';

/**
 * Refuses everybody who does not administer Jira, and every app that does. That Jira shows the admin page to
 * administrators only is no guard for the calls behind it, so each of them asks again.
 * @throws Failure `not-allowed`.
 */
export async function requireAdministrator({ people }: Pick<Ports, 'people'>, caller: AccountId): Promise<void> {
  const [administers, isHuman] = await Promise.all([people.isJiraAdministrator(caller), people.isHuman(caller)]);
  if (!administers || isHuman !== true) {
    throw new Failure('not-allowed', 'Only people with the permission Administer Jira may see or change this.');
  }
}
