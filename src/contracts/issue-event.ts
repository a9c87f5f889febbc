import { z } from 'zod';
import { changelogItem, isStatusMove } from './changelog-item';

/**
 * What the trigger needs of `avi:jira:updated:issue`. Whoever works on it reads the issue again, so an event is only
 * passed over when it says for sure that no status moved.
 * @see https://developer.atlassian.com/platform/forge/events-reference/jira/#issue-updated
 */
export const issueEvent = z
  .object({
    eventType: z.string(),
    issue: z.object({ id: z.coerce.string().min(1) }),
    changelog: z.object({ items: z.array(changelogItem) }).optional(),
  })
  .transform(({ issue, changelog }) => ({
    issueId: issue.id,
    /** True also where the event does not say what changed. */
    mayHaveMoved: changelog === undefined || changelog.items.some(isStatusMove),
  }));

export type IssueEvent = z.infer<typeof issueEvent>;
