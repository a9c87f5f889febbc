import { z } from 'zod';
import { didYouMean } from '../closest-name';
import { capital, list } from '../wording/lists';

type Shape = z.ZodObject;
type Keyed = Readonly<Record<string, unknown>>;
type RawIssue = Parameters<z.RefinementCtx['issues']['push']>[0];

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
    const known = Object.keys(value).filter((key) => shapes.some((shape) => has(shape, key)));
    const fitting = shapes.filter((shape) => known.every((key) => has(shape, key)));
    const complete = fitting.filter((shape) => requiredKeys(shape).every((key) => Object.hasOwn(value, key)));
    const [shape] = complete.length > 0 ? complete : fitting.length === 1 ? fitting : [];
    return shape ?? unclear(value, what, known, fitting.length > 0 ? fitting : shapes);
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
      const parsed = 'safeParse' in schema ? schema.safeParse(value) : undefined;
      if (parsed?.success === true) return parsed.data;
      const issues = 'safeParse' in schema ? (parsed?.error.issues ?? []) : schema;
      for (const issue of issues) context.issues.push({ ...issue, input: value } as RawIssue);
      return z.NEVER;
    })
    .meta({ ...choice });
}

/** Why it cannot be said which shape was meant, at the first key that is to blame. */
function unclear(value: Keyed, what: string, known: readonly string[], shapes: readonly Shape[]): readonly RawIssue[] {
  const keys = [...new Set(shapes.flatMap((shape) => Object.keys(shape.shape)))];
  const forms = `${capital(what)} is written with ${list(
    shapes.map((shape) => requiredKeys(shape).join(' + ')),
    'or',
  )}.`;
  const blame = (path: readonly string[], message: string, hint: string): RawIssue[] => [
    { code: 'custom', path: [...path], message, params: { hint }, input: value },
  ];
  const strange = Object.keys(value).filter((key) => !known.includes(key));
  if (strange.length > 0) {
    return strange.flatMap((key) => blame([key], `There is no key "${key}" here.`, didYouMean(key, keys) ?? forms));
  }
  const [first] = known;
  if (first === undefined) return blame([], `${capital(what)} cannot be empty.`, forms);
  const beside = keysBeside(first, shapes);
  const other = known.slice(1).find((key) => !beside.includes(key)) ?? known.at(-1) ?? first;
  if (shapes.some((shape) => known.every((key) => has(shape, key)))) {
    const wanted = [...new Set(shapes.flatMap(requiredKeys))].filter((key) => !Object.hasOwn(value, key));
    return blame([], `Something is missing beside ${known.map(quoted).join(' and ')}: ${list(wanted, 'or')}.`, forms);
  }
  const rest = known.filter((key) => key !== other).map(quoted);
  return blame([other], `${quoted(other)} does not go with ${rest.join(' and ')}.`, forms);
}

function keysBeside(key: string, shapes: readonly Shape[]): readonly string[] {
  return shapes.filter((shape) => has(shape, key)).flatMap((shape) => Object.keys(shape.shape));
}

function has(shape: Shape, key: string): boolean {
  return Object.hasOwn(shape.shape, key);
}

function requiredKeys(shape: Shape): readonly string[] {
  return Object.entries<z.core.$ZodType>(shape.shape)
    .filter(([, schema]) => schema._zod.optin !== 'optional')
    .map(([key]) => key);
}

function quoted(key: string): string {
  return `"${key}"`;
}
