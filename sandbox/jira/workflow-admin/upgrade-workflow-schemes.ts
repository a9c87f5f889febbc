/** Brings a site that was kept before there were workflow schemes up to date. */
import type { JiraState, Project } from '../state';
import { SIMPLE_WORKFLOW_NAME } from '../workflow/simple-workflow';

/** Gives each project without a workflow scheme one of its own, made of what it said issue type by issue type. */
export function upgradeWorkflowSchemes(state: JiraState): JiraState {
  for (const project of state.projects.filter(({ workflowSchemeId }) => workflowSchemeId === '')) {
    const id = nextSchemeId(state);
    state.workflowSchemes.push({
      id,
      name: schemeNameOf(project.key),
      description: '',
      versionNumber: 1,
      defaultWorkflowId: state.workflows.find(({ name }) => name === SIMPLE_WORKFLOW_NAME)?.id ?? '',
      workflowIds: Object.fromEntries(
        project.issueTypes.flatMap(({ issueTypeId, workflowId }) =>
          workflowId === undefined ? [] : [[issueTypeId, workflowId]],
        ),
      ),
      draft: null,
    });
    project.workflowSchemeId = id;
    project.issueTypes = project.issueTypes.map(withoutWorkflow);
  }
  return state;
}

/** The name of the workflow scheme that comes with a project. */
export function schemeNameOf(projectKey: string): string {
  return `${projectKey}: Workflow Scheme`;
}

function nextSchemeId(state: JiraState): string {
  const next = state.sequences.workflowscheme ?? 10000;
  state.sequences.workflowscheme = next + 1;
  return String(next);
}

function withoutWorkflow({ workflowId: _, ...settings }: Project['issueTypes'][number]) {
  return settings;
}
