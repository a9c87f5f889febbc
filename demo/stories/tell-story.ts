import type { Site } from '../../sandbox';
import { PRESETS } from '../../src/policies/presets';
import { devSecOpsStory } from './devsecops';
import { genericStory } from './generic';
import { mestaStory } from './mesta';
import { noimStory } from './noim';
import { pol005Story } from './pol005';
import { Teller, type StoryStep } from './teller';

/** The story of each policy: plays it, and answers the key of its main change. */
const STORIES: Readonly<Record<string, (teller: Teller) => Promise<string>>> = {
  GEN: genericStory,
  MESTA: mestaStory,
  DSO: devSecOpsStory,
  NOIM: noimStory,
  POL005: pol005Story,
};

/** The policies that have a story, by id. */
export const TOLD_POLICIES: readonly string[] = Object.keys(STORIES);

/**
 * Tells the story of a policy on a site on which it is in force.
 * @returns the key of its main change, which is closed and on record by then
 * @throws when there is no such story, or when a step turns out otherwise than the story says
 */
export async function tellStory(site: Site, policyId: string, tell: (step: StoryStep) => void): Promise<string> {
  const story = STORIES[policyId];
  const policy = PRESETS.find(({ id }) => id === policyId);
  if (story === undefined || policy === undefined) throw new Error(`There is no story of the policy ${policyId}.`);
  return story(new Teller(site, policy.clauses, tell));
}
