import { didYouMean } from '../wording/did-you-mean';

export type Path = readonly (string | number)[];

/** Something in a policy that refers to nothing, is there twice, or contradicts what it refers to. */
export interface BrokenReference {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

export function broken(path: Path, message: string, hint?: string): BrokenReference {
  return hint === undefined ? { path, message } : { path, message, hint };
}

/** The names of one sort that a policy knows. */
export interface KnownNames {
  /** What they are names of: `role`. */
  readonly what: string;
  readonly names: readonly string[];
  has(name: string): boolean;
}

/** @param anyCase Names of options, which Jira shows to people, compare without regard to case. */
export function knownNames(what: string, names: readonly string[], anyCase = false): KnownNames {
  const form = (name: string) => (anyCase ? name.toLowerCase() : name);
  const known = new Set(names.map(form));
  return { what, names, has: (name) => known.has(form(name)) };
}

/** The one problem of a name that is not known, at its place. */
export function missing(name: string | null | undefined, known: KnownNames, path: Path): readonly BrokenReference[] {
  if (name === undefined || name === null || known.has(name)) return [];
  return [broken(path, `There is no ${known.what} "${name}".`, didYouMean(name, known.names))];
}

/** The same for a list of names; a list that is absent names nothing. */
export function missingOf(
  names: readonly string[] | undefined,
  known: KnownNames,
  path: Path,
): readonly BrokenReference[] {
  return (names ?? []).flatMap((name, index) => missing(name, known, [...path, index]));
}

/** Names that are there more than once: the second one and every further one, each at the place that `pathOf` gives. */
export function repeated(
  names: readonly string[],
  pathOf: (index: number) => Path,
  anyCase = false,
): readonly BrokenReference[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const form = anyCase ? name.toLowerCase() : name;
    const again = seen.has(form);
    seen.add(form);
    return again ? [broken(pathOf(index), `"${name}" is there more than once.`)] : [];
  });
}
