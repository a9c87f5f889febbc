import type { Instant } from '../instant';
import type { ChangeHistory } from './change-history';
import type { AccountId, PlanPart } from './identity';
import type { Stage } from './lifecycle';

/** One edit of one part of the plan, as Jira's changelog has it: in Jira's own notation, null where it was empty. */
export interface FieldEdit {
  readonly part: PlanPart;
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What happened to a change in Jira: its moves, and the edits of the parts that were asked for, oldest first. */
export interface ChangeStory extends ChangeHistory {
  readonly edits: readonly FieldEdit[];
}

/** What became of a part of the plan since a vote. */
export interface PartDifference {
  readonly part: PlanPart;
  /** What the part said when the vote was cast, and what it says since the last edit. */
  readonly before: string | null;
  readonly after: string | null;
  /** The last edit. */
  readonly by: AccountId | null;
  readonly at: Instant;
}

/**
 * What the parts said at an instant beside what they say now. Both are taken from the changelog, so that they stand in
 * the same notation: a vote keeps digests and no text, for a plan may be long, and what is voted on may have to be
 * deleted one day while the ledger stays. A part of which the changelog tells no edit is left out.
 */
export function differencesSince(
  { edits }: Pick<ChangeStory, 'edits'>,
  parts: readonly PlanPart[],
  since: Instant,
): readonly PartDifference[] {
  return parts.flatMap((part) => {
    const later = edits.filter((edit) => edit.part === part && edit.at >= since);
    const [first, last] = [later[0], later.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ part, before: first.from, after: last.to, by: last.by, at: last.at }];
  });
}

/** When the first of these parts was edited after an instant; undefined where the changelog tells no such edit. */
export function firstEditSince(
  { edits }: Pick<ChangeStory, 'edits'>,
  parts: readonly PlanPart[],
  since: Instant,
): Instant | undefined {
  return edits.find(({ part, at }) => at >= since && parts.includes(part))?.at;
}

/** When the change came to the stage that it is in. */
export function stageSince({ createdAt, moves }: ChangeHistory, stage: Stage): Instant {
  return moves.findLast(({ to }) => to === stage)?.at ?? createdAt;
}
