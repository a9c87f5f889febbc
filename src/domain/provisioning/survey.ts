import type { FieldForm } from './field-spec';
import type { StatusCategory } from './governed-workflow';

/** Something of Jira that has an id, a name and a description. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface FoundField extends NamedThing {
  /** Null for a type that holds nothing a change could have. */
  readonly form: FieldForm | null;
  /** Whether it has a context for the project. */
  readonly inProject: boolean;
  /** The options that it offers in the project; null where they were not looked at. */
  readonly options: readonly string[] | null;
  /** True for the field of this app that says where a change stands. */
  readonly saysState?: true;
}

export interface FoundStatus extends NamedThing {
  readonly category: StatusCategory;
}

export interface FoundIssueType {
  readonly id: string;
  readonly name: string;
  /** Neither a sub-task nor a parent of others. */
  readonly standard: boolean;
}

/** A scheme that the project has now. */
export interface CurrentScheme {
  readonly id: string;
  readonly name: string;
  /** How many other projects have it. */
  readonly others: number;
}

export interface ScreenMapping {
  /** Id of an issue type, or `default`. */
  readonly issueTypeId: string;
  readonly screenSchemeId: string;
}

/** What there is in Jira that a governed project could consist of, read at one time. */
export interface Survey {
  readonly project: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly companyManaged: boolean;
    readonly serviceProject: boolean;
    readonly issues: number;
    /** Issues of the type that change requests have. */
    readonly changeRequests: number;
  };
  readonly issueTypes: readonly FoundIssueType[];
  readonly fields: readonly FoundField[];
  readonly statuses: readonly FoundStatus[];
  readonly screens: readonly NamedThing[];
  readonly screenSchemes: readonly NamedThing[];
  readonly issueTypeScreenSchemes: readonly NamedThing[];
  readonly issueTypeSchemes: readonly NamedThing[];
  readonly workflows: readonly NamedThing[];
  readonly workflowSchemes: readonly NamedThing[];
  readonly current: {
    readonly issueTypeScheme: CurrentScheme & {
      readonly issueTypeIds: readonly string[];
      readonly defaultIssueTypeId: string | null;
    };
    readonly issueTypeScreenScheme: CurrentScheme & { readonly mappings: readonly ScreenMapping[] };
    readonly workflowScheme: CurrentScheme & {
      /** Workflows by their names, as the scheme has them. */
      readonly defaultWorkflow: string;
      readonly workflowOfType: Readonly<Record<string, string>>;
    };
    /** Issue type id -> the ids of the statuses that its issues in the project may have. */
    readonly statusesOfType: Readonly<Record<string, readonly string[]>>;
  };
}
