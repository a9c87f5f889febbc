/** Lists: the members of https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#list, and no other. */
import { functionArgument, method, numberArgument, textArgument } from './arguments';
import { ExpressionProblem } from './expression-problem';
import { asText } from './operators';
import { areEqual, isList, isTruthy } from './values';
import type { Value } from './values';

const LONGEST_JOIN = 10_000;

type List = readonly Value[];

const MEMBERS: Readonly<Record<string, (list: List) => Value>> = {
  length: (list) => list.length,
  map: (list) => each('map', (call) => list.map(call)),
  filter: (list) => each('filter', (call) => list.filter((entry, at) => isTruthy(call(entry, at)))),
  every: (list) => each('every', (call) => list.every((entry, at) => isTruthy(call(entry, at)))),
  some: (list) => each('some', (call) => list.some((entry, at) => isTruthy(call(entry, at)))),
  flatMap: (list) => each('flatMap', (call) => flatten(list.map(call))),
  flatten: (list) => method('flatten', [0, 0], () => flatten(list)),
  includes: (list) => method('includes', [1, 1], ([given = null]) => list.some((entry) => areEqual(entry, given))),
  indexOf: (list) => method('indexOf', [1, 1], ([given = null]) => list.findIndex((entry) => areEqual(entry, given))),
  slice: (list) =>
    method('slice', [1, 2], ([from, to]) =>
      list.slice(numberArgument('slice', from), to === undefined ? undefined : numberArgument('slice', to)),
    ),
  concat: (list) =>
    method('concat', [1, 1], ([given = null]) => (isList(given) ? [...list, ...given] : [...list, given])),
  join: (list) => method('join', [0, 1], ([separator = ',']) => join(list, textArgument('join', separator))),
  sort: (list) => method('sort', [0, 1], ([compare]) => sort(list, compare)),
  reduce: (list) => method('reduce', [1, 2], ([call, first]) => reduce(list, call, first)),
};

export const LIST_MEMBERS: readonly string[] = Object.keys(MEMBERS);

export function listMember(list: List, name: string): Value | undefined {
  return Object.hasOwn(MEMBERS, name) ? MEMBERS[name]?.(list) : undefined;
}

function each(name: string, run: (call: (entry: Value, at: number) => Value) => Value): Value {
  return method(name, [1, 1], ([given]) => {
    const callback = functionArgument(name, given);
    return run((entry, at) => callback.call([entry, at]));
  });
}

function flatten(list: List): List {
  return list.flatMap((entry) => (isList(entry) ? entry : [entry]));
}

function join(list: List, separator: string): string {
  const text = list.map(asText).join(separator);
  return text.length > LONGEST_JOIN ? `${text.slice(0, LONGEST_JOIN - 3)}...` : text;
}

function sort(list: List, compare: Value | undefined): List {
  const callback = functionArgument('sort', compare);
  return [...list].sort((one, other) => numberArgument('sort', callback.call([one, other])));
}

function reduce(list: List, call: Value | undefined, first: Value | undefined): Value {
  const callback = functionArgument('reduce', call);
  const [start, ...rest] = first === undefined ? list : [first, ...list];
  if (start === undefined) throw new ExpressionProblem('other', 'reduce of an empty list needs an initial value.');
  return rest.reduce((total, entry) => callback.call([total, entry]), start);
}
