/**
 * Whose approval is needed, as an expression:
 * a role (one of its holders), all of several, any of several, at least so many of several, at least so many holders or
 * so many per cent of the holders of a role. With `inOrder` each part only counts when it was met after the part before.
 */
export type Requirement =
  | { readonly role: string }
  | { readonly allOf: readonly Requirement[]; readonly inOrder?: boolean }
  | { readonly anyOf: readonly Requirement[] }
  | { readonly atLeast: number; readonly of: readonly Requirement[] }
  | { readonly atLeast: number; readonly role: string }
  | { readonly percent: number; readonly role: string };

/** Every role named in a requirement, each once, in the order of the text. */
export function rolesIn(requirement: Requirement): readonly string[] {
  if ('role' in requirement) return [requirement.role];
  return [...new Set(partsOf(requirement).flatMap(rolesIn))];
}

/** The parts that a requirement is made of; none for a role. */
export function partsOf(requirement: Requirement): readonly Requirement[] {
  if ('allOf' in requirement) return requirement.allOf;
  if ('anyOf' in requirement) return requirement.anyOf;
  return 'of' in requirement ? requirement.of : [];
}
