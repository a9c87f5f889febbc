import { z } from 'zod';
import {
  hasKey,
  problemsOfShape,
  requiredKeys,
  unclearShape,
  type Keyed,
  type RawIssue,
  type Shape,
} from './shape-problems';

/** What a schema that chooses among others tells whoever describes the document: the others. */
export interface Choice {
  readonly choices: readonly z.ZodType[];
}

/**
 * One of several objects, told apart by their keys. Unlike a plain union it knows which one was meant, so that a mistake
 * is reported at its place and not as "Invalid input" at the top.
 * @param what What is described, with its article: `a condition`.
 */
export function byKeys<T>(what: string, ...shapes: readonly (Shape & z.ZodType<T>)[]): z.ZodType<T> {
  return chosenBy<T>(shapes, (value) => {
    if (!isObject(value)) return [{ code: 'invalid_type', expected: 'object', input: value }];
    const known = Object.keys(value).filter((key) => shapes.some((shape) => hasKey(shape, key)));
    const fitting = shapes.filter((shape) => known.every((key) => hasKey(shape, key)));
    const complete = fitting.filter((shape) => requiredKeys(shape).every((key) => Object.hasOwn(value, key)));
    const [shape] = complete.length > 0 ? complete : fitting.length === 1 ? fitting : [];
    return shape ?? unclearShape(value, what, fitting.length > 0 ? fitting : shapes);
  });
}

/** A value that may be written in several forms: read in the first form whose test it passes, else in the last one. */
export function byForm<T>(
  ...forms: readonly (readonly [test: (value: unknown) => boolean, schema: z.ZodType<T>])[]
): z.ZodType<T> {
  const schemas = forms.map(([, schema]) => schema);
  return chosenBy(schemas, (value) => (forms.find(([test]) => test(value)) ?? forms.at(-1))?.[1] ?? []);
}

export const isText = (value: unknown): boolean => typeof value === 'string';
export const isList = (value: unknown): boolean => Array.isArray(value);

export function isObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param choose The schema to read a value with, or why there is none. */
function chosenBy<T>(
  choices: readonly z.ZodType<T>[],
  choose: (value: unknown) => z.ZodType<T> | readonly RawIssue[],
): z.ZodType<T> {
  const choice: Choice = { choices };
  return z
    .unknown()
    .transform((value, context): T => {
      const schema = choose(value);
      if (!('safeParse' in schema)) {
        context.issues.push(...schema);
        return z.NEVER;
      }
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      context.issues.push(...problemsOfShape(parsed.error.issues, schema, value));
      return z.NEVER;
    })
    .meta({ ...choice });
}
