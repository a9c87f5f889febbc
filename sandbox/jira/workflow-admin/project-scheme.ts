/** The workflow scheme that a project comes with. */
import type { JiraSite } from '../jira-site';
import type { WorkflowScheme } from '../state';
import { SIMPLE_WORKFLOW_NAME } from '../workflow/simple-workflow';

/** The workflow that comes with the site; it cannot be edited or deleted. Jira calls its own one `jira`. */
export function systemWorkflowId(site: JiraSite): string {
  const workflow = site.store.state.workflows.find(({ name }) => name === SIMPLE_WORKFLOW_NAME);
  if (workflow === undefined) throw new Error('The Jira state has lost the workflow that comes with it');
  return workflow.id;
}

/** Adds a workflow scheme that gives the system's workflow to every issue type that `workflowIds` does not name. */
export function addWorkflowScheme(
  site: JiraSite,
  name: string,
  workflowIds: Readonly<Record<string, string>> = {},
): WorkflowScheme {
  const scheme: WorkflowScheme = {
    id: site.store.nextId('workflowscheme'),
    name,
    description: '',
    versionNumber: 1,
    defaultWorkflowId: systemWorkflowId(site),
    workflowIds: { ...workflowIds },
    draft: null,
  };
  site.store.state.workflowSchemes.push(scheme);
  return scheme;
}
