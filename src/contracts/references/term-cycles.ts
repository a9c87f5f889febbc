import type { Condition } from '../../domain/policy/condition';
import type { Term } from '../../domain/policy/policy';
import { broken, type BrokenReference } from './broken-reference';

/** Words that are explained by themselves, each circle once, at the first of its words in the document. */
export function termCycles(terms: readonly Term[]): readonly BrokenReference[] {
  const means = new Map(terms.map(({ id, means }) => [id, termsIn(means)]));
  const told = new Set<string>();
  return terms.flatMap(({ id }, index) => {
    const circle = told.has(id) ? undefined : circleFrom(id, id, means, new Set());
    if (circle === undefined) return [];
    circle.forEach((word) => told.add(word));
    const words = circle.map((word) => `"${word}"`).join(' by ');
    return [broken(['terms', index, 'means'], `A word cannot be explained by itself: ${words}.`)];
  });
}

/** The words from one back to itself; undefined where no way leads back. */
function circleFrom(
  word: string,
  start: string,
  means: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): readonly string[] | undefined {
  for (const next of means.get(word) ?? []) {
    if (next === start) return [word, start];
    if (seen.has(next)) continue;
    seen.add(next);
    const rest = circleFrom(next, start, means, seen);
    if (rest !== undefined) return [word, ...rest];
  }
  return undefined;
}

function termsIn(condition: Condition): readonly string[] {
  if ('term' in condition) return [condition.term];
  if ('all' in condition) return condition.all.flatMap(termsIn);
  if ('any' in condition) return condition.any.flatMap(termsIn);
  return 'not' in condition ? termsIn(condition.not) : [];
}
