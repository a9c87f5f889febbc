import { z } from 'zod';
import { jiraInstant } from './jira-instant';

const byId = z.record(z.string(), z.unknown());

/**
 * An issue with all its fields and the names that people see for them.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
export const namedIssue = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  fields: byId,
  names: z.record(z.string(), z.string()),
});

export type NamedIssue = z.infer<typeof namedIssue>;

export const issueCreated = z.object({ fields: z.object({ created: jiraInstant }) });

/** What an issue type or a status is known by. */
export const named = z.object({ id: z.string(), name: z.string() });

export type Named = z.infer<typeof named>;

/** The one thing that is read of a person. */
export const person = z.object({ accountId: z.string().min(1) });

/** All that is asked of an issue to see whether somebody may see it. */
export const visibleIssue = z.object({ id: z.string().min(1), key: z.string().min(1) });
