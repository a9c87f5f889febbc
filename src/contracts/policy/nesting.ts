import { z } from 'zod';
import { capital } from '../wording/lists';

const MOST_LEVELS = 12;

/**
 * A schema that has itself as a part, but not without end: a document nested deeper than twelve levels is refused before
 * it can fill the stack.
 * @param what What is nested: `condition`. Whoever describes the document finds it in the metadata, as `nested`.
 * @param level The schema of one level, made of the one below it.
 */
export function nested<T>(what: string, level: (inner: z.ZodType<T>) => z.ZodType<T>): z.ZodType<T> {
  let schema: z.ZodType<T> = z.unknown().transform((value, context) => {
    const message = `${capital(what)}s can be nested ${String(MOST_LEVELS)} levels deep, and no deeper.`;
    const hint = 'Split it: give a part of it a name of its own, or write it flatter.';
    context.issues.push({ code: 'custom', message, params: { hint }, input: value });
    return z.NEVER;
  });
  for (let depth = 0; depth < MOST_LEVELS; depth += 1) schema = level(schema).meta({ nested: what });
  return schema;
}
