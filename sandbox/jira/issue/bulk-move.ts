/**
 * POST /rest/api/3/bulk/issues/move: moves issues to another project or type. A task does it, issue by issue.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/#api-rest-api-3-bulk-issues-move-post
 */
import { z } from 'zod';
import { holds, mayBrowse } from '../access';
import { asText } from '../fields/field-kind';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, unsupported } from '../refusal';
import type { IssueRecord, Project } from '../state';
import { initialTransition } from '../workflow/life-cycle';

const MOST_ISSUES = 1000;

const targetSchema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1),
  inferFieldDefaults: z.boolean().default(false),
  inferStatusDefaults: z.boolean().default(false),
  inferSubtaskTypeDefault: z.boolean().default(false),
  inferClassificationDefaults: z.boolean().default(false),
  targetMandatoryFields: z.array(z.unknown()).nullish(),
  targetStatus: z.array(z.strictObject({ statuses: z.record(z.string(), z.array(z.string())) })).nullish(),
  targetClassification: z.array(z.unknown()).nullish(),
});
type Target = z.infer<typeof targetSchema>;

const moveSchema = z.strictObject({
  sendBulkNotification: z.boolean().nullish(),
  targetToSourcesMapping: z.record(z.string(), targetSchema),
});

export interface PlannedMove {
  readonly issue: IssueRecord;
  readonly project: Project;
  readonly issueTypeId: string;
  readonly statusId: string;
}

/** What the request asks for. Throws Jira's 400 when a part of it cannot be done, and 501 for what the sandbox has not. */
export function planMoves(site: JiraSite, account: Account, body: unknown): readonly PlannedMove[] {
  const request = moveSchema.safeParse(body);
  if (!request.success) throw badRequest('targetToSourcesMapping must map a target to the issues that move there.');
  const moves = Object.entries(request.data.targetToSourcesMapping).flatMap(([key, target]) =>
    planTarget(site, account, key, target),
  );
  if (moves.length === 0) throw badRequest('There is no issue to move.');
  if (moves.length > MOST_ISSUES) throw badRequest(`At most ${MOST_ISSUES} issues can be moved at once.`);
  return moves;
}

function planTarget(site: JiraSite, account: Account, key: string, target: Target): readonly PlannedMove[] {
  if ((target.targetMandatoryFields ?? []).length > 0) throw unsupported('targetMandatoryFields of a move');
  if ((target.targetClassification ?? []).length > 0) throw unsupported('targetClassification of a move');
  const [projectKey = '', issueTypeId = '', parent] = key.split(',');
  if (parent !== undefined) throw unsupported('moving an issue below a parent');
  const project = site.store.findProject(projectKey);
  if (project === undefined || !holds(site, account, 'CREATE_ISSUES', project)) {
    throw badRequest(`You cannot create issues in the project '${projectKey}'.`);
  }
  if (!site.store.issueTypeIdsOf(project).includes(issueTypeId)) {
    throw badRequest(`The issue type '${issueTypeId}' is not available in the project '${projectKey}'.`);
  }
  const type = site.store.state.issueTypes.find(({ id }) => id === issueTypeId);
  if ((type?.hierarchyLevel ?? 0) < 0) throw unsupported('moving an issue to a sub-task type');
  return target.issueIdsOrKeys.map((idOrKey) => {
    const issue = site.store.findIssue(idOrKey);
    if (issue === undefined || !mayBrowse(site, account, issue)) {
      throw badRequest('Some of the issues in the issueIdsOrKeys are not valid');
    }
    if (!holds(site, account, 'MOVE_ISSUES', site.store.projectOf(issue))) {
      throw badRequest(`You do not have the permission to move ${issue.key}.`);
    }
    return { issue, project, issueTypeId, statusId: targetStatus(site, issue, project, issueTypeId, target) };
  });
}

/** The status it has where the workflow of the target knows it, else the mapped or the initial one. */
function targetStatus(site: JiraSite, issue: IssueRecord, project: Project, typeId: string, target: Target): string {
  const workflow = site.store.workflowFor(project, typeId);
  const known = workflow.statuses.map(({ statusId }) => statusId);
  const current = asText(issue.values.status);
  if (known.includes(current)) return current;
  if (target.inferStatusDefaults) return initialTransition(workflow).toStatusId;
  const mappings = (target.targetStatus ?? []).flatMap(({ statuses }) => Object.entries(statuses));
  const mapped = mappings.find(([, sources]) => sources.includes(current))?.[0];
  if (mapped !== undefined && known.includes(mapped)) return mapped;
  throw badRequest(`The status of ${issue.key} needs a target status in the workflow '${workflow.name}'.`);
}
