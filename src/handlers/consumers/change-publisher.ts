import { compose } from '../../composition';
import { queueEvent } from '../../contracts/queue-message';
import { Failure } from '../../domain/failure';
import { settleChange } from '../../usecases/aftermath/settle-change';
import { publishPage } from '../../usecases/publish-page';
import { recordChange } from '../../usecases/record-change';
import { logDefect, newReference } from '../invocation';

const SECONDS_BETWEEN_TRIES: readonly number[] = [15, 60, 300, 900];

/**
 * Consumer of the queue `change-log`. Each message may come more than once; what fails is asked for again, because the
 * platform does not retry a consumer that merely throws.
 */
export async function changePublisher(event: unknown): Promise<unknown> {
  const { message, retries } = queueEvent.parse(event);
  const ports = compose();
  try {
    switch (message.do) {
      case 'record-change':
        await settleChange(ports, message.changeId, 'event');
        await recordChange(ports, message.changeId);
        return undefined;
      case 'publish-page':
        await publishPage(ports, message.month, message.part);
        return undefined;
    }
  } catch (error) {
    // An issue that was deleted before it could be looked at has no truth left to read.
    if (error instanceof Failure && error.code === 'not-found') return undefined;
    if (!(error instanceof Failure)) logDefect(error, newReference());
    return ports.retry.later(SECONDS_BETWEEN_TRIES[retries] ?? 900);
  }
}
