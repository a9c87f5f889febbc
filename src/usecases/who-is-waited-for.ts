import { firstEditSince, stageSince, type ChangeStory } from '../domain/change/change-story';
import type { ChangeFacts } from '../domain/change/change-facts';
import { projectOf, type AccountId } from '../domain/change/identity';
import type { VoteStanding } from '../domain/decision/vote-standing';
import type { Instant } from '../domain/instant';
import type { CheckedItem } from '../domain/policy/checklist';
import { holdersIn, type Settings } from '../domain/settings';
import type { Ports } from '../ports/ports';
import { isMapped, someHoldersOf } from './role-membership';

/** A role that is waited for at the gate ahead, and who could speak for it. */
export interface WaitedFor {
  readonly role: string;
  readonly people: readonly AccountId[];
  /** Whether anything is mapped to the role at all. */
  readonly mapped: boolean;
  /**
   * Since when: since the change reached its stage, or since an approval in this role was voided or ran out. Null where
   * that is not known.
   */
  readonly since: Instant | null;
}

interface Waiting {
  readonly checklist: readonly CheckedItem[];
  readonly settings: Settings;
  readonly facts: ChangeFacts;
  readonly votes: readonly VoteStanding[];
  readonly story: ChangeStory;
}

/** Role by role, who is waited for, and since when. @throws Failure as `People` does. */
export async function whoIsWaitedFor(
  ports: Pick<Ports, 'people'>,
  { checklist, settings, facts, votes, story }: Waiting,
): Promise<readonly WaitedFor[]> {
  const missing = checklist.flatMap(({ state, remedy }) =>
    state === 'unmet' && (remedy?.do === 'approve' || remedy?.do === 'approve-by-more') ? [remedy.role] : [],
  );
  const reached = facts.stage.state === 'known' ? stageSince(story, facts.stage.value) : undefined;
  return Promise.all(
    [...new Set(missing)].map(async (role) => {
      const holders = holdersIn(settings, role);
      const lost = votes.flatMap((vote) => (speaksAs(vote, role) ? (lostAt(vote, story) ?? []) : []));
      return {
        role,
        people: await someHoldersOf(ports, holders, projectOf(facts.change)),
        mapped: isMapped(holders),
        since: [...lost, ...(reached === undefined ? [] : [reached])].sort().at(-1) ?? null,
      };
    }),
  );
}

function speaksAs({ vote }: VoteStanding, role: string): boolean {
  return (
    vote.decision === 'approve' && (vote.roles.includes(role) || vote.delegated.some((lent) => lent.role === role))
  );
}

/** When an approval that once counted no longer did. */
function lostAt({ vote, worth }: VoteStanding, story: ChangeStory): Instant | undefined {
  if (worth.weight === 'expired') return worth.until;
  return worth.weight === 'void' ? firstEditSince(story, worth.edited, vote.at) : undefined;
}
