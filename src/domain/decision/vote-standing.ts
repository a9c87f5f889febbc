import { barOf } from '../approval/barred-voters';
import { countedVoices } from '../approval/counted-voices';
import { isDelegated } from '../approval/delegation';
import { scalesOf } from '../approval/scales';
import type { DelegatedRole, Vote } from '../approval/vote';
import type { VoteCount } from '../approval/weigh-votes';
import type { ChangeFacts } from '../change/change-facts';
import type { PlanPart } from '../change/identity';
import type { Instant } from '../instant';
import type { Duty } from '../policy/duty';
import { holds } from '../policy/holds';
import type { Policy } from '../policy/policy';
import type { ApprovalRule } from '../policy/policy-rule';
import { weighAllVotes } from '../policy/rules/approval';
import { grantingRoles, rolesHeardBy } from './asked-roles';

/** What a vote is worth now, as people are told: whether it counts, and if not, why not. */
export type VoteWorth =
  | { readonly weight: 'stands' | 'superseded' | 'withdrawn' }
  | { readonly weight: 'void'; readonly edited: readonly PlanPart[] }
  /** The voter has a duty that the policy separates from approving. */
  | { readonly weight: 'barred'; readonly duty: Duty }
  | { readonly weight: 'expired'; readonly until: Instant }
  /** Nobody asks for a vote in any of these roles at this point. */
  | { readonly weight: 'not-asked' }
  /** Every rule that asks for it counts people only. */
  | { readonly weight: 'not-human' };

/** A role that somebody handed to the voter, and whether the vote speaks for that person. */
export interface LentVoice {
  readonly role: string;
  readonly of: DelegatedRole['of'];
  readonly counts: boolean;
}

export interface VoteStanding {
  readonly vote: Vote;
  readonly worth: VoteWorth;
  readonly lent: readonly LentVoice[];
}

interface Standing {
  readonly policy: Policy;
  readonly facts: ChangeFacts;
  readonly instant: Instant;
}

/** Every vote on the change, oldest first, with what it is worth at an instant. None while the votes are not known. */
export function voteStandings(policy: Policy, facts: ChangeFacts, instant: Instant): readonly VoteStanding[] {
  if (facts.votes.state === 'unknown') return [];
  const standing = { policy, facts, instant };
  return weighAllVotes(policy, facts, facts.votes.value).map((count) => ({
    vote: count.vote,
    worth: worthOf(count, standing),
    lent: lentVoices(count.vote, standing),
  }));
}

function lentVoices(vote: Vote, { policy, facts }: Standing): readonly LentVoice[] {
  const scales = scalesOf({ policy, facts });
  return vote.delegated.map((lent) => ({
    role: lent.role,
    of: lent.of,
    counts: isDelegated(lent, vote.at, policy.delegation) && !scales.isBarred(lent.of, vote.gate),
  }));
}

function worthOf({ vote, weight, edited }: VoteCount, standing: Standing): VoteWorth {
  if (weight === 'void') return { weight, edited };
  if (weight === 'barred') return { weight, duty: dutyInTheWay(vote, standing) };
  return weight === 'stands' ? worthOfStanding(vote, standing) : { weight };
}

function dutyInTheWay(vote: Vote, { policy, facts }: Standing): Duty {
  const bar = barOf(vote.by, { policy, facts }, vote.gate);
  return bar?.duty ?? 'requester';
}

/** A vote that nothing was edited after still counts only for rules that ask for it. */
function worthOfStanding(vote: Vote, { policy, facts, instant }: Standing): VoteWorth {
  const rules = policy.rules.filter(
    (rule): rule is ApprovalRule =>
      rule.kind === 'approval' &&
      rule.point === vote.gate &&
      (rule.when === undefined || holds(rule.when, { policy, facts }) !== 'no'),
  );
  const roles = [...vote.roles, ...vote.delegated.map(({ role }) => role)];
  const grants = grantingRoles(policy, facts).some((role) => roles.includes(role));
  if (rules.length === 0 || grants) return { weight: 'stands' };
  const hearing = rules.filter((rule) => rolesHeardBy(rule).some((role) => roles.includes(role)));
  if (hearing.length === 0) return { weight: 'not-asked' };
  const counted = hearing.map((rule) => countedVoices(rule, [voiceOf(vote, roles)], instant)[0]);
  if (counted.some((voice) => voice?.weight === 'stands')) return { weight: 'stands' };
  const ends = counted.flatMap((voice) => (voice?.weight === 'expired' ? [voice.until] : [])).sort();
  const last = ends.at(-1);
  return last === undefined ? { weight: 'not-human' } : { weight: 'expired', until: last };
}

function voiceOf(vote: Vote, roles: readonly string[]) {
  return { vote, place: 0, holder: vote.by, roles, weight: 'stands' } as const;
}
