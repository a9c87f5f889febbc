import { earliestStart, isNoticeGiven } from '../calendar/business-time';
import type { Instant } from '../instant';
import type { ApprovalRule } from '../policy/policy-rule';
import type { Voice } from './voice';

/**
 * The voices that a rule looks at, at an instant: without those of accounts that are not known to be human, where it asks
 * for human beings, and with those approvals as expired that are too old for it. A void voice stays void, and a decline
 * lasts until it is taken back: time alone does not make a plan acceptable.
 */
export function countedVoices(
  { humansOnly, expiresAfterHours }: Pick<ApprovalRule, 'humansOnly' | 'expiresAfterHours'>,
  voices: readonly Voice[],
  instant: Instant,
): readonly Voice[] {
  const asked = humansOnly === true ? voices.filter(({ vote }) => vote.account === 'human') : voices;
  if (expiresAfterHours === undefined) return asked;
  const life = { hours: expiresAfterHours };
  return asked.map((voice) => {
    if (voice.weight !== 'stands' || voice.vote.decision !== 'approve') return voice;
    if (!isNoticeGiven(voice.vote.at, instant, life)) return voice;
    return { ...voice, weight: 'expired', until: earliestStart(voice.vote.at, life) };
  });
}
