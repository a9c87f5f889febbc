import { compose } from '../../composition';
import { stateEvent } from '../../contracts/state-message';
import { Failure } from '../../domain/failure';
import { showAllStates, showState } from '../../usecases/show-state';
import { logDefect, newReference } from '../invocation';

const SECONDS_BETWEEN_TRIES: readonly number[] = [15, 60, 300, 900];

/**
 * Consumer of the queue `change-state`. What fails is tried again a few times, and then left to the next event or the
 * next hour: these fields only tell, and nobody is held up by them.
 */
export async function stateWriter(event: unknown): Promise<unknown> {
  const { message, retries } = stateEvent.parse(event);
  const ports = compose();
  try {
    if (message.do === 'show-state') await showState(ports, message.changeId);
    else await showAllStates(ports, message.cursor);
    return undefined;
  } catch (error) {
    // An issue that was deleted says nothing any more; a field that is not there cannot.
    if (error instanceof Failure && (error.code === 'not-found' || error.code === 'not-set-up')) return undefined;
    if (!(error instanceof Failure)) logDefect(error, newReference());
    const wait = SECONDS_BETWEEN_TRIES[retries];
    return wait === undefined ? undefined : ports.retry.later(wait);
  }
}
