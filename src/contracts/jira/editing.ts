import { z } from 'zod';

const schema = z.object({ type: z.string(), items: z.string().optional(), custom: z.string().optional() });

const fieldMeta = z.object({ name: z.string(), schema, required: z.boolean().optional() });

export type FieldMeta = z.infer<typeof fieldMeta>;

/**
 * The fields that a person may edit on an issue, by id.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-editmeta-get
 */
export const editMeta = z.object({ fields: z.record(z.string(), fieldMeta) });

/**
 * The transitions that a person may take.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-transitions-get
 */
export const offeredTransitions = z.object({
  transitions: z.array(
    z.object({
      id: z.string().min(1),
      to: z.object({ id: z.string(), name: z.string() }),
    }),
  ),
});

/** What Jira says of a request that it refuses. */
export const jiraRefusal = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
