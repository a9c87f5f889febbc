import type { Difference, GovernedPanel, VoteItem } from '../../contracts/api/panel-api';
import { fieldTitle } from '../../contracts/field-titles';
import { roleTitle } from '../../contracts/reason-text';
import { voteWorthText } from '../../contracts/vote-worth-text';
import type { PartDifference } from '../../domain/change/change-story';
import { kindOfField } from '../../domain/change/change-field';
import type { AccountId } from '../../domain/change/identity';
import type { Policy } from '../../domain/policy/policy';
import type { ChangeStanding, ViewedVote } from '../../usecases/view-change';
import { shownKind } from './panel-plan';

/** A vote in words: in which roles and for whom it speaks, what it is worth, and what was edited since. */
export function voteItem({ vote, worth, lent, differences }: ViewedVote, policy: Policy): VoteItem {
  return {
    by: vote.by,
    at: vote.at,
    decision: vote.decision,
    gate: vote.gate,
    roles: vote.roles.map((role) => roleTitle(policy, role)),
    lent: lent.map(({ role, of, counts }) => ({ roleTitle: roleTitle(policy, role), of, counts })),
    grants: [...(vote.grants ?? [])],
    comment: vote.comment,
    weight: worth.weight,
    why: voteWorthText(worth, policy),
    differences: differences.map((one) => differenceView(one, policy)),
  };
}

/** Everybody whom a vote names. */
export function peopleInVote({ by, lent, differences }: VoteItem): readonly AccountId[] {
  const edited = differences.flatMap(({ by: editor, kind, before, after }) =>
    [editor, ...(kind === 'person' ? [before, after] : [])].filter((id) => id !== null),
  );
  return [by, ...lent.map(({ of }) => of), ...edited];
}

/** The vote of the viewer at the point in question, as far as it still says something. */
export function standingOf(view: ChangeStanding): GovernedPanel['me']['standing'] {
  const mine = view.votes.filter(({ vote }) => vote.by === view.viewer && vote.gate === view.point).at(-1);
  if (mine === undefined || mine.vote.decision === 'withdraw') return null;
  const { weight } = mine.worth;
  if (weight === 'void') return 'void';
  return weight === 'stands' ? mine.vote.decision : null;
}

function differenceView({ part, before, after, by, at }: PartDifference, policy: Policy): Difference {
  if (part === 'requesters') return { label: 'Reporter', before, after, kind: 'person', by, at };
  const kind = shownKind(kindOfField(part, policy.fields));
  return { label: fieldTitle(policy, part), before, after, kind, by, at };
}
