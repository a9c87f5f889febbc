/** Maps: https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#map */
import { method, textArgument } from './arguments';
import type { Value, ValueMap } from './values';

/** The entry of that name, else the method; undefined where there is neither. `get` answers null for an entry that is missing. */
export function mapMember(map: ValueMap, name: string): Value | undefined {
  if (map.has(name)) return map.get(name);
  if (name === 'get') return method('get', [1, 1], ([key]) => map.get(textArgument('get', key)) ?? null);
  if (name === 'set') {
    return method('set', [2, 2], ([key, value = null]) => new Map([...map, [textArgument('set', key), value]]));
  }
  return name === 'entries' ? method('entries', [0, 0], () => [...map].map(([key, value]) => [key, value])) : undefined;
}
