/**
 * The company-managed templates of `POST /rest/api/3/project` that the sandbox has, with the issue types that a project
 * made of each gets. Service projects and team-managed ones (`gh-simplified-agility-…`, `next-gen-…`) are not among them.
 */
import type { IssueType, Project } from './project-state';

export interface TemplateType {
  readonly name: string;
  readonly hierarchyLevel: IssueType['hierarchyLevel'];
}

export interface ProjectTemplate {
  readonly typeKey: Project['typeKey'];
  readonly issueTypes: readonly TemplateType[];
}

const TASK: TemplateType = { name: 'Task', hierarchyLevel: 0 };
const SUB_TASK: TemplateType = { name: 'Sub-task', hierarchyLevel: -1 };
const SOFTWARE = [
  { name: 'Epic', hierarchyLevel: 1 },
  { name: 'Story', hierarchyLevel: 0 },
  { name: 'Bug', hierarchyLevel: 0 },
  TASK,
  SUB_TASK,
] as const;

const KEYS: Readonly<Record<string, ProjectTemplate>> = {
  'com.pyxis.greenhopper.jira:gh-simplified-basic': { typeKey: 'software', issueTypes: SOFTWARE },
  'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic': { typeKey: 'software', issueTypes: SOFTWARE },
  'com.pyxis.greenhopper.jira:gh-simplified-scrum-classic': { typeKey: 'software', issueTypes: SOFTWARE },
  ...Object.fromEntries(
    [
      'content-management', 'document-approval', 'lead-tracking', 'process-control', 'procurement',
      'project-management', 'recruitment', 'task-tracking',
    ].map((name) => [
      `com.atlassian.jira-core-project-templates:jira-core-simplified-${name}`,
      { typeKey: 'business', issueTypes: [TASK, SUB_TASK] },
    ]),
  ),
}; // prettier-ignore

export function projectTemplate(key: string): ProjectTemplate | undefined {
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

/** True for a key of the form that Atlassian's templates have. */
export function looksLikeTemplate(key: string): boolean {
  return /^com\.(pyxis\.greenhopper\.jira|atlassian\.servicedesk|atlassian\.jira-core-project-templates):[a-z-]+$/.test(
    key,
  );
}
