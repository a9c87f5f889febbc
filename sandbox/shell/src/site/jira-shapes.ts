import { z } from 'zod';

/** The parts of Jira's answers that the page shows. Values of fields stay unknown until a view reads them. */
export const userSchema = z.object({ accountId: z.string(), displayName: z.string() });

const named = z.object({ id: z.string(), name: z.string() });

export const statusSchema = z.object({
  id: z.string().optional(),
  name: z.string(),
  statusCategory: z.object({ key: z.string() }).optional(),
});
export type JiraStatus = z.infer<typeof statusSchema>;

export const projectSchema = z.object({ id: z.string(), key: z.string(), name: z.string() });
export type JiraProject = z.infer<typeof projectSchema>;

export const issueRowSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    status: statusSchema,
    issuetype: named,
    reporter: userSchema.nullish(),
    updated: z.string().nullish(),
  }),
});
export type IssueRow = z.infer<typeof issueRowSchema>;

export const fieldSchemaSchema = z.object({
  type: z.string(),
  items: z.string().optional(),
  system: z.string().optional(),
  custom: z.string().optional(),
});
export type FieldSchema = z.infer<typeof fieldSchemaSchema>;

const fieldMeta = z.object({
  required: z.boolean().default(false),
  name: z.string(),
  key: z.string().optional(),
  fieldId: z.string().optional(),
  schema: fieldSchemaSchema,
  operations: z.array(z.string()).default(['set']),
  allowedValues: z.array(z.unknown()).optional(),
});

/** One field of a screen. */
export interface ScreenField extends z.infer<typeof fieldMeta> {
  readonly id: string;
}

/** editmeta and the fields of a transition come as an object, createmeta as a list; the order is that of the screen. */
export const screenSchema = z
  .union([
    z
      .array(fieldMeta)
      .transform((fields) => fields.map((field) => ({ ...field, id: field.fieldId ?? field.key ?? '' }))),
    z
      .record(z.string(), fieldMeta)
      .transform((fields) => Object.entries(fields).map(([id, field]) => ({ ...field, id }))),
  ])
  .transform((fields): readonly ScreenField[] => fields);

export const transitionSchema = z.object({
  id: z.string(),
  name: z.string(),
  hasScreen: z.boolean().default(false),
  to: statusSchema,
  fields: screenSchema.optional(),
});
export type JiraTransition = z.infer<typeof transitionSchema>;

export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  names: z.record(z.string(), z.string()).default({}),
  schema: z.record(z.string(), fieldSchemaSchema).default({}),
  fields: z.looseObject({
    summary: z.string().nullish(),
    status: statusSchema,
    issuetype: named,
    project: projectSchema,
    reporter: userSchema.nullish(),
    created: z.string().nullish(),
    updated: z.string().nullish(),
  }),
});
export type JiraIssue = z.infer<typeof issueSchema>;

export const commentSchema = z.object({
  id: z.string(),
  author: userSchema.nullish(),
  body: z.unknown(),
  created: z.string(),
});
export type JiraComment = z.infer<typeof commentSchema>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const historySchema = z.object({
  id: z.string(),
  author: userSchema.nullish(),
  created: z.string(),
  items: z.array(
    z
      // Jira calls one of these fields `toString`: an item without it has the one of every object, which is no text.
      .object({ field: z.string(), fromString: z.unknown(), toString: z.unknown() })
      .transform(({ field, fromString, toString }) => ({ field, before: textOf(fromString), after: textOf(toString) })),
  ),
});
export type JiraHistory = z.infer<typeof historySchema>;

export const issueTypeSchema = z.object({ id: z.string(), name: z.string(), description: z.string().default('') });
export type JiraIssueType = z.infer<typeof issueTypeSchema>;
