import type { Condition } from '../../domain/policy/condition';
import type { Policy, Term } from '../../domain/policy/policy';
import { broken, type BrokenReference, type Path } from './broken-reference';

/** More than any text of a policy has room for without words that stand for other words. */
const MOST_PARTS = 20_000;

/**
 * Conditions that look at too much once every word in them is replaced by what it means: words that stand for many other
 * words, which stand for many others, would keep a gate busy for ever. Told once, where it becomes too much.
 */
export function conditionSizes(policy: Policy): readonly BrokenReference[] {
  const sizes = new Map<string, number>();
  const terms = new Map(policy.terms.map((term) => [term.id, term]));
  let parts = 0;
  for (const { path, condition } of conditionsIn(policy)) {
    parts += sizeOf(condition, terms, sizes);
    if (parts <= MOST_PARTS) continue;
    const message = `With its words spelt out, the policy compares more than ${String(MOST_PARTS)} things.`;
    return [broken(path, message, 'Use fewer words that stand for other words.')];
  }
  return [];
}

/** How many things a condition compares. A word that is explained by itself is told by `termCycles`, and counts nothing. */
function sizeOf(condition: Condition, terms: ReadonlyMap<string, Term>, sizes: Map<string, number>): number {
  if ('not' in condition) return sizeOf(condition.not, terms, sizes);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (parts !== undefined) return parts.reduce((sum, part) => sum + sizeOf(part, terms, sizes), 0);
  if (!('term' in condition)) return 1;
  const before = sizes.get(condition.term);
  if (before !== undefined) return before;
  sizes.set(condition.term, 0);
  const means = terms.get(condition.term)?.means;
  const size = means === undefined ? 1 : sizeOf(means, terms, sizes);
  sizes.set(condition.term, size);
  return size;
}

interface PlacedCondition {
  readonly path: Path;
  readonly condition: Condition;
}

function conditionsIn(policy: Policy): readonly PlacedCondition[] {
  const { terms, scope, standardChanges, exceptions, records, clocks, rules } = policy;
  return [
    ...terms.map(({ means }, index) => ({ path: ['terms', index, 'means'], condition: means })),
    ...whensIn([scope], () => ['scope']),
    ...whensIn(standardChanges, (index) => ['standardChanges', index]),
    ...whensIn(exceptions === 'none' ? [] : exceptions.granted, (index) => ['exceptions', 'granted', index]),
    ...whensIn(records.notifications, (index) => ['records', 'notifications', index]),
    ...whensIn(clocks, (index) => ['clocks', index]),
    ...whensIn(rules, (index) => ['rules', index]),
  ];
}

function whensIn(
  things: readonly { readonly when?: Condition }[],
  pathOf: (index: number) => Path,
): readonly PlacedCondition[] {
  return things.flatMap(({ when }, index) =>
    when === undefined ? [] : [{ path: [...pathOf(index), 'when'], condition: when }],
  );
}
