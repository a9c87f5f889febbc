/** POST /rest/api/3/workflows/create and /workflows/create/validation; seeds are loaded the same way. */
import type { JiraSite } from '../jira-site';
import type { Workflow } from '../state';
import { buildWorkflowBody, ruleProblems } from './build-workflow';
import { uuidOf } from './stable-id';
import { structureProblems } from './structure-problems';
import { undone } from './undone';
import { statusProblems, upsertStatuses } from './upsert-statuses';
import type { CreateDocument } from './workflow-document';
import { problem, refuseProblems } from './workflow-problem';
import type { WorkflowProblem } from './workflow-problem';

/** Adds the workflows and upserts the statuses, or throws Jira's 400 (501 for what is not supported) and changes nothing. */
export function createWorkflows(site: JiraSite, document: CreateDocument): readonly Workflow[] {
  refuseProblems(createProblems(site, document));
  return addWorkflows(site, document);
}

/** Everything that Jira would refuse about the document. Throws 501 for what the sandbox does not support. */
export function createProblems(site: JiraSite, document: CreateDocument): readonly WorkflowProblem[] {
  const statusNames = new Map(document.statuses.map(({ statusReference, name }) => [statusReference, name]));
  const found = [
    ...statusProblems(site, document.statuses),
    ...nameProblems(site, document),
    ...document.workflows.flatMap((workflow) => structureProblems(workflow, statusNames)),
  ];
  if (found.length > 0) return found;
  return undone(site, () => addWorkflows(site, document).flatMap((workflow) => ruleProblems(site, workflow)));
}

function nameProblems(site: JiraSite, { workflows }: CreateDocument): readonly WorkflowProblem[] {
  const names = workflows.map(({ name }) => name);
  return names
    .filter((name, at) => names.indexOf(name) !== at || site.store.state.workflows.some((other) => other.name === name))
    .map((name) => problem('NON_UNIQUE_WORKFLOW_NAME', `The workflow name '${name}' is taken`, { type: 'WORKFLOW' }));
}

function addWorkflows(site: JiraSite, document: CreateDocument): readonly Workflow[] {
  const ids = upsertStatuses(site, document.statuses);
  const now = site.clock.now();
  const workflows = document.workflows.map((workflow) => ({
    id: uuidOf(`workflow ${site.store.nextId('workflow')} ${workflow.name}`),
    name: workflow.name,
    description: workflow.description,
    versionNumber: 1,
    created: now,
    updated: now,
    ...buildWorkflowBody(workflow, (reference) => ids.get(reference) ?? reference),
  }));
  site.store.state.workflows.push(...workflows);
  return workflows;
}
