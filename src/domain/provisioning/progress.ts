import type { AccountId } from '../change/identity';
import type { Instant } from '../instant';
import type { Parts } from './situation';

/** How far a project has come. Written down after every step, so that the work goes on where it ended. */
export interface SetupProgress {
  readonly revision: number;
  readonly projectId: string;
  readonly projectKey: string;
  readonly state: 'running' | 'failed' | 'finished';
  /** How often it was started, from 1. */
  readonly run: number;
  readonly startedBy: AccountId;
  readonly startedAt: Instant;
  /** When the last step was done, or the work ended. */
  readonly changedAt: Instant;
  readonly done: number;
  readonly total: number;
  /** Ids of what was made or found, by part. */
  readonly parts: Parts;
  /** A task of Jira that a step waits for. */
  readonly task: { readonly key: string; readonly taskId: string } | null;
  /** Why it ended before its time: a sentence for the administrator. */
  readonly failure: string | null;
}
