/** Custom fields as they are remembered: a field applies to an issue, and has its options, through a context. */
import { z } from 'zod';

const optionSchema = z.object({ id: z.string(), value: z.string(), disabled: z.boolean().default(false) });

/** Without projects it is for all of them, without issue types for all of those. */
const contextSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  projectIds: z.array(z.string()),
  issueTypeIds: z.array(z.string()),
  options: z.array(optionSchema),
  /** In the form in which values of the field are kept. */
  defaultValue: z.json(),
});

/** What the manifest of an app says of its field, as of the last deployment. */
const appFieldSchema = z.object({
  key: z.string(),
  dataType: z.enum(['string', 'user', 'people', 'object']),
  readOnly: z.boolean(),
  formatter: z.string().nullable(),
  schema: z.record(z.string(), z.json()).nullable(),
  /** False while no installed app declares the field: it is hidden then, and keeps its values. */
  installed: z.boolean(),
});

export const customFieldSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.string(),
  searcherKey: z.string().nullable().default(null),
  contexts: z.array(contextSchema),
  app: appFieldSchema.optional(),
});

export type CustomField = z.infer<typeof customFieldSchema>;
export type AppFieldState = z.infer<typeof appFieldSchema>;
export type CustomFieldContext = z.infer<typeof contextSchema>;
export type CustomFieldOption = z.infer<typeof optionSchema>;
