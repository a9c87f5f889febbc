import { compose } from '../../composition';
import { setupEvent } from '../../contracts/setup-message';
import { Failure, type FailureCode } from '../../domain/failure';
import { continueSetup } from '../../usecases/provision/continue-setup';
import { failSetup } from '../../usecases/provision/go-on-with-setup';
import { refreshGuards } from '../../usecases/provision/refresh-guards';
import { logDefect, newReference } from '../invocation';

const SECONDS_BETWEEN_TRIES: readonly number[] = [5, 15, 60, 300];

/** Right after an installation Jira refuses the app for a while; a lock of the configuration is over soon. */
const PASSING: readonly FailureCode[] = ['unreachable', 'conflict', 'not-allowed'];

/**
 * Consumer of the queue `project-setup`: does the next steps of putting a project under change control, and brings the
 * guards of one that is up to date. What may pass is
 * tried again; what will not is told to the administrator, who can go on once it is mended.
 */
export async function provisioner(event: unknown): Promise<unknown> {
  const { do: work, projectId, retries } = setupEvent.parse(event);
  const ports = compose();
  try {
    await (work === 'set-up' ? continueSetup(ports, projectId) : refreshGuards(ports, projectId));
    return undefined;
  } catch (error) {
    const reference = newReference();
    if (!(error instanceof Failure)) logDefect(error, reference);
    const wait = SECONDS_BETWEEN_TRIES[retries];
    const mayPass = !(error instanceof Failure) || PASSING.includes(error.code);
    if (mayPass && wait !== undefined) return ports.retry.later(wait);
    // Guards that stay old keep shut what depends on them, and the gate says so.
    if (work === 'set-up') await failSetup(ports, projectId, wordsOf(error, reference));
    return undefined;
  }
}

function wordsOf(error: unknown, reference: string): string {
  return error instanceof Failure ? error.message : `An unexpected error came up in the app (ref ${reference}).`;
}
