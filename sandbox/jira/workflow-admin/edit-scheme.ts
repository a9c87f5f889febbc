/**
 * Changing what a workflow scheme assigns. A scheme that a project uses is not changed itself: its draft is, when the
 * request says `updateDraftIfNeeded`.
 */
import type { Account, JiraSite } from '../jira-site';
import { badRequest } from '../refusal';
import type { WorkflowScheme } from '../state';
import type { WorkflowAssignment, WorkflowSchemeDraft } from '../workflow-state';
import { schemeView, draftView } from './scheme-view';
import { isActive } from './usages';

export type AssignmentEdit = (assignment: WorkflowAssignment) => WorkflowAssignment;

/** Edits the scheme, or its draft, and answers the view of what was edited. 400 for an active scheme without leave. */
export function editScheme(
  site: JiraSite,
  account: Account,
  scheme: WorkflowScheme,
  updateDraftIfNeeded: boolean,
  edit: AssignmentEdit,
) {
  if (!isActive(site, scheme)) {
    Object.assign(scheme, edit(assignmentOf(scheme)), { versionNumber: scheme.versionNumber + 1 });
    return schemeView(site, scheme);
  }
  if (!updateDraftIfNeeded) {
    throw badRequest('The workflow scheme is active and cannot be edited. Set updateDraftIfNeeded to edit its draft.');
  }
  return editDraft(site, account, scheme, edit);
}

/** Edits the draft, which is made when there is none. */
export function editDraft(site: JiraSite, account: Account, scheme: WorkflowScheme, edit: AssignmentEdit) {
  const draft = scheme.draft ?? createDraft(site, account, scheme);
  Object.assign(draft, edit(assignmentOf(draft)), {
    lastModified: site.clock.now(),
    lastModifiedBy: account.accountId,
  });
  return draftView(site, scheme, draft, account);
}

/** Gives an active scheme the one draft that it can have. */
export function createDraft(site: JiraSite, account: Account, scheme: WorkflowScheme): WorkflowSchemeDraft {
  if (!isActive(site, scheme)) throw badRequest('Only active workflow schemes can have drafts.');
  if (scheme.draft !== null) throw badRequest('The workflow scheme has a draft already.');
  const draft = {
    id: site.store.nextId('workflowscheme'),
    name: scheme.name,
    description: scheme.description,
    ...assignmentOf(scheme),
    lastModified: site.clock.now(),
    lastModifiedBy: account.accountId,
  };
  scheme.draft = draft;
  return draft;
}

/** A copy. */
export function assignmentOf({ defaultWorkflowId, workflowIds }: WorkflowAssignment): WorkflowAssignment {
  return { defaultWorkflowId, workflowIds: { ...workflowIds } };
}

export function withoutIssueTypes(workflowIds: Readonly<Record<string, string>>, leaving: (type: string) => boolean) {
  return Object.fromEntries(Object.entries(workflowIds).filter(([issueTypeId]) => !leaving(issueTypeId)));
}
