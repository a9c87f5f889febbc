import type { ChangeTrace } from '../domain/aftermath/change-trace';
import type { StandingWorkflow } from '../domain/aftermath/guard-faults';

/** An issue as a search for many finds it. */
export interface StandingIssue {
  readonly key: string;
  readonly isChangeRequest: boolean;
}

/** Jira, looked at as the app after the fact. All methods throw Failure `unreachable`, `unexpected-answer`, `not-allowed`. */
export interface SiteWatch {
  /**
   * Where an issue has been; undefined for one that is not there, or that the app may not see.
   * @param wasChange Whether it was a change request before. Of an issue that is none and never was, no step is read.
   */
  trace(issue: string, wasChange: boolean): Promise<ChangeTrace | undefined>;
  /** Ids of the change requests that were touched in the last minutes, as Jira counts them. */
  touchedWithin(minutes: number): Promise<readonly string[]>;
  /** At most 100 issues by their ids; those that are gone or hidden are left out. */
  standing(ids: readonly string[]): Promise<ReadonlyMap<string, StandingIssue>>;
  /** Looks for one issue. Jira says `gone` also of some that it hides. */
  lookFor(id: string): Promise<'there' | 'gone' | 'hidden'>;
  /** Undefined for a project or workflow that is not there. */
  workflowOf(projectId: string, issueTypeId: string): Promise<StandingWorkflow | undefined>;
}
