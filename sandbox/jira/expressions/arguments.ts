/** What functions of Jira expressions are given. */
import { ExpressionProblem } from './expression-problem';
import { hasKind, typeNameOf } from './values';
import type { Callable, Value } from './values';

/** A function that refuses more or fewer arguments than it has. */
export function method(
  name: string,
  counts: readonly [least: number, most: number],
  call: (args: readonly Value[]) => Value,
): Callable {
  return {
    kind: 'function',
    call: (args) => {
      if (args.length < counts[0] || args.length > counts[1]) {
        throw new ExpressionProblem('type', `${name} does not take ${args.length} arguments.`);
      }
      return call(args);
    },
  };
}

function wrong(name: string, wanted: string, given: Value | undefined): ExpressionProblem {
  return new ExpressionProblem('type', `${name} needs a ${wanted}, not ${typeNameOf(given ?? null)}.`);
}

export function textArgument(name: string, value: Value | undefined): string {
  if (typeof value !== 'string') throw wrong(name, 'String', value);
  return value;
}

export function numberArgument(name: string, value: Value | undefined): number {
  if (typeof value !== 'number') throw wrong(name, 'Number', value);
  return value;
}

export function functionArgument(name: string, value: Value | undefined): Callable {
  if (value === undefined || !hasKind(value, 'function')) throw wrong(name, 'Function', value);
  return value;
}
