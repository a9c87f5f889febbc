/** The state of a Jira site with the look-ups that everything needs. Records are changed in place, synchronously. */
import { asText } from './fields/field-kind';
import { jiraStateSchema } from './state';
import type { IssueRecord, JiraState, Project, Status, Workflow } from './state';

const EMPTY: JiraState = {
  sequences: {},
  administrators: [],
  fields: [],
  screens: [],
  statuses: [],
  workflows: [],
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
    this.#issues.delete(issue.id);
    this.#issues.delete(issue.key);
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

  /** How an issue type is set up in a project. */
  settingsOf(issue: IssueRecord): Project['issueTypes'][number] {
    const project = this.projectOf(issue);
    const type = project.issueTypes.find((entry) => entry.issueTypeId === issue.values.issuetype);
    return this.#require(type, `issue type of ${issue.key}`);
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
    this.state = jiraStateSchema.parse(structuredClone(value));
    this.#issues.clear();
    for (const issue of this.state.issues) this.#index(issue);
  }

  #index(issue: IssueRecord): void {
    this.#issues.set(issue.id, issue);
    this.#issues.set(issue.key, issue);
  }

  #require<Value>(value: Value | undefined, what: string): Value {
    if (value === undefined) throw new Error(`The Jira state has lost the ${what}`);
    return value;
  }
}
