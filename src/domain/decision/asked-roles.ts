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
  const names = askedExceptions({ facts }).map((name) => name.trim());
  if (names.length === 0) return [];
  const ofExceptions = policy.exceptions === 'none' ? [] : rolesIn(policy.exceptions.requirement);
  const windows = bindingWindows({ policy, facts });
  const ofFreezes = (windows.state === 'known' ? windows.value : []).flatMap((window) => {
    const isNamed = isOneOf(window.id, names) || isOneOf(window.title, names);
    return isNamed && window.kind === 'freeze' && window.exemptionBy !== undefined ? [window.exemptionBy] : [];
  });
  return [...ofExceptions, ...ofFreezes];
}
