import { z } from 'zod';
import type { Site } from '../../sandbox';

const ENOUGH_KILLS = 100;
const line = z.looseObject({ waiting: z.array(z.looseObject({ functionKey: z.string() })) });

/**
 * Delivers everything but the messages to one function, and leaves the first of those in line as the only one: what that
 * message does not bring about, no other will.
 */
export async function leaveInLine(site: Site, functionKey: string): Promise<void> {
  for (let kill = 1; kill <= ENOUGH_KILLS; kill += 1) site.faults.killAfterCalls(1, { function: functionKey });
  await site.deliver();
  site.faults.clear();
  const part = site.forge.parts.find(({ name }) => name === 'queues');
  const state = line.parse(part?.snapshot());
  const [first] = state.waiting;
  if (first?.functionKey !== functionKey) throw new Error(`No message to ${functionKey} is the first in line.`);
  part?.restore({ ...state, waiting: [first] });
}
