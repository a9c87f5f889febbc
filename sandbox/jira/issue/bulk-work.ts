/** What the tasks of bulk operations do. One issue that cannot be done does not hold back the others. */
import type { Account, JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';
import type { IssueRecord, Json } from '../state';
import { selectedIssues } from './bulk-delete';
import { planMoves } from './bulk-move';
import { typeChangeRefusal } from './issue-type-change';
import { moveIssue } from './move-issue';
import { deleteIssue } from './update-issue';

export const BULK_MOVE = 'bulk-move';
export const BULK_DELETE = 'bulk-delete';

/** Why an issue stays as it is, or undefined when it was done. */
type Step = () => readonly string[] | undefined;

export function bulkMoveWork(site: JiraSite, account: Account, input: Json): Json {
  const moves = planMoves(site, account, input);
  return carryOut(
    moves.map((move) => [
      move.issue,
      () => {
        const refusal = typeChangeRefusal(site, account, move.issue, move.issueTypeId);
        if (refusal !== undefined) return [refusal];
        moveIssue(site, account, move);
        return undefined;
      },
    ]),
  );
}

export function bulkDeleteWork(site: JiraSite, account: Account, input: Json): Json {
  return carryOut(
    selectedIssues(site, account, input).map((issue) => [
      issue,
      () => {
        deleteIssue(site, account, issue.id);
        return undefined;
      },
    ]),
  );
}

function carryOut(steps: readonly (readonly [IssueRecord, Step])[]): Json {
  const processed: number[] = [];
  const failed: Record<string, string[]> = {};
  for (const [{ id }, step] of steps) {
    const reasons = attempt(step);
    if (reasons === undefined) processed.push(Number(id));
    else failed[id] = [...reasons];
  }
  return { processed, failed, total: steps.length };
}

function attempt(step: Step): readonly string[] | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof JiraRefusal && error.status !== 501) return error.errorMessages;
    throw error;
  }
}
