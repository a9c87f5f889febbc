import { z } from 'zod';

const linked = z.object({
  key: z.string().min(1),
  fields: z.object({ issuetype: z.object({ name: z.string() }).optional() }).optional(),
});

/**
 * The links of an issue to others, as Get issue shows them: each has the issue at its other end.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
 */
export const issueLinks = z.array(z.object({ inwardIssue: linked.optional(), outwardIssue: linked.optional() }));
