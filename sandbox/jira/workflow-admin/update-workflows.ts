/** POST /rest/api/3/workflows/update: every workflow of the request is replaced as a whole. */
import { asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import { jsonSchema } from '../json';
import type { Json } from '../json';
import type { Task, Workflow } from '../state';
import { submitTask } from '../tasks/submit-task';
import { issuesOf, statusIdsOf } from './assignment';
import { buildWorkflowBody } from './build-workflow';
import { requireLock, WORKFLOW_TASK } from './configuration-lock';
import { refuseStrippedRules } from './foreign-rules';
import { migrateIssues } from './migrate-issues';
import { changesOf, movesOf, updateProblems } from './update-problems';
import { findWorkflow } from './find-workflow';
import { upsertStatuses } from './upsert-statuses';
import { requireVersion } from './version';
import { readUpdateDocument } from './workflow-document';
import type { UpdateDocument } from './workflow-document';
import { refuseProblems } from './workflow-problem';

export const WORKFLOW_WORK = `${WORKFLOW_TASK}update`;

export type UpdateOutcome =
  | { readonly kind: 'done'; readonly workflows: readonly Workflow[] }
  | { readonly kind: 'started'; readonly task: Task };

/**
 * Replaces the workflows, or throws Jira's 400, its 409 for a stale version or a configuration that is being changed, or
 * 501. Where issues have to be moved to other statuses, a task does everything, and nothing has changed before it is done.
 */
export function updateWorkflows(site: JiraSite, account: Account, body: unknown): UpdateOutcome {
  const document = readUpdateDocument(body);
  requireLock(site);
  for (const { id, version } of document.workflows) {
    const workflow = findWorkflow(site, id);
    if (workflow !== undefined) requireVersion(`The workflow '${workflow.name}'`, workflow, version);
  }
  refuseStrippedRules(site, document);
  refuseProblems(updateProblems(site, document));
  if (!movesIssues(site, document)) return { kind: 'done', workflows: replace(site, account, document) };
  const description = 'Update workflows';
  const input = jsonSchema.parse(JSON.parse(JSON.stringify(body)));
  return { kind: 'started', task: submitTask(site, account, { kind: WORKFLOW_WORK, description, input }) };
}

/** The work of the task: the same update, which nothing can have overtaken, as the configuration was locked. */
export function updateWorkflowsWork(site: JiraSite, account: Account, input: Json): Json {
  const document = readUpdateDocument(input);
  refuseProblems(updateProblems(site, document));
  return { workflowIds: replace(site, account, document).map(({ id }) => id) };
}

function movesIssues(site: JiraSite, document: UpdateDocument): boolean {
  return changesOf(site, document).some((change) => {
    const kept = statusIdsOf(change.after);
    return issuesOf(site, change).some(({ values }) => !kept.includes(asText(values.status)));
  });
}

function replace(site: JiraSite, account: Account, document: UpdateDocument): readonly Workflow[] {
  const changes = changesOf(site, document);
  const moves = movesOf(document);
  const ids = upsertStatuses(site, document.statuses);
  const idOf = (reference: string): string => ids.get(reference) ?? reference;
  const workflows = document.workflows.map((update) => {
    const workflow = site.store.workflow(update.id);
    Object.assign(workflow, buildWorkflowBody(update, idOf), {
      description: update.description ?? workflow.description,
      versionNumber: workflow.versionNumber + 1,
      updated: site.clock.now(),
    });
    return workflow;
  });
  const resolved = moves.map((move) => ({ ...move, from: idOf(move.from), to: idOf(move.to) }));
  migrateIssues(site, account.accountId, changes, resolved);
  return workflows;
}
