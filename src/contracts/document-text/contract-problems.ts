import type { z } from 'zod';
import { contractWords } from './contract-words';
import { type DocumentPath, pathText } from './document-path';
import { found, type FoundProblem } from './found-problem';
import { issueWords, unexpected } from './issue-words';
import { missingKey, neededKeys, refusedKeyName, unknownKey } from './key-words';
import { endOf, type PlacedValue } from './placed-value';
import type { ProblemWords } from './problem-words';
import { branchesOf, isUndecided, type UnionBranch } from './union-branch';

type Issue = z.core.$ZodIssue;

/** The keys that a mapping may have, by the list of keys that zod does not recognize in it. */
export type KnownKeys = ReadonlyMap<readonly string[], readonly string[]>;

interface Reading {
  readonly root: PlacedValue;
  readonly knownKeys: KnownKeys;
}

/** What zod's issues say about a text, each at its place: at least one problem for each of them. */
export function contractProblems(
  issues: readonly Issue[],
  root: PlacedValue,
  knownKeys: KnownKeys,
): readonly FoundProblem[] {
  return problemsOf(issues, [], { root, knownKeys });
}

/** The issues of a union start their paths at the union. */
function problemsOf(issues: readonly Issue[], base: DocumentPath, reading: Reading): readonly FoundProblem[] {
  const ofOtherType = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => pathText(path)));
  return issues
    .filter((issue) => !isAboutSize(issue) || !ofOtherType.has(pathText(issue.path)))
    .flatMap((issue) => problemsOfIssue(issue, [...base, ...issue.path], reading));
}

/** zod measures whatever has a length: a text where a list should be may also be too long a list. */
function isAboutSize({ code }: Issue): boolean {
  return code === 'too_small' || code === 'too_big';
}

function problemsOfIssue(issue: Issue, path: DocumentPath, reading: Reading): readonly FoundProblem[] {
  const { place, depth } = endOf(path, reading.root);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, path, place, keysKnownTo(issue, reading));
    case 'invalid_key':
      return [problem(keyOffset(path, reading), path, refusedKeyName(issue, String(path.at(-1))))];
    case 'custom':
      return [problem(customOffset(issue, path, place, reading), path, issueWords(issue, place))];
    default:
      if (depth < path.length)
        return [problem(place.offset, path.slice(0, depth), missingKey(String(path[depth]), issue))];
      if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionProblems(issue, path, place, reading);
      return [problem(place.offset, path, issueWords(issue, place))];
  }
}

function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  path: DocumentPath,
  place: PlacedValue,
  reading: Reading,
): readonly FoundProblem[] {
  const branches = branchesOf(issue, place);
  const [best] = branches;
  if (best === undefined || best.isOtherType) return [problem(place.offset, path, otherType(issue, branches, place))];
  if (!isUndecided(branches)) return problemsOf(best.issues, path, reading);
  const forms = branches.filter(({ isOtherType }) => !isOtherType);
  const known = forms.flatMap(({ issues }) => issues.flatMap((ofForm) => keysKnownTo(ofForm, reading)));
  return [
    problem(place.offset, path, neededKeys(forms.map(({ missingKeys }) => missingKeys))),
    ...unknownKeys(best.unknownKeys, path, place, [...new Set(known)]),
  ];
}

/** None of a union's forms is of the value's type. */
function otherType(
  issue: z.core.$ZodIssueInvalidUnion,
  branches: readonly UnionBranch[],
  place: PlacedValue,
): ProblemWords {
  const issues = branches.flatMap((branch) => branch.issues.filter(({ path }) => path.length === 0));
  const types = issues.flatMap((own) => (own.code === 'invalid_type' ? [own.expected] : []));
  const values = issues.flatMap((own) => (own.code === 'invalid_value' ? own.values : []));
  const words = unexpected(types, values, place);
  return { ...words, message: contractWords(issue, place.value) ?? words.message };
}

function unknownKeys(
  keys: readonly string[],
  path: DocumentPath,
  place: PlacedValue,
  known: readonly string[],
): readonly FoundProblem[] {
  const free = known.filter((key) => place.entries?.has(key) !== true);
  return keys.map((key) => {
    const offset = place.entries?.get(key)?.keyOffset ?? place.offset;
    return problem(offset, [...path, key], unknownKey(key, known, free));
  });
}

function keysKnownTo(issue: Issue, { knownKeys }: Reading): readonly string[] {
  return issue.code === 'unrecognized_keys' ? (knownKeys.get(issue.keys) ?? []) : [];
}

/** A contract says with the parameter `place: 'key'` that a key is wrong and not its value. */
function customOffset(issue: z.core.$ZodIssueCustom, path: DocumentPath, place: PlacedValue, reading: Reading): number {
  return issue.params?.['place'] === 'key' ? keyOffset(path, reading) : place.offset;
}

function keyOffset(path: DocumentPath, { root }: Reading): number {
  const { place } = endOf(path.slice(0, -1), root);
  return place.entries?.get(String(path.at(-1)))?.keyOffset ?? place.offset;
}

function problem(offset: number, path: DocumentPath, { message, hint }: ProblemWords): FoundProblem {
  return found(offset, pathText(path), message, hint);
}
