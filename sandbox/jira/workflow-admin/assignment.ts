/** Which workflow issues of a type follow, and which of their statuses the next workflow does not have. */
import type { JiraSite } from '../jira-site';
import type { IssueRecord, Project, Workflow } from '../state';
import type { WorkflowAssignment } from '../workflow-state';

export function workflowIdIn({ workflowIds, defaultWorkflowId }: WorkflowAssignment, issueTypeId: string): string {
  return workflowIds[issueTypeId] ?? defaultWorkflowId;
}

export function statusIdsOf(workflow: Pick<Workflow, 'statuses'>): readonly string[] {
  return workflow.statuses.map(({ statusId }) => statusId);
}

/** Where issues in a status go; `null` stands for every project, or every issue type. */
export interface StatusMove {
  readonly projectId: string | null;
  readonly issueTypeId: string | null;
  readonly from: string;
  readonly to: string;
}

/** The new status; a move for the issue type wins over one for all. */
export function moveFor(
  moves: readonly StatusMove[],
  projectId: string,
  issueTypeId: string,
  statusId: string,
): string | undefined {
  const fitting = moves.filter(
    (move) =>
      move.from === statusId &&
      [null, projectId].includes(move.projectId) &&
      [null, issueTypeId].includes(move.issueTypeId),
  );
  return (fitting.find((move) => move.issueTypeId !== null) ?? fitting[0])?.to;
}

/** One issue type of one project whose workflow changes. */
export interface WorkflowChange {
  readonly project: Project;
  readonly issueTypeId: string;
  readonly before: Workflow;
  readonly after: Pick<Workflow, 'id' | 'name' | 'statuses'>;
}

/** What another assignment would change for the issue types of the projects. */
export function assignmentChanges(
  site: JiraSite,
  projects: readonly Project[],
  next: WorkflowAssignment,
): readonly WorkflowChange[] {
  return projects.flatMap((project) =>
    site.store.issueTypeIdsOf(project).flatMap((issueTypeId) => {
      const before = site.store.workflowFor(project, issueTypeId);
      const after = site.store.workflow(workflowIdIn(next, issueTypeId));
      return before.id === after.id ? [] : [{ project, issueTypeId, before, after }];
    }),
  );
}

/** The statuses that issues would be stranded in: the new workflow has them not, and no move says where to go. */
export function unmappedStatuses(change: WorkflowChange, moves: readonly StatusMove[]): readonly string[] {
  const { project, issueTypeId, before, after } = change;
  const kept = statusIdsOf(after);
  return statusIdsOf(before).filter((statusId) => {
    const target = moveFor(moves, project.id, issueTypeId, statusId) ?? statusId;
    return !kept.includes(target);
  });
}

/** The issues that a change concerns. */
export function issuesOf(site: JiraSite, { project, issueTypeId }: WorkflowChange): readonly IssueRecord[] {
  return site.store.state.issues.filter(
    ({ values }) => values.project === project.id && values.issuetype === issueTypeId,
  );
}
