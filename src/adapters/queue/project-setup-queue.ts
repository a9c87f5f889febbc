import type { SetupQueue } from '../../ports/setup-queue';
import { pushOneAtATime } from './push-one-at-a-time';

/** As in manifest.yml. */
const QUEUE = 'project-setup';

/** The queue of the provisioner. One message at a time: Jira locks its configuration while it changes. */
export class ProjectSetupQueue implements SetupQueue {
  push(projectId: string, afterSeconds?: number): Promise<void> {
    return pushOneAtATime(QUEUE, { do: 'set-up', projectId }, afterSeconds);
  }

  pushRefresh(projectId: string): Promise<void> {
    return pushOneAtATime(QUEUE, { do: 'refresh-guards', projectId });
  }
}
