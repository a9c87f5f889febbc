import type { z } from 'zod';
import { nearestName } from './nearest-name';
import type { PlacedValue } from './placed-value';

type Issue = z.core.$ZodIssue;

/** What one form of a union finds wrong with a value. */
export interface UnionBranch {
  readonly issues: readonly Issue[];
  /** The value is not of the form's type at all, or not one of its values. */
  readonly isOtherType: boolean;
  /** Keys that say which form it is, such as `kind`, and say another one. */
  readonly contradictions: number;
  readonly unknownKeys: readonly string[];
  readonly missingKeys: readonly string[];
  /** Keys that the form does know, or that are nearly one that it misses. */
  readonly familiarKeys: number;
}

/** Best first: the form that the value was most probably meant to have. A form that is a union itself counts as its own forms. */
export function branchesOf(issue: z.core.$ZodIssueInvalidUnion, place: PlacedValue): readonly UnionBranch[] {
  return issue.errors
    .flatMap(formsOf)
    .map((issues) => branchOf(issues, place))
    .sort(
      (a, b) =>
        scoresOf(a)
          .map((score, index) => score - (scoresOf(b)[index] ?? 0))
          .find((by) => by !== 0) ?? 0,
    );
}

/** Whether what was meant cannot be told: two forms fit equally badly, and no key of the value is one of theirs. */
export function isUndecided([best, next]: readonly UnionBranch[]): boolean {
  if (best === undefined || next === undefined || best.isOtherType || next.isOtherType) return false;
  return [best, next].every(({ familiarKeys, missingKeys }) => familiarKeys === 0 && missingKeys.length > 0);
}

function formsOf(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const [only, ...others] = issues;
  const isUnion = only?.code === 'invalid_union' && only.path.length === 0 && only.errors.length > 0;
  return isUnion && others.length === 0 ? only.errors.flatMap(formsOf) : [issues];
}

function branchOf(issues: readonly Issue[], { entries }: PlacedValue): UnionBranch {
  const ownIssues = issues.filter(({ path }) => path.length === 0);
  const ofKeys = issues.filter(({ path }) => path.length === 1);
  const isThere = ({ path }: Issue) => entries?.has(String(path[0])) === true;
  const unknownKeys = ownIssues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const missingKeys = ofKeys.filter((issue) => !isThere(issue)).map(({ path }) => String(path[0]));
  const misspelt = unknownKeys.filter((key) => nearestName(key, missingKeys) !== undefined).length;
  return {
    issues,
    isOtherType: ownIssues.some(({ code }) => code === 'invalid_type' || code === 'invalid_value'),
    contradictions: ofKeys.filter((issue) => isThere(issue) && isTag(issue)).length,
    unknownKeys,
    missingKeys,
    familiarKeys: (entries?.size ?? 0) - unknownKeys.length + misspelt,
  };
}

function isTag(issue: Issue): boolean {
  if (issue.code === 'invalid_value') return issue.values.length === 1;
  return issue.code === 'invalid_union' && issue.discriminator !== undefined;
}

/** Each counts only where those before it are equal. */
function scoresOf(branch: UnionBranch): readonly number[] {
  const { isOtherType, contradictions, unknownKeys, missingKeys, familiarKeys, issues } = branch;
  return [Number(isOtherType), contradictions, unknownKeys.length + missingKeys.length, -familiarKeys, issues.length];
}
