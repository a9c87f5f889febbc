import type { Duty } from '../../domain/policy/duty';
import type { Policy } from '../../domain/policy/policy';
import { list } from './lists';

const DUTY_NAMES: Readonly<Record<Duty, string>> = {
  requester: 'requester',
  approver: 'approver',
  implementer: 'implementer',
  tester: 'tester',
  verifier: 'verifier',
  closer: 'person closing the change',
};

/** What somebody with this duty is called, without an article: `implementer`. */
export function dutyName(duty: Duty): string {
  return DUTY_NAMES[duty];
}

/** The title of a role, or its id where the policy does not know it any more. */
export function roleTitle({ roles }: Pick<Policy, 'roles'>, role: string): string {
  return roles.find(({ id }) => id === role)?.title ?? role;
}

/** "the Security Lead, the CTO or the Board". */
export function theRoles(policy: Pick<Policy, 'roles'>, roles: readonly string[], word: 'and' | 'or' = 'and'): string {
  return list(
    roles.map((role) => `the ${roleTitle(policy, role)}`),
    word,
  );
}

/** "the role CTO", "one of the roles CTO and Security Lead". */
export function oneRoleOf(policy: Pick<Policy, 'roles'>, roles: readonly string[]): string {
  const titles = roles.map((role) => roleTitle(policy, role));
  return titles.length === 1 ? `the role ${list(titles)}` : `one of the roles ${list(titles)}`;
}

/** Whoever has a duty or holds a role: "the approver", "somebody with the role CTO". */
export function dutyOrRolesText(
  policy: Pick<Policy, 'roles'>,
  who: { readonly duty: Duty } | { readonly roles: readonly string[] },
): string {
  return 'duty' in who ? `the ${dutyName(who.duty)}` : `somebody with ${oneRoleOf(policy, who.roles)}`;
}
