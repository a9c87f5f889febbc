/** How much an evaluated expression answers. https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#restrictions */
import { hasKind, isList, isMap } from './values';
import type { Value } from './values';

export const BEAN_LIMIT = 1000;
export const PRIMITIVE_LIMIT = 10_000;

export interface ResultSize {
  /** Objects of Jira. */
  readonly beans: number;
  readonly primitives: number;
}

export function sizeOf(value: Value): ResultSize {
  if (isList(value) || isMap(value)) {
    return [...value.values()]
      .map(sizeOf)
      .reduce((sum, size) => ({ beans: sum.beans + size.beans, primitives: sum.primitives + size.primitives }), {
        beans: 0,
        primitives: 0,
      });
  }
  return hasKind(value, 'object') ? { beans: 1, primitives: 0 } : { beans: 0, primitives: 1 };
}
