import type { JiraSite } from '../jira-site';
import { unsupported } from '../refusal';
import { SIMPLE_WORKFLOW_NAME } from '../workflow/simple-workflow';
import type { Workflow } from '../state';

export function findWorkflow(site: JiraSite, id: string): Workflow | undefined {
  return site.store.state.workflows.find((workflow) => workflow.id === id);
}

export function findWorkflowByName(site: JiraSite, name: string): Workflow | undefined {
  return site.store.state.workflows.find((workflow) => workflow.name === name);
}

/** The workflow of an issue type in a project; undefined when the project has no such type, or is not there. */
export function followedWorkflow(
  site: JiraSite,
  { projectId, issueTypeId }: { readonly projectId: string; readonly issueTypeId: string },
): Workflow | undefined {
  const project = site.store.state.projects.find(({ id }) => id === projectId);
  if (project?.style === 'next-gen') throw unsupported('workflows of team-managed projects');
  if (project === undefined || !site.store.issueTypeIdsOf(project).includes(issueTypeId)) return undefined;
  return site.store.workflowFor(project, issueTypeId);
}

/** The workflow that comes with the site; it cannot be edited or deleted. */
export function isSystemWorkflow({ name }: Workflow): boolean {
  return name === SIMPLE_WORKFLOW_NAME;
}
