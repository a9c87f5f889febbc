import { z } from 'zod';

/**
 * One page of a list of Jira's administration.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#pagination
 */
export function pageOf<T extends z.ZodType>(value: T) {
  return z.object({ values: z.array(value), isLast: z.boolean().optional(), total: z.number().optional() });
}

/** Ids are numbers in some answers and texts in others. */
export const anyId = z.union([z.string().min(1), z.number().int()]).transform(String);

/** Something with a name; a description that is left out is empty. */
export const namedThing = z.object({
  id: anyId,
  name: z.string(),
  description: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
});
