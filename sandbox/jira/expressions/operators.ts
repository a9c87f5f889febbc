/** The operators of Jira expressions. None of them converts its operands, but for `+` with a text. */
import { dateJson } from './date-values';
import { ExpressionProblem, UnsupportedExpression } from './expression-problem';
import { areEqual, hasKind, isList, isMap, typeNameOf } from './values';
import type { Value } from './values';

/** What `+` and templates make of a value. */
export function asText(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new UnsupportedExpression(`the text of a ${typeNameOf(value)}`);
}

/** @throws ExpressionProblem of the kind `type` when the operands do not fit the operator */
export function binary(operator: string, one: Value, other: Value): Value {
  switch (operator) {
    case '==':
      return areEqual(one, other);
    case '!=':
      return !areEqual(one, other);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(operator, one, other);
    case '+':
      if (typeof one === 'string' || typeof other === 'string') return asText(one) + asText(other);
      return calculate(operator, one, other);
    default:
      return calculate(operator, one, other);
  }
}

function ordered(operator: string, one: Value, other: Value): boolean {
  const [left, right] = [orderOf(one), orderOf(other)];
  if (left === undefined || right === undefined || typeNameOf(one) !== typeNameOf(other)) {
    throw new ExpressionProblem('type', `Can't compare ${typeNameOf(one)} to ${typeNameOf(other)}.`);
  }
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}

function orderOf(value: Value): number | string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (hasKind(value, 'date')) return value.milliseconds;
  return hasKind(value, 'calendar date') ? value.day : undefined;
}

function calculate(operator: string, one: Value, other: Value): number {
  if (typeof one !== 'number' || typeof other !== 'number') {
    throw new ExpressionProblem('type', `Can't apply ${operator} to ${typeNameOf(one)} and ${typeNameOf(other)}.`);
  }
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return one / other;
    default:
      return one % other;
  }
}

/** As `POST /expression/evaluate` answers a value. */
export function valueJson(value: Value): unknown {
  if (isList(value)) return value.map(valueJson);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, entry]) => [key, valueJson(entry)]));
  if (hasKind(value, 'function')) return 'Function';
  if (hasKind(value, 'date') || hasKind(value, 'calendar date')) return dateJson(value);
  return hasKind(value, 'object') ? value.json() : value;
}
