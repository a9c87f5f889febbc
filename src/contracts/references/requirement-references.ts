import type { Requirement } from '../../domain/approval/requirement';
import { missing, type BrokenReference, type Path } from './broken-reference';
import type { KnownInPolicy } from './known-in-policy';

/** Roles of a requirement that are not there, each at its place in the expression. */
export function inRequirement(requirement: Requirement, known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  if ('role' in requirement) return missing(requirement.role, known.roles, [...path, 'role']);
  if ('allOf' in requirement) return inParts(requirement.allOf, known, [...path, 'allOf']);
  if ('anyOf' in requirement) return inParts(requirement.anyOf, known, [...path, 'anyOf']);
  return inParts(requirement.of, known, [...path, 'of']);
}

function inParts(parts: readonly Requirement[], known: KnownInPolicy, path: Path): readonly BrokenReference[] {
  return parts.flatMap((part, index) => inRequirement(part, known, [...path, index]));
}
