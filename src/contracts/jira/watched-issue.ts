import { z } from 'zod';
import { named, person } from './issue';
import { jiraInstant } from './jira-instant';

/** Where an issue stands and what it is. */
export const watchedIssue = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  fields: z.object({
    created: jiraInstant,
    creator: person.nullish(),
    issuetype: named,
    project: z.object({ id: z.string().min(1) }),
    status: named,
  }),
});

export type WatchedIssue = z.infer<typeof watchedIssue>;

/** Of many issues: those that are there and may be seen. The others are told of as errors, which say no more than that. */
export const standingIssues = z.object({
  issues: z.array(z.object({ id: z.string().min(1), key: z.string().min(1), fields: z.object({ issuetype: named }) })),
});

/** A page of a search for ids alone. */
export const idPage = z.object({
  issues: z.array(z.object({ id: z.string().min(1) })),
  nextPageToken: z.string().nullish(),
});

/** Of the comments on an issue, who wrote them and their texts in Atlassian's document format. */
export const commentPage = z.object({ comments: z.array(z.object({ author: person.nullish(), body: z.unknown() })) });

/** A comment that was written: nothing of the answer is needed. */
export const writtenComment = z.looseObject({ id: z.string() });
