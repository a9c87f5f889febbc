import { z } from 'zod';

/**
 * Things of Jira by id and name, as lists of issue types and of statuses give them.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-get
 */
export const namedThings = z.array(z.object({ id: z.string(), name: z.string() }));
