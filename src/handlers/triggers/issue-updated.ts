import { compose } from '../../composition';
import { issueEvent } from '../../contracts/issue-event';
import { Failure } from '../../domain/failure';

/**
 * `avi:jira:updated:issue`: an issue that may have changed its status goes to the queue, to be looked at again there.
 * Where the queue does not take it, the platform is asked to deliver the event again.
 */
export async function issueUpdated(event: unknown): Promise<unknown> {
  const { issueId, mayHaveMoved } = issueEvent.parse(event);
  if (!mayHaveMoved) return undefined;
  const { queue, retry } = compose();
  try {
    await queue.push({ do: 'record-change', changeId: issueId });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return retry.later(30);
    throw error;
  }
}
