import type { Requirement } from '../../domain/approval/requirement';
import type { Policy } from '../../domain/policy/policy';
import { list } from './lists';
import { roleTitle } from './names-of-people';

/**
 * A requirement in words, with brackets where it would not be plain what belongs together: "the Security Lead, then the
 * CTO", "at least 2 of the Change Advisory Board", "(the CTO or the Board) and 60 % of the Owners".
 */
export function requirementText(requirement: Requirement, policy: Pick<Policy, 'roles'>): string {
  if ('role' in requirement) return ofRole(requirement, policy);
  if ('allOf' in requirement) {
    const texts = partTexts(requirement.allOf, policy);
    return requirement.inOrder === true ? texts.join(', then ') : list(texts);
  }
  if ('anyOf' in requirement) return list(partTexts(requirement.anyOf, policy), 'or');
  return `at least ${String(requirement.atLeast)} of (${list(partTexts(requirement.of, policy))})`;
}

/** Whether more than one approval is spoken of, so that they *have* approved. */
export function isPlural(requirement: Requirement): boolean {
  if ('percent' in requirement) return true;
  if ('atLeast' in requirement) return requirement.atLeast > 1;
  if ('role' in requirement) return false;
  const parts = 'allOf' in requirement ? requirement.allOf : requirement.anyOf;
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? isPlural(only) : 'allOf' in requirement;
}

function ofRole(requirement: Extract<Requirement, { readonly role: string }>, policy: Pick<Policy, 'roles'>): string {
  const role = `the ${roleTitle(policy, requirement.role)}`;
  if ('percent' in requirement) return `${String(requirement.percent)} % of ${role}`;
  return 'atLeast' in requirement ? `at least ${String(requirement.atLeast)} of ${role}` : role;
}

function partTexts(parts: readonly Requirement[], policy: Pick<Policy, 'roles'>): readonly string[] {
  return parts.map((part) => {
    const text = requirementText(part, policy);
    return 'role' in part || parts.length === 1 ? text : `(${text})`;
  });
}
