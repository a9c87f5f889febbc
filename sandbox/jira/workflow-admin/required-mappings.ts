/** The answer of POST /rest/api/3/workflowscheme/update/mappings. */
import type { JiraSite } from '../jira-site';
import type { Workflow } from '../state';
import { initialTransition } from '../workflow/life-cycle';
import { statusIdsOf, unmappedStatuses } from './assignment';
import type { WorkflowChange } from './assignment';

/** The statuses that need a mapping, by issue type and by pair of workflows, and what there is to map them to. */
export function requiredMappings(site: JiraSite, changes: readonly WorkflowChange[]) {
  const required = changes
    .map((change) => ({ ...change, statusIds: unmappedStatuses(change, []) }))
    .filter(({ statusIds }) => statusIds.length > 0);
  const workflows = unique(
    required.flatMap(({ before, after }) => [before, site.store.workflow(after.id)]),
    ({ id }) => id,
  );
  const statusIds = [...new Set(workflows.flatMap(statusIdsOf))];
  return {
    statusMappingsByIssueTypes: unique(required, ({ issueTypeId }) => issueTypeId).map((entry) => ({
      issueTypeId: entry.issueTypeId,
      statusIds: entry.statusIds,
    })),
    statusMappingsByWorkflows: unique(required, ({ before, after }) => `${before.id} ${after.id}`).map((entry) => ({
      sourceWorkflowId: entry.before.id,
      targetWorkflowId: entry.after.id,
      statusIds: entry.statusIds,
    })),
    statuses: statusIds.map((id) => {
      const { name, category } = site.store.status(id);
      return { id, name, category };
    }),
    statusesPerWorkflow: workflows.map((workflow: Workflow) => ({
      workflowId: workflow.id,
      initialStatusId: initialTransition(workflow).toStatusId,
      statuses: statusIdsOf(workflow),
    })),
  };
}

function unique<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
