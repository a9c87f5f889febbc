import { z } from 'zod';
import { namedIssue } from './issue';

/**
 * One page of a search.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-get
 */
export const searchPage = z.object({
  issues: z.array(z.object({ id: z.string().min(1), key: z.string().min(1) })),
  nextPageToken: z.string().nullish(),
});

export type SearchPage = z.infer<typeof searchPage>;

/** A page whose issues have all their fields, with the names that people see for them. */
export const searchPageWithFields = z.object({
  issues: z.array(namedIssue.omit({ names: true })),
  names: namedIssue.shape.names.optional(),
});
