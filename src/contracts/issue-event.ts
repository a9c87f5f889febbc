import { z } from 'zod';
import { changelogItem, isMoveElsewhere, isStatusMove } from './changelog-item';

/**
 * What the trigger needs of `avi:jira:updated:issue` and `avi:jira:deleted:issue`. Whoever works on it reads the issue again, so an event is only
 * passed over when it says for sure that neither its status nor its project nor its type changed.
 * @see https://developer.atlassian.com/platform/forge/events-reference/jira/#issue-updated
 */
export const issueEvent = z
  .object({
    eventType: z.string(),
    issue: z.object({ id: z.coerce.string().min(1) }),
    changelog: z.object({ items: z.array(changelogItem) }).optional(),
  })
  .transform(({ eventType, issue, changelog }) => ({
    issueId: issue.id,
    /** True also where the event does not say what changed. */
    mayHaveMoved:
      changelog === undefined || changelog.items.some((item) => isStatusMove(item) || isMoveElsewhere(item)),
    isDeleted: eventType === 'avi:jira:deleted:issue',
  }));
