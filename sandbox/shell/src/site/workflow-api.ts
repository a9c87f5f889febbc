import type { SiteClient } from './site-client';
import { anything, SiteError } from './site-client';
import { workflowNamesSchema, workflowsSchema } from './workflow-shapes';
import type { Workflow, WorkflowName, WorkflowRule, WorkflowStatus, WorkflowTransition } from './workflow-shapes';

const API = '/rest/api/3';

export interface OpenWorkflow {
  readonly workflow: Workflow;
  readonly statuses: readonly WorkflowStatus[];
}

export async function fetchWorkflowNames(site: SiteClient): Promise<readonly WorkflowName[]> {
  return (await site.get(`${API}/workflows/search?maxResults=200`, workflowNamesSchema)).values;
}

export async function fetchWorkflow(site: SiteClient, id: string): Promise<OpenWorkflow> {
  const { workflows, statuses } = await site.send('POST', `${API}/workflows`, { workflowIds: [id] }, workflowsSchema);
  const [workflow] = workflows;
  if (workflow === undefined) throw new SiteError(404, ['There is no such workflow.']);
  return { workflow, statuses };
}

/** What is done to the rules of one transition. */
export type RuleChange = (rules: readonly WorkflowRule[]) => readonly WorkflowRule[];

/**
 * Reads the workflow anew and sends it back as a whole with the changed rules of one transition, as Jira's editor does.
 * Refused with 409 when somebody else saved it in between.
 */
export async function changeRules(
  site: SiteClient,
  workflowId: string,
  transitionId: string,
  kind: 'validator' | 'condition',
  change: RuleChange,
): Promise<void> {
  const { workflow, statuses } = await fetchWorkflow(site, workflowId);
  const { id, version, description, startPointLayout, loopedTransitionContainerLayout } = workflow;
  const transitions = workflow.transitions.map((transition) =>
    transition.id === transitionId ? withRules(transition, kind, change) : transition,
  );
  const update = {
    id,
    version,
    description,
    startPointLayout,
    loopedTransitionContainerLayout,
    statuses: workflow.statuses,
    transitions,
  };
  await site.send('POST', `${API}/workflows/update`, { statuses, workflows: [update] }, anything);
}

function withRules(
  transition: WorkflowTransition,
  kind: 'validator' | 'condition',
  change: RuleChange,
): WorkflowTransition {
  if (kind === 'validator') return { ...transition, validators: [...change(transition.validators)] };
  const group = transition.conditions ?? { operation: 'ALL', conditions: [], conditionGroups: [] };
  return { ...transition, conditions: { ...group, conditions: [...change(group.conditions)] } };
}
