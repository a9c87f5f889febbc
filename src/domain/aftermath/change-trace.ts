import type { AccountId, ChangeIdentity } from '../change/identity';
import type { Stage } from '../change/lifecycle';
import type { Instant } from '../instant';

/** A status, and the stage that it stands for; null for one that is no stage of a change request. */
export interface StatusAt {
  readonly id: string;
  readonly stage: Stage | null;
}

/** One entry of Jira's changelog, as far as it says where an issue stands and what it is. */
export interface TraceStep {
  /** Id of the entry: names it for ever. */
  readonly id: string;
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly status: { readonly from: StatusAt; readonly to: StatusAt } | null;
  /** Ids of projects. */
  readonly project: { readonly from: string; readonly to: string } | null;
  /** Whether it was a change request before, and is one after. */
  readonly type: { readonly from: boolean; readonly to: boolean } | null;
}

/** Where an issue has been since it was made. */
export interface ChangeTrace {
  readonly change: ChangeIdentity;
  readonly projectId: string;
  readonly isChangeRequest: boolean;
  readonly status: StatusAt;
  readonly createdAt: Instant;
  readonly createdBy: AccountId | null;
  /** Oldest first. */
  readonly steps: readonly TraceStep[];
}

/** Where an issue stood before its first step. */
export function beginningOf({ steps, ...now }: ChangeTrace): {
  readonly projectId: string;
  readonly isChangeRequest: boolean;
  readonly status: StatusAt;
} {
  return {
    projectId: steps.find(({ project }) => project !== null)?.project?.from ?? now.projectId,
    isChangeRequest: steps.find(({ type }) => type !== null)?.type?.from ?? now.isChangeRequest,
    status: steps.find(({ status }) => status !== null)?.status?.from ?? now.status,
  };
}
