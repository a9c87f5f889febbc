/**
 * What a new site is filled with before anybody asks it anything. A seed is data in Atlassian's words; whoever starts a
 * sandbox brings its own. People, groups and spaces are listed; the workflow is the body of `POST /rest/api/3/workflows/create`.
 */
import type { Group, Person } from './platform';

export interface SeedField {
  readonly name: string;
  readonly description?: string;
  /** The `type` of `POST /rest/api/3/field`, e.g. `com.atlassian.jira.plugin.system.customfieldtypes:textarea`. */
  readonly type: string;
  /** For select and radio fields. */
  readonly options?: readonly string[];
  /** Keys of the projects that have the field; all of them when absent. */
  readonly projects?: readonly string[];
}

export interface SeedScreen {
  readonly name: string;
  /** Field names (custom or system) in order. */
  readonly fields: readonly string[];
}

export interface SeedIssueType {
  readonly name: string;
  readonly description?: string;
  /** Name of the workflow in `workflows`; the site's own simple workflow (To Do, In Progress, Done) when absent. */
  readonly workflow?: string;
  /** Fields of the create and edit screen, by name, in order. */
  readonly fields?: readonly string[];
}

export interface SeedProject {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  /** `software` when absent. */
  readonly typeKey?: 'software' | 'business' | 'service_desk';
  /** `next-gen` is a team-managed project; `classic`, a company-managed one, when absent. */
  readonly style?: 'classic' | 'next-gen';
  readonly leadAccountId: string;
  /** Key of an earlier project whose issue type scheme and screens this one uses, too, instead of its own. */
  readonly sharesSchemesWith?: string;
  readonly issueTypes: readonly SeedIssueType[];
  /** Name of the workflow scheme; projects that name the same one share it. Each has one of its own when absent. */
  readonly workflowScheme?: string;
  /**
   * Jira permission key -> group names that hold it, e.g. `BROWSE_PROJECTS`, `EDIT_ISSUES`, `TRANSITION_ISSUES`; the name
   * `*` is everybody who is logged in. A key that is left out is held by nobody, but for ASSIGN_ISSUES, LINK_ISSUES
   * and MOVE_ISSUES (as EDIT_ISSUES), ASSIGNABLE_USER (as BROWSE_PROJECTS) and MODIFY_REPORTER (as ADMINISTER_PROJECTS).
   */
  readonly permissions: Readonly<Record<string, readonly string[]>>;
  /** Project role by name -> account ids and group names that play it in this project. */
  readonly roles?: Readonly<
    Record<string, { readonly people?: readonly string[]; readonly groups?: readonly string[] }>
  >;
}

export interface SeedSpace {
  readonly key: string;
  readonly name: string;
  /** Group names that may view and that may edit. Absent: everybody who is logged in. */
  readonly viewers?: readonly string[];
  readonly editors?: readonly string[];
}

export interface SiteSeed {
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
  /** Group names whose members hold ADMINISTER in Jira (and are Confluence administrators). */
  readonly administrators: readonly string[];
  readonly fields: readonly SeedField[];
  readonly screens: readonly SeedScreen[];
  /**
   * Bodies of `POST /rest/api/3/workflows/create`. In rule parameters `{{app}}` stands for
   * `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static`, `{{field:NAME}}` for the id of a field, and in a
   * transition screen `{{screen:NAME}}` for the id of a seeded screen.
   */
  readonly workflows: readonly Readonly<Record<string, unknown>>[];
  readonly projects: readonly SeedProject[];
  readonly spaces: readonly SeedSpace[];
}
