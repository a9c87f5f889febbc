import type { AccountId } from '../domain/change/identity';
import type { Blueprint } from '../domain/provisioning/blueprint';
import type { FieldMap } from '../domain/change/field-map';
import type { GuardedBy } from '../domain/provisioning/governed-project';
import type { StepOutcome } from '../domain/provisioning/outcome';
import type { JiraStep, PlacedGuard } from '../domain/provisioning/step';
import type { Survey } from '../domain/provisioning/survey';
import type { FieldForm } from '../domain/provisioning/field-spec';

export interface NamedJiraProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** What of a transition is the app's: its gate, and what Jira checks for it. */
export interface GuardsOfTransition {
  readonly transitionId: string;
  readonly guards: readonly PlacedGuard[];
  /** Also where the transition has lost the gate; then Jira's own validators that are missing come back with it. */
  readonly restore?: true;
}

export interface NamedJiraField {
  readonly id: string;
  readonly name: string;
  readonly form: FieldForm | null;
}

export type TaskState =
  { readonly state: 'running' } | { readonly state: 'done' } | { readonly state: 'failed'; readonly why: string };

/**
 * Jira's configuration, read and changed as the app. All methods throw Failure `unreachable`, `unexpected-answer` (with
 * Jira's own words where it refuses something), `not-allowed` and, while somebody else changes the configuration,
 * `conflict`.
 */
export interface JiraAdministration {
  /** Company-managed projects whose name or key contains the text, at most 50. */
  searchProjects(text: string): Promise<readonly NamedJiraProject[]>;
  /**
   * Makes a company-managed business project.
   * @throws Failure `bad-request` with Jira's words, as for a key that is taken.
   */
  createProject(project: {
    readonly key: string;
    readonly name: string;
    readonly lead: AccountId;
  }): Promise<NamedJiraProject>;
  /**
   * Everything that the set-up of a project follows from.
   * @param map Fields that it names by id are not looked into.
   * @throws Failure `not-found` for a project that is not there.
   */
  survey(projectId: string, blueprint: Blueprint, map: FieldMap): Promise<Survey>;
  /** Does one step. Whether it was done before is for the caller to know; adding and filling adds what is missing. */
  carryOut(step: JiraStep): Promise<StepOutcome>;
  task(taskId: string): Promise<TaskState>;
  /** The transitions of a workflow that carry the app's gate; undefined for a workflow that is not there. */
  gatesOf(workflowId: string): Promise<readonly GuardedBy[] | undefined>;
  /**
   * Puts these guards of the app in the place of those that the transitions have, in a workflow of its own: only on
   * transitions that carry its gate (or are to get it back), and only if something is otherwise. Every other rule stays
   * as it is.
   * @throws Failure `conflict` when the workflow was changed meanwhile, `not-found`.
   */
  setGuards(workflowId: string, transitions: readonly GuardsOfTransition[]): Promise<void>;
  /** Every custom field of the site. */
  customFields(): Promise<readonly NamedJiraField[]>;
}
