/** Workflow schemes and their drafts as the REST API shows them. */
import type { Account, JiraSite } from '../jira-site';
import type { Workflow, WorkflowScheme } from '../state';
import { jiraTimestamp } from '../timestamp';
import { userView } from '../user-view';
import type { WorkflowAssignment, WorkflowSchemeDraft } from '../workflow-state';
import { isOngoing } from '../tasks/submit-task';
import { WORKFLOW_TASK } from './configuration-lock';
import { versionOf } from './version';

export function schemeView(site: JiraSite, scheme: WorkflowScheme) {
  const { id, name, description } = scheme;
  return {
    id: Number(id),
    name,
    description,
    ...assignmentView(site, scheme),
    draft: false,
    self: `${site.baseUrl()}/rest/api/3/workflowscheme/${id}`,
  };
}

/** A draft, with what the scheme itself says as `original…`. */
export function draftView(site: JiraSite, scheme: WorkflowScheme, draft: WorkflowSchemeDraft, viewer: Account) {
  const original = assignmentView(site, scheme);
  return {
    id: Number(draft.id),
    name: draft.name,
    description: draft.description,
    ...assignmentView(site, draft),
    originalDefaultWorkflow: original.defaultWorkflow,
    originalIssueTypeMappings: original.issueTypeMappings,
    draft: true,
    lastModifiedUser: userView(site, draft.lastModifiedBy, viewer),
    lastModified: jiraTimestamp(draft.lastModified),
    self: `${site.baseUrl()}/rest/api/3/workflowscheme/${scheme.id}/draft`,
  };
}

function assignmentView(site: JiraSite, { defaultWorkflowId, workflowIds }: WorkflowAssignment) {
  return {
    defaultWorkflow: site.store.workflow(defaultWorkflowId).name,
    issueTypeMappings: Object.fromEntries(
      Object.entries(workflowIds).map(([issueTypeId, workflowId]) => [
        issueTypeId,
        site.store.workflow(workflowId).name,
      ]),
    ),
  };
}

/** The scheme as POST /rest/api/3/workflowscheme/read shows it. */
export function schemeReadView(site: JiraSite, scheme: WorkflowScheme) {
  const { id, name, description, defaultWorkflowId, workflowIds } = scheme;
  const task = site.store.state.tasks.find((entry) => entry.kind.startsWith(WORKFLOW_TASK) && isOngoing(entry));
  const mapped = [...new Set(Object.values(workflowIds))];
  return {
    id,
    name,
    description,
    scope: { type: 'GLOBAL' },
    version: versionOf(scheme),
    ...(task === undefined ? {} : { taskId: task.id }),
    defaultWorkflow: workflowMetadata(site.store.workflow(defaultWorkflowId)),
    workflowsForIssueTypes: mapped.map((workflowId) => ({
      workflow: workflowMetadata(site.store.workflow(workflowId)),
      issueTypeIds: Object.keys(workflowIds).filter((issueTypeId) => workflowIds[issueTypeId] === workflowId),
    })),
  };
}

function workflowMetadata(workflow: Workflow) {
  const { id, name, description } = workflow;
  return { id, name, description, version: versionOf(workflow) };
}
