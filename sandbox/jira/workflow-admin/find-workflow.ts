import type { JiraSite } from '../jira-site';
import { SIMPLE_WORKFLOW_NAME } from '../workflow/simple-workflow';
import type { Workflow } from '../state';

export function findWorkflow(site: JiraSite, id: string): Workflow | undefined {
  return site.store.state.workflows.find((workflow) => workflow.id === id);
}

export function findWorkflowByName(site: JiraSite, name: string): Workflow | undefined {
  return site.store.state.workflows.find((workflow) => workflow.name === name);
}

/** The workflow that comes with the site; it cannot be edited or deleted. */
export function isSystemWorkflow({ name }: Workflow): boolean {
  return name === SIMPLE_WORKFLOW_NAME;
}
