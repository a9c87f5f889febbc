/** Giving projects another assignment of workflows: the three tasks that move issues into other statuses. */
import { z } from 'zod';
import type { Account, JiraSite } from '../jira-site';
import type { Json } from '../json';
import { badRequest, notFound } from '../refusal';
import type { Project, WorkflowScheme } from '../state';
import type { WorkflowAssignment } from '../workflow-state';
import { assignmentChanges, statusIdsOf, unmappedStatuses } from './assignment';
import type { StatusMove, WorkflowChange } from './assignment';
import { WORKFLOW_TASK } from './configuration-lock';
import { assignmentOf } from './edit-scheme';
import { migrateIssues } from './migrate-issues';
import { requireDraft, requireScheme } from './require-scheme';
import { projectsUsing } from './usages';

export const SCHEME_WORK = {
  switch: `${WORKFLOW_TASK}switch-scheme`,
  update: `${WORKFLOW_TASK}update-scheme`,
  publish: `${WORKFLOW_TASK}publish-draft`,
} as const;

const movesSchema = z.array(
  z.object({
    projectId: z.string().nullable(),
    issueTypeId: z.string().nullable(),
    from: z.string(),
    to: z.string(),
  }),
);
const switchSchema = z.object({ projectId: z.string(), schemeId: z.string(), moves: movesSchema });
const publishSchema = z.object({ schemeId: z.string(), moves: movesSchema });
const updateSchema = z.object({
  schemeId: z.string(),
  name: z.string(),
  description: z.string(),
  defaultWorkflowId: z.string(),
  workflowIds: z.record(z.string(), z.string()),
  moves: movesSchema,
});
export type SchemeUpdate = z.infer<typeof updateSchema>;

/** Throws 400, in the words of Jira's own example, for statuses that need a mapping and have none, or a wrong one. */
export function requireMappings(changes: readonly WorkflowChange[], moves: readonly StatusMove[]): void {
  const wrong = moves.find(
    ({ issueTypeId, to }) =>
      !changes.some(
        (change) => [null, change.issueTypeId].includes(issueTypeId) && statusIdsOf(change.after).includes(to),
      ),
  );
  const missing = changes.flatMap((change) => {
    const statuses = unmappedStatuses(change, moves);
    return statuses.length === 0
      ? []
      : [
          `Issue type with ID '${change.issueTypeId}' is missing the mappings required for statuses with IDs ${statuses.join(',')}.`,
        ];
  });
  if (missing.length > 0) throw badRequest(...new Set(missing));
  if (wrong !== undefined) throw badRequest(`The new workflow does not have the status ${wrong.to}.`);
}

/** The work of POST /rest/api/3/workflowscheme/project/switch. */
export function switchScheme(site: JiraSite, account: Account, input: Json): Json {
  const { projectId, schemeId, moves } = switchSchema.parse(input);
  const project = site.store.state.projects.find(({ id }) => id === projectId);
  if (project === undefined) throw notFound('The project was not found.');
  const scheme = requireScheme(site, schemeId);
  migrate(site, account, [project], scheme, moves, () => {
    project.workflowSchemeId = scheme.id;
  });
  return null;
}

/** The work of POST /rest/api/3/workflowscheme/update. */
export function updateScheme(site: JiraSite, account: Account, input: Json): Json {
  const { schemeId, name, description, defaultWorkflowId, workflowIds, moves } = updateSchema.parse(input);
  const scheme = requireScheme(site, schemeId);
  const next = { defaultWorkflowId, workflowIds };
  migrate(site, account, projectsUsing(site, scheme), next, moves, () => {
    Object.assign(scheme, { name, description, ...next, versionNumber: scheme.versionNumber + 1 });
  });
  return null;
}

/** The work of POST /rest/api/3/workflowscheme/{id}/draft/publish. */
export function publishDraft(site: JiraSite, account: Account, input: Json): Json {
  const { schemeId, moves } = publishSchema.parse(input);
  const scheme: WorkflowScheme = requireScheme(site, schemeId);
  const { name, description, ...draft } = requireDraft(scheme);
  const next = assignmentOf(draft);
  migrate(site, account, projectsUsing(site, scheme), next, moves, () => {
    Object.assign(scheme, { name, description, ...next, draft: null, versionNumber: scheme.versionNumber + 1 });
  });
  return null;
}

function migrate(
  site: JiraSite,
  account: Account,
  projects: readonly Project[],
  next: WorkflowAssignment,
  moves: readonly StatusMove[],
  assign: () => void,
): void {
  const changes = assignmentChanges(site, projects, next);
  requireMappings(changes, moves);
  assign();
  migrateIssues(site, account.accountId, changes, moves);
}
