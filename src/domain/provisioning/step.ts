import type { FieldId } from '../change/change-field';
import type { FieldMap } from '../change/field-map';
import type { Gate, Stage } from '../change/lifecycle';
import type { GuardsBeside } from '../guards/guard-digest';
import type { FieldForm } from './field-spec';
import type { StatusCategory } from './governed-workflow';
import type { ScreenMapping } from './survey';

/** A guard whose fields and stages are those of this Jira. */
export type PlacedGuard =
  /** @property beside What it is told of the expressions on the same transition. */
  | { readonly by: 'gate'; readonly gate: Gate; readonly beside: GuardsBeside }
  | { readonly by: 'expression'; readonly expression: string; readonly message: string }
  | { readonly by: 'filled'; readonly fieldIds: readonly string[]; readonly message: string }
  | { readonly by: 'later'; readonly fieldId: string; readonly thanFieldId: string; readonly message: string }
  | { readonly by: 'other-person'; readonly fromStatusId: string; readonly toStatusId: string };

export interface PlacedTransition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly screenId: string | null;
  readonly guards: readonly PlacedGuard[];
}

/** A workflow to be made, with the ids of this Jira. */
export interface WorkflowSpec {
  readonly name: string;
  readonly description: string;
  readonly statusIds: readonly string[];
  readonly firstStatusId: string;
  readonly transitions: readonly PlacedTransition[];
  /** A project and an issue type that it has: for them Jira tells which rules can be attached. */
  readonly rulesFor: { readonly projectId: string; readonly issueTypeId: string };
}

interface Described {
  readonly name: string;
  readonly description: string;
}

/** Something that is done in Jira. Doing it twice makes two things, so it is done only where nothing is found. */
export type JiraStep =
  | ({ readonly do: 'make-issue-type' } & Described)
  | ({ readonly do: 'make-field'; readonly field: FieldId; readonly form: FieldForm } & Described)
  /** Adds those that are missing. */
  | {
      readonly do: 'add-options';
      readonly field: FieldId;
      readonly fieldId: string;
      readonly options: readonly string[];
    }
  | {
      readonly do: 'make-statuses';
      readonly statuses: readonly (Described & { readonly stage: Stage; readonly category: StatusCategory })[];
    }
  | ({ readonly do: 'make-screen' } & Described)
  /** Adds those that are missing, on its first tab. */
  | { readonly do: 'fill-screen'; readonly screenId: string; readonly fieldIds: readonly string[] }
  | ({ readonly do: 'make-screen-scheme'; readonly screenId: string } & Described)
  | ({ readonly do: 'make-issue-type-screen-scheme'; readonly mappings: readonly ScreenMapping[] } & Described)
  | ({
      readonly do: 'make-issue-type-scheme';
      readonly issueTypeIds: readonly string[];
      readonly defaultIssueTypeId: string | null;
    } & Described)
  | { readonly do: 'make-workflow'; readonly workflow: WorkflowSpec }
  | ({
      readonly do: 'make-workflow-scheme';
      readonly defaultWorkflow: string;
      readonly workflowOfType: Readonly<Record<string, string>>;
    } & Described)
  | {
      readonly do: 'assign-workflow-scheme';
      readonly projectId: string;
      readonly schemeId: string;
      /** Null for a project without issues; else where issues in statuses that the new workflows lack would go. */
      readonly moves: readonly StatusMove[] | null;
    }
  | { readonly do: 'assign-screens'; readonly projectId: string; readonly schemeId: string }
  | { readonly do: 'assign-issue-types'; readonly projectId: string; readonly schemeId: string };

export interface StatusMove {
  readonly issueTypeId: string;
  readonly from: string;
  readonly to: string;
}

/** Something that the app writes down for itself. */
export interface OwnStep {
  readonly do: 'save-field-map';
  readonly map: FieldMap;
}

/** @property key Names the step among all of this project. */
export interface Step {
  readonly key: string;
  readonly work: JiraStep | OwnStep;
}
