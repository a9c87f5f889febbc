/** What a workflow says about an issue: the transitions from its status, whether it may be edited, its resolution. */
import { DEFAULT_RESOLUTION } from '../catalogue';
import { asText } from '../fields/field-kind';
import type { JiraSite } from '../jira-site';
import type { IssueRecord, Json, StatusCategory, Transition, Workflow } from '../state';

export function workflowOf(site: JiraSite, issue: IssueRecord): Workflow {
  return site.store.workflowFor(site.store.projectOf(issue), asText(issue.values.issuetype));
}

/** Every workflow has one; it is checked when the workflow is loaded. */
export function initialTransition(workflow: Workflow): Transition {
  const initial = workflow.transitions.find((transition) => transition.type === 'INITIAL');
  if (initial === undefined) throw new Error(`Workflow '${workflow.name}' has no initial transition`);
  return initial;
}

/** The transitions that lead on from the status of the issue, whoever asks. */
export function transitionsFrom(site: JiraSite, issue: IssueRecord): readonly Transition[] {
  const status = asText(issue.values.status);
  return workflowOf(site, issue).transitions.filter(
    (transition) =>
      transition.type === 'GLOBAL' || (transition.type === 'DIRECTED' && transition.fromStatusIds.includes(status)),
  );
}

/** False in a status with the property `jira.issue.editable` = `false`. */
export function isEditable(site: JiraSite, issue: IssueRecord): boolean {
  const status = workflowOf(site, issue).statuses.find((entry) => entry.statusId === issue.values.status);
  return status?.editable ?? true;
}

/**
 * The resolution that the issue has once it stands in the target status. A `system:update-field` action on `resolution`
 * decides when the transition has one. Otherwise the sandbox does what Atlassian's project templates set up by such
 * actions: Done on the way into the DONE category (unless the screen chose another), none on the way out.
 */
export function resolutionAfter(
  site: JiraSite,
  issue: IssueRecord,
  transition: Transition,
  fromCategory: StatusCategory,
): Json {
  const action = transition.actions.find((rule) => rule.parameters.field === 'resolution');
  if (action !== undefined) return action.parameters.value === '' ? null : (action.parameters.value ?? null);
  const chosen = issue.values.resolution ?? null;
  const done = site.store.status(transition.toStatusId).category === 'DONE';
  if (fromCategory === 'DONE') return done ? chosen : null;
  return done ? (chosen ?? DEFAULT_RESOLUTION) : chosen;
}
