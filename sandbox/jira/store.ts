/** The state of a Jira site with the look-ups that everything needs. Records are changed in place, synchronously. */
import { asText } from './fields/field-kind';
import { siteDefaults } from './projects/site-defaults';
import { withSchemes } from './projects/upgrade-schemes';
import { jiraStateSchema } from './state';
import type {
  IssueRecord,
  IssueTypeScheme,
  IssueTypeScreenScheme,
  JiraState,
  Project,
  Screen,
  ScreenScheme,
  Status,
  Workflow,
  WorkflowScheme,
} from './state';
import { upgradeWorkflowSchemes } from './workflow-admin/upgrade-workflow-schemes';

const EMPTY: JiraState = {
  ...siteDefaults(),
  sequences: { issuetypescheme: 10001 },
  administrators: [],
  fields: [],
  statuses: [],
  workflows: [],
  workflowSchemes: [],
  tasks: [],
  issueTypes: [],
  projects: [],
  roles: [],
  issues: [],
  links: [],
};

export class JiraStore {
  state: JiraState = structuredClone(EMPTY);
  readonly #issues = new Map<string, IssueRecord>();

  /** The next id of a numeric sequence; each starts at 10000, as on a new Jira site. */
  nextId(sequence: string): string {
    const next = this.state.sequences[sequence] ?? 10000;
    this.state.sequences[sequence] = next + 1;
    return String(next);
  }

  /** By id, or by key without regard to case. */
  findIssue(idOrKey: string): IssueRecord | undefined {
    return this.#issues.get(idOrKey) ?? this.#issues.get(idOrKey.toUpperCase());
  }

  addIssue(issue: IssueRecord): void {
    this.state.issues.push(issue);
    this.#index(issue);
  }

  removeIssue(issue: IssueRecord): void {
    this.state.issues = this.state.issues.filter((other) => other !== issue);
    for (const name of [issue.id, issue.key, ...(issue.formerKeys ?? [])]) this.#issues.delete(name);
  }

  /** Gives the issue the next key of the project; it goes on being found by the one it had. */
  moveKey(issue: IssueRecord, project: Project): void {
    project.lastIssueNumber += 1;
    issue.formerKeys = [...(issue.formerKeys ?? []), issue.key];
    issue.key = `${project.key}-${project.lastIssueNumber}`;
    this.#index(issue);
  }

  findProject(idOrKey: string): Project | undefined {
    return this.state.projects.find(
      (project) => project.id === idOrKey || project.key.toUpperCase() === idOrKey.toUpperCase(),
    );
  }

  /** The project of an issue; every issue has one. */
  projectOf(issue: IssueRecord): Project {
    return this.#require(this.findProject(asText(issue.values.project)), `project of ${issue.key}`);
  }

  status(id: string): Status {
    return this.#require(
      this.state.statuses.find((status) => status.id === id),
      `status ${id}`,
    );
  }

  statusOf(issue: IssueRecord): Status {
    return this.status(asText(issue.values.status));
  }

  issueTypeScheme(id: string): IssueTypeScheme {
    return this.#require(
      this.state.issueTypeSchemes.find((scheme) => scheme.id === id),
      `issue type scheme ${id}`,
    );
  }

  /** The issue types that issues of the project can have, in order. */
  issueTypeIdsOf(project: Project): readonly string[] {
    return this.issueTypeScheme(project.issueTypeSchemeId).issueTypeIds;
  }

  issueTypeScreenScheme(id: string): IssueTypeScreenScheme {
    return this.#require(
      this.state.issueTypeScreenSchemes.find((scheme) => scheme.id === id),
      `issue type screen scheme ${id}`,
    );
  }

  screenScheme(id: string): ScreenScheme {
    return this.#require(
      this.state.screenSchemes.find((scheme) => scheme.id === id),
      `screen scheme ${id}`,
    );
  }

  screen(id: string): Screen {
    return this.#require(
      this.state.screens.find((screen) => screen.id === id),
      `screen ${id}`,
    );
  }

  workflowScheme(id: string): WorkflowScheme {
    return this.#require(
      this.state.workflowSchemes.find((scheme) => scheme.id === id),
      `workflow scheme ${id}`,
    );
  }

  /** The workflow that issues of a type follow in a project, by its workflow scheme. */
  workflowFor(project: Project, issueTypeId: string): Workflow {
    const { workflowIds, defaultWorkflowId } = this.workflowScheme(project.workflowSchemeId);
    return this.workflow(workflowIds[issueTypeId] ?? defaultWorkflowId);
  }

  workflow(id: string): Workflow {
    return this.#require(
      this.state.workflows.find((workflow) => workflow.id === id),
      `workflow ${id}`,
    );
  }

  snapshot(): JiraState {
    return structuredClone(this.state);
  }

  restore(value: unknown): void {
    this.state = upgradeWorkflowSchemes(jiraStateSchema.parse(withSchemes(structuredClone(value))));
    this.#issues.clear();
    for (const issue of this.state.issues) this.#index(issue);
  }

  #index(issue: IssueRecord): void {
    for (const name of [issue.id, issue.key, ...(issue.formerKeys ?? [])]) this.#issues.set(name, issue);
  }

  #require<Value>(value: Value | undefined, what: string): Value {
    if (value === undefined) throw new Error(`The Jira state has lost the ${what}`);
    return value;
  }
}
