import type { z } from 'zod';
import { didYouMean } from '../wording/did-you-mean';
import { capital, list } from '../wording/lists';

export type Shape = z.ZodObject;
export type Keyed = Readonly<Record<string, unknown>>;
export type RawIssue = z.core.$ZodRawIssue;

/**
 * Why it cannot be said which shape was meant, at the first key that is to blame.
 * @param what What is described, with its article: `a condition`.
 * @param shapes Those that are still possible; all of them where none is.
 */
export function unclearShape(value: Keyed, what: string, shapes: readonly Shape[]): readonly RawIssue[] {
  const forms = `${capital(what)} is written with ${list(
    shapes.map((shape) => requiredKeys(shape).join(' + ')),
    'or',
  )}.`;
  const known = Object.keys(value).filter((key) => shapes.some((shape) => hasKey(shape, key)));
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  if (strange.length > 0) return strange.map((key) => strangeKey(key, shapes.flatMap(keysOf), forms));
  const [first] = known;
  if (first === undefined) return [blame([], `${capital(what)} cannot be empty.`, forms)];
  if (shapes.some((shape) => known.every((key) => hasKey(shape, key)))) {
    const wanted = [...new Set(shapes.flatMap(requiredKeys))].filter((key) => !Object.hasOwn(value, key));
    return [blame([], `Something is missing beside ${quotedList(known)}: ${list(wanted, 'or')}.`, forms)];
  }
  const beside = shapes.filter((shape) => hasKey(shape, first)).flatMap(keysOf);
  const other = known.find((key) => !beside.includes(key)) ?? known.at(-1) ?? first;
  const rest = known.filter((key) => key !== other);
  return [blame([other], `"${other}" does not go with ${quotedList(rest)}.`, forms)];
}

/** What a shape finds wrong with a value; of unknown keys each one by itself, with the key that was meant. */
export function problemsOfShape(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, value: unknown): RawIssue[] {
  const known = 'shape' in schema ? keysOf(schema as Shape) : [];
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 && known.length > 0
      ? issue.keys.map((key) => strangeKey(key, known, `Allowed here: ${list(known)}.`))
      : [{ ...issue, input: value } as RawIssue],
  );
}

export function hasKey(shape: Shape, key: string): boolean {
  return Object.hasOwn(shape.shape, key);
}

export function requiredKeys(shape: Shape): readonly string[] {
  return Object.entries<z.core.$ZodType>(shape.shape)
    .filter(([, schema]) => schema._zod.optin !== 'optional')
    .map(([key]) => key);
}

function keysOf(shape: Shape): readonly string[] {
  return Object.keys(shape.shape);
}

function strangeKey(key: string, known: readonly string[], otherwise: string): RawIssue {
  return blame([key], `There is no key "${key}" here.`, didYouMean(key, known) ?? otherwise);
}

function blame(path: readonly string[], message: string, hint: string): RawIssue {
  return { code: 'custom', path: [...path], message, params: { hint }, input: undefined };
}

function quotedList(keys: readonly string[]): string {
  return list(keys.map((key) => `"${key}"`));
}
