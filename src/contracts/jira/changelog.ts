import { z } from 'zod';
import { changelogItem } from '../changelog-item';
import { jiraInstant } from './jira-instant';

/**
 * One page of an issue's changelog, oldest first. A history may have no author, and a value may be null.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get
 */
export const changelogPage = z.object({
  isLast: z.boolean().optional(),
  total: z.number().optional(),
  values: z.array(
    z.object({
      id: z.string().min(1),
      created: jiraInstant,
      author: z.object({ accountId: z.string().min(1) }).nullish(),
      items: z.array(changelogItem),
    }),
  ),
});

export type ChangelogPage = z.infer<typeof changelogPage>;
