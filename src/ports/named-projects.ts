export interface NamedProject {
  readonly key: string;
  readonly name: string;
}

/** The projects of this Jira that the app may see. @throws Failure `unreachable`, `unexpected-answer`. */
export interface NamedProjects {
  /** Projects whose name or key contains the text, at most 20. */
  search(text: string): Promise<readonly NamedProject[]>;
  /** Undefined where no project has this very key now. */
  find(key: string): Promise<NamedProject | undefined>;
}
