/** What a Jira expression can compute with. https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/ */
import type { CalendarDateValue, DateValue } from './date-values';
import type { Meter } from './meter';

export type ValueMap = ReadonlyMap<string, Value>;
export interface Callable {
  readonly kind: 'function';
  call(args: readonly Value[]): Value;
}

/** An object of Jira: an issue, a person, a status. Equal to another of the same type and identity. */
export interface JiraObject {
  readonly kind: 'object';
  readonly typeName: string;
  readonly identity: string;
  readonly members: Readonly<Record<string, (meter: Meter) => Value>>;
  /** Members whose names are not known beforehand; undefined where there is none. */
  readonly named?: (name: string, meter: Meter) => Value | undefined;
  /** Members that Jira's type has and the sandbox's has not. */
  readonly unsupported?: readonly string[];
  /** As `POST /expression/evaluate` answers it. */
  json(): unknown;
}

export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ValueMap
  | Callable
  | JiraObject
  | DateValue
  | CalendarDateValue;

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}

function isTagged(
  value: Value,
): value is Exclude<Value, null | boolean | number | string | readonly Value[] | ValueMap> {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export function hasKind<Kind extends 'function' | 'object' | 'date' | 'calendar date'>(
  value: Value,
  kind: Kind,
): value is Extract<Value, { readonly kind: Kind }> {
  return isTagged(value) && value.kind === kind;
}

/** The answer of `typeof`. */
export function typeNameOf(value: Value): string {
  if (value === null) return 'null';
  if (isList(value)) return 'List';
  if (isMap(value)) return 'Map';
  if (hasKind(value, 'function')) return 'Function';
  if (hasKind(value, 'date')) return 'Date';
  if (hasKind(value, 'calendar date')) return 'CalendarDate';
  if (hasKind(value, 'object')) return value.typeName;
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'number' ? 'Number' : 'String';
}

/** As in JavaScript: null, false, 0, NaN and the empty text are false; lists and maps are true, empty ones as well. */
export function isTruthy(value: Value): boolean {
  return Boolean(value);
}

/** `==`, without any conversion: values of different types are different. */
export function areEqual(one: Value, other: Value): boolean {
  if (isList(one)) {
    return isList(other) && one.length === other.length && one.every((entry, at) => areEqual(entry, other[at] ?? null));
  }
  if (isMap(one)) {
    return (
      isMap(other) &&
      one.size === other.size &&
      [...one].every(([key, entry]) => other.has(key) && areEqual(entry, other.get(key) ?? null))
    );
  }
  if (hasKind(one, 'date')) return hasKind(other, 'date') && one.milliseconds === other.milliseconds;
  if (hasKind(one, 'calendar date')) return hasKind(other, 'calendar date') && one.day === other.day;
  if (hasKind(one, 'object')) {
    return hasKind(other, 'object') && one.typeName === other.typeName && one.identity === other.identity;
  }
  return one === other;
}

/** A JSON value as lists and maps. */
export function fromJson(value: unknown): Value {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, entry]) => [key, fromJson(entry)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
