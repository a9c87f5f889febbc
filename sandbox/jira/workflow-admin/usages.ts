/** Who uses a status, a workflow or a workflow scheme. */
import type { JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import { numberParameter } from '../request';
import type { JiraContext } from '../request';
import type { Project, Workflow, WorkflowScheme } from '../state';
import type { WorkflowAssignment } from '../workflow-state';

export function projectsUsing(site: JiraSite, scheme: WorkflowScheme): readonly Project[] {
  return site.store.state.projects.filter(({ workflowSchemeId }) => workflowSchemeId === scheme.id);
}

/** A scheme that at least one project uses. */
export function isActive(site: JiraSite, scheme: WorkflowScheme): boolean {
  return projectsUsing(site, scheme).length > 0;
}

/** The scheme of a team-managed project, which is no part of the site's administration. */
export function isTeamManaged(site: JiraSite, scheme: WorkflowScheme): boolean {
  return projectsUsing(site, scheme).some(({ style }) => style === 'next-gen');
}

export function namesWorkflow({ defaultWorkflowId, workflowIds }: WorkflowAssignment, workflowId: string): boolean {
  return defaultWorkflowId === workflowId || Object.values(workflowIds).includes(workflowId);
}

/** Schemes that name the workflow, drafts included. */
export function schemesNaming(site: JiraSite, workflow: Workflow): readonly WorkflowScheme[] {
  return site.store.state.workflowSchemes.filter(
    (scheme) =>
      namesWorkflow(scheme, workflow.id) || (scheme.draft !== null && namesWorkflow(scheme.draft, workflow.id)),
  );
}

/** Ids of the issue types that follow the workflow in the project. */
export function issueTypesFollowing(site: JiraSite, workflow: Workflow, project: Project): readonly string[] {
  return site.store
    .issueTypeIdsOf(project)
    .filter((issueTypeId) => site.store.workflowFor(project, issueTypeId).id === workflow.id);
}

export function projectsFollowing(site: JiraSite, workflow: Workflow): readonly Project[] {
  return site.store.state.projects.filter((project) => issueTypesFollowing(site, workflow, project).length > 0);
}

export function workflowsWith(site: JiraSite, statusId: string): readonly Workflow[] {
  return site.store.state.workflows.filter(({ statuses }) => statuses.some((status) => status.statusId === statusId));
}

/** A status of a workflow that issues of a project follow; the others are for administrators only. */
export function isInUse(site: JiraSite, statusId: string): boolean {
  return workflowsWith(site, statusId).some((workflow) => projectsFollowing(site, workflow).length > 0);
}

/** One page of usages; the token says where the next one begins. */
export function usagePage(context: JiraContext, ids: readonly string[]) {
  const size = numberParameter(context, 'maxResults', 50);
  if (size < 1 || size > 200) throw badRequest('maxResults must be between 1 and 200.');
  const from = numberParameter(context, 'nextPageToken', 0);
  const next = from + size;
  return {
    ...(next < ids.length ? { nextPageToken: String(next) } : {}),
    values: ids.slice(from, next).map((id) => ({ id })),
  };
}
