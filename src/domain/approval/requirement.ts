/** Whose approval is needed. */
export type Requirement =
  | { readonly role: string }
  | {
      readonly allOf: readonly Requirement[];
      /** Each part only counts when it came after the part before it. */ readonly inOrder?: boolean;
    }
  | { readonly anyOf: readonly Requirement[] };

/** Every role named in a requirement, each once, in the order of the text. */
export function rolesIn(requirement: Requirement): readonly string[] {
  if ('role' in requirement) return [requirement.role];
  const parts = 'allOf' in requirement ? requirement.allOf : requirement.anyOf;
  return [...new Set(parts.flatMap(rolesIn))];
}
