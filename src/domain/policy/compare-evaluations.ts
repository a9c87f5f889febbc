import { canonicalJson } from '../canonical';
import type { CheckedItem } from './checklist';

/** What is missing now and was not missing before: the same thing asked for by another rule is not new. */
export function newlyAsked(before: readonly CheckedItem[], after: readonly CheckedItem[]): readonly CheckedItem[] {
  const known = new Set(before.filter(isMissing).map(({ reason }) => canonicalJson(reason)));
  return after.filter((item) => isMissing(item) && !known.has(canonicalJson(item.reason)));
}

function isMissing({ state }: CheckedItem): boolean {
  return state === 'unmet' || state === 'unknown';
}
