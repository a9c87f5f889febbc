import { rolesIn } from '../approval/requirement';
import type { ChangeFacts } from '../change/change-facts';
import { bindingWindows } from '../policy/binding-windows';
import { isOneOf } from '../policy/holds';
import { askedExceptions } from '../policy/exceptions';
import type { Policy } from '../policy/policy';
import type { ApprovalRule } from '../policy/policy-rule';

/** The roles whose votes a rule hears: those of its requirement, and those that may veto. */
export function rolesHeardBy({ requirement, veto = [] }: ApprovalRule): readonly string[] {
  return [...rolesIn(requirement), ...(veto === 'nobody' ? [] : veto)];
}

/**
 * The roles that may grant what the change asks for in `exceptionTo`: an exception from a clause, or an exemption from the
 * freeze that is named there. None where it asks for nothing.
 */
export function grantingRoles(policy: Policy, facts: ChangeFacts): readonly string[] {
  return askedGrants(policy, facts).flatMap(({ roles }) => roles);
}

/** Of what the change asks for in `exceptionTo`, that which somebody with one of these roles may grant. */
export function grantedBy(roles: readonly string[], policy: Policy, facts: ChangeFacts): readonly string[] {
  const granted = askedGrants(policy, facts).filter((asked) => asked.roles.some((role) => roles.includes(role)));
  return granted.map(({ name }) => name);
}

/** Something that is asked for, and the roles whose votes grant it. */
interface AskedGrant {
  readonly name: string;
  readonly roles: readonly string[];
}

/** A name is that of a freeze, or else stands for clauses. */
function askedGrants(policy: Policy, facts: ChangeFacts): readonly AskedGrant[] {
  const names = askedExceptions({ facts }).map((name) => name.trim());
  if (names.length === 0) return [];
  const ofExceptions = policy.exceptions === 'none' ? [] : rolesIn(policy.exceptions.requirement);
  const windows = bindingWindows({ policy, facts });
  return names.map((name) => {
    const named = (windows.state === 'known' ? windows.value : []).filter(
      ({ id, title }) => isOneOf(id, [name]) || isOneOf(title, [name]),
    );
    const ofFreezes = named.flatMap((window) =>
      window.kind === 'freeze' && window.exemptionBy !== undefined ? [window.exemptionBy] : [],
    );
    return { name, roles: named.length === 0 ? ofExceptions : ofFreezes };
  });
}
