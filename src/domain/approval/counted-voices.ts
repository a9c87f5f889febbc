import { earliestStart } from '../calendar/business-time';
import type { Instant } from '../instant';
import type { ApprovalRule } from '../policy/policy-rule';
import type { Voice } from './voice';

/**
 * The voices that a rule looks at, at an instant: without those of accounts that are not known to be human, where it asks
 * for human beings, and with those as expired that are too old for it. A void voice stays void.
 */
export function countedVoices(
  { humansOnly, expiresAfterHours }: Pick<ApprovalRule, 'humansOnly' | 'expiresAfterHours'>,
  voices: readonly Voice[],
  instant: Instant,
): readonly Voice[] {
  const asked = humansOnly === true ? voices.filter(({ vote }) => vote.account === 'human') : voices;
  if (expiresAfterHours === undefined) return asked;
  return asked.map((voice) => {
    const until = earliestStart(voice.vote.at, { hours: expiresAfterHours });
    return voice.weight === 'stands' && instant >= until ? { ...voice, weight: 'expired', until } : voice;
  });
}
