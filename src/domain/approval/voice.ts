import type { AccountId } from '../change/identity';
import type { Instant } from '../instant';
import type { Vote } from './vote';

/**
 * In whose name a vote speaks: the voter's own, and that of everybody who handed a role over to the voter. A vote is one
 * voice for each of them.
 */
export type Voice = SpeakerOf & VoiceWeight;

interface SpeakerOf {
  readonly vote: Vote;
  /** The place of the vote among all votes on the sheet, from 0: orders go by it. */
  readonly place: number;
  /** Whose voice it is: the voter, or whoever handed the roles over. */
  readonly holder: AccountId;
  readonly roles: readonly string[];
}

/** `void`: part of the plan was edited after it; `expired`: it counted for a time that was over at `until`. */
type VoiceWeight = { readonly weight: 'stands' | 'void' } | { readonly weight: 'expired'; readonly until: Instant };
