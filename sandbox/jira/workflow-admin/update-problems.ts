/** What Jira would refuse about an update of workflows. */
import type { JiraSite } from '../jira-site';
import { buildWorkflowBody, ruleProblems } from './build-workflow';
import { unmappedStatuses } from './assignment';
import type { StatusMove, WorkflowChange } from './assignment';
import { findWorkflow, isSystemWorkflow } from './find-workflow';
import { structureProblems } from './structure-problems';
import { undone } from './undone';
import { statusProblems, upsertStatuses } from './upsert-statuses';
import type { UpdateDocument } from './workflow-document';
import { problem } from './workflow-problem';
import type { WorkflowProblem } from './workflow-problem';

/** Throws 501 for rules that the sandbox does not support. */
export function updateProblems(site: JiraSite, document: UpdateDocument): readonly WorkflowProblem[] {
  const statusNames = new Map(document.statuses.map(({ statusReference, name }) => [statusReference, name]));
  const found = [
    ...statusProblems(site, document.statuses),
    ...document.workflows.flatMap((update) => [
      ...identityProblems(site, update.id),
      ...structureProblems(update, statusNames),
    ]),
  ];
  if (found.length > 0) return found;
  const ruled = undone(site, () => {
    const ids = upsertStatuses(site, document.statuses);
    return document.workflows.flatMap((update) =>
      ruleProblems(
        site,
        buildWorkflowBody(update, (reference) => ids.get(reference) ?? reference),
      ),
    );
  });
  return [...ruled, ...mappingProblems(site, document)];
}

function identityProblems(site: JiraSite, id: string): readonly WorkflowProblem[] {
  const workflow = findWorkflow(site, id);
  if (workflow === undefined) {
    return [problem('WORKFLOW_NOT_FOUND', `There is no workflow with the id ${id}`, { type: 'WORKFLOW' })];
  }
  return isSystemWorkflow(workflow)
    ? [problem('WORKFLOW_NOT_EDITABLE', `The workflow '${workflow.name}' cannot be edited`, { type: 'WORKFLOW' })]
    : [];
}

/** Statuses that are dropped need a mapping in every project and for every issue type that follow the workflow. */
function mappingProblems(site: JiraSite, document: UpdateDocument): readonly WorkflowProblem[] {
  const moves = movesOf(document);
  return changesOf(site, document).flatMap((change) => {
    const projectId = change.project.id;
    const { issueTypeId } = change;
    return unmappedStatuses(change, moves).map((statusId) =>
      problem(
        'MISSING_STATUS_MAPPING',
        `Issues of type ${issueTypeId} in project ${projectId} need a mapping for the status ${statusId}`,
        { type: 'STATUS_MAPPING', statusReference: statusId, statusMappingReference: { projectId, issueTypeId } },
      ),
    );
  });
}

/** The issue types of all projects that follow a workflow of the request, with its statuses before and after. */
export function changesOf(site: JiraSite, document: UpdateDocument): readonly WorkflowChange[] {
  const idOf = (reference: string): string =>
    document.statuses.find(({ statusReference }) => statusReference === reference)?.id ?? reference;
  return document.workflows.flatMap((update) => {
    const before = site.store.workflow(update.id);
    const statuses = update.statuses.map(({ statusReference }) => ({
      statusId: idOf(statusReference),
      editable: true,
    }));
    const after = { id: before.id, name: before.name, statuses };
    return site.store.state.projects.flatMap((project) =>
      site.store
        .issueTypeIdsOf(project)
        .filter((issueTypeId) => site.store.workflowFor(project, issueTypeId).id === before.id)
        .map((issueTypeId) => ({ project, issueTypeId, before, after })),
    );
  });
}

/** The mappings of the request; statuses by their references, or by their ids where they have gone from the request. */
export function movesOf(document: UpdateDocument): readonly StatusMove[] {
  const idOf = (reference: string): string =>
    document.statuses.find(({ statusReference }) => statusReference === reference)?.id ?? reference;
  return document.workflows.flatMap(({ defaultStatusMappings, statusMappings }) =>
    [{ projectId: null, issueTypeId: null, statusMigrations: defaultStatusMappings }, ...statusMappings].flatMap(
      ({ projectId, issueTypeId, statusMigrations }) =>
        statusMigrations.map(({ oldStatusReference, newStatusReference }) => ({
          projectId,
          issueTypeId,
          from: idOf(oldStatusReference),
          to: idOf(newStatusReference),
        })),
    ),
  );
}
