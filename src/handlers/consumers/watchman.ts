import { compose } from '../../composition';
import { noticeText } from '../../contracts/aftermath-text';
import { sweepEvent } from '../../contracts/sweep-message';
import { Failure } from '../../domain/failure';
import type { Ports } from '../../ports/ports';
import type { SweepMessage } from '../../ports/sweep-queue';
import { lookForDeleted } from '../../usecases/aftermath/missing-changes';
import { giveUpSweep, sweepOn } from '../../usecases/aftermath/sweep';
import { tellPeople } from '../../usecases/aftermath/tell-people';
import { logDefect, newReference } from '../invocation';

const SECONDS_BETWEEN_TRIES: readonly number[] = [15, 60, 300, 900];

/**
 * Consumer of the queue `aftermath`: looks at what happened, and tells people of it. Each message may come more than once;
 * what fails is asked for again. A sweep that keeps failing is given up with the reason; the next one begins anew.
 */
export async function watchman(event: unknown): Promise<unknown> {
  const { message, retries } = sweepEvent.parse(event);
  const ports = compose();
  try {
    await work(ports, message);
    return undefined;
  } catch (error) {
    const reference = newReference();
    if (!(error instanceof Failure)) logDefect(error, reference);
    const wait = SECONDS_BETWEEN_TRIES[retries];
    if (wait !== undefined) return ports.retry.later(wait);
    if (message.do === 'sweep') await giveUpSweep(ports, wordsOf(error, reference));
    return undefined;
  }
}

async function work(ports: Ports, message: SweepMessage): Promise<void> {
  switch (message.do) {
    case 'sweep': {
      const isMore = await sweepOn(ports);
      await ports.sweepQueue.push({ do: isMore ? 'sweep' : 'tell' });
      return;
    }
    case 'look-for':
      await lookForDeleted(ports, message.changeId);
      return;
    case 'tell':
      if (await tellPeople(ports, noticeText)) await ports.sweepQueue.push({ do: 'tell' });
  }
}

function wordsOf(error: unknown, reference: string): string {
  return error instanceof Failure ? error.message : `An unexpected error came up in the app (ref ${reference}).`;
}
