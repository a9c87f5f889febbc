import { compose } from '../../composition';
import { issueEvent } from '../../contracts/issue-event';
import { Failure } from '../../domain/failure';

/**
 * `avi:jira:updated:issue` and `avi:jira:deleted:issue`: an issue that may have changed its status, its project or its type
 * goes to the queue, to be looked at again there; one that was deleted, to be looked for. Where the queue does not take it, the platform is asked to deliver the event again.
 */
export async function issueUpdated(event: unknown): Promise<unknown> {
  const { issueId: changeId, mayHaveMoved, isDeleted } = issueEvent.parse(event);
  if (!mayHaveMoved) return undefined;
  const { queue, sweepQueue, retry } = compose();
  try {
    if (isDeleted) await sweepQueue.push({ do: 'look-for', changeId });
    else await queue.push({ do: 'record-change', changeId });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return retry.later(30);
    throw error;
  }
}
