import { compose } from '../../composition';
import { touchedIssue } from '../../contracts/touched-issue';
import { Failure } from '../../domain/failure';

/**
 * `avi:jira:created:issue` and `avi:jira:updated:issue`: something may have happened to a change, so what its fields say
 * is looked at again. What the app writes into them makes no event; any other edit of the app's does, for a person may
 * have asked for it.
 */
export async function changeTouched(event: unknown): Promise<unknown> {
  const { stateQueue, retry } = compose();
  try {
    await stateQueue.push({ do: 'show-state', changeId: touchedIssue.parse(event).issue.id });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return retry.later(60);
    throw error;
  }
}
