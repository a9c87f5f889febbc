import { z } from 'zod';

/** Values of fields as Get issue shows them. @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/ */
export const adfNode = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() })).optional(),
  content: z.array(z.unknown()).optional(),
});

export type AdfNode = z.infer<typeof adfNode>;

export const adfDocument = adfNode.extend({ type: z.literal('doc') });

/** A chosen option; of a cascading field with what was chosen below it. */
export const option = z.object({
  value: z.string(),
  child: z.object({ value: z.string() }).nullish(),
});

/** Something with a name, such as a priority. */
export const nameOnly = z.object({ name: z.string() });
