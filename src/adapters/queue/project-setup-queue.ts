import { Queue } from '@forge/events';
import { Failure } from '../../domain/failure';
import type { SetupQueue } from '../../ports/setup-queue';

/** As in manifest.yml. */
const QUEUE = 'project-setup';

/**
 * The queue of the provisioner. One message at a time for each site: Jira locks its configuration while it changes.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export class ProjectSetupQueue implements SetupQueue {
  async push(projectId: string, afterSeconds = 0): Promise<void> {
    await send({ do: 'set-up', projectId }, afterSeconds);
  }

  async pushRefresh(projectId: string): Promise<void> {
    await send({ do: 'refresh-guards', projectId });
  }
}

async function send(body: { readonly do: string; readonly projectId: string }, afterSeconds = 0): Promise<void> {
  try {
    await new Queue({ key: QUEUE }).push({
      body: { ...body },
      concurrency: { key: QUEUE, limit: 1 },
      ...(afterSeconds > 0 && { delayInSeconds: afterSeconds }),
    });
  } catch (error) {
    throw new Failure('unreachable', 'The work could not be queued. Try again.', { cause: error });
  }
}
