/** Looking up what the requests about workflow schemes name. */
import type { JiraSite } from '../jira-site';
import { badRequest, notFound, unsupported } from '../refusal';
import type { Workflow, WorkflowScheme } from '../state';
import type { WorkflowSchemeDraft } from '../workflow-state';
import { findWorkflowByName } from './find-workflow';

/** Jira's own name of the system workflow; this site's is called otherwise. */
const JIRA_WORKFLOW = 'jira';

export function requireScheme(site: JiraSite, id: string): WorkflowScheme {
  const scheme = site.store.state.workflowSchemes.find((entry) => entry.id === id);
  if (scheme === undefined) throw notFound('The workflow scheme was not found.');
  return scheme;
}

export function requireDraft({ draft }: WorkflowScheme): WorkflowSchemeDraft {
  if (draft === null) throw notFound('Draft workflow scheme was not found.');
  return draft;
}

/** A workflow that a path or a parameter names. */
export function requireNamedWorkflow(site: JiraSite, name: string): Workflow {
  const workflow = workflowNamed(site, name);
  if (workflow === undefined) throw notFound(`The workflow '${name}' was not found.`);
  return workflow;
}

/** A workflow that a body names. */
export function requireBodyWorkflow(site: JiraSite, name: string): Workflow {
  const workflow = workflowNamed(site, name);
  if (workflow === undefined) throw badRequest(`The workflow '${name}' does not exist.`);
  return workflow;
}

function workflowNamed(site: JiraSite, name: string): Workflow | undefined {
  const workflow = findWorkflowByName(site, name);
  if (workflow === undefined && name === JIRA_WORKFLOW) throw unsupported("the system workflow 'jira'");
  return workflow;
}

/** An issue type that a path names. */
export function requireIssueType(site: JiraSite, id: string): void {
  if (!isIssueType(site, id)) throw notFound(`The issue type '${id}' was not found.`);
}

/** Issue types that a body names. */
export function requireBodyIssueTypes(site: JiraSite, ids: readonly string[]): void {
  const unknown = ids.find((id) => !isIssueType(site, id));
  if (unknown !== undefined) throw badRequest(`The issue type '${unknown}' does not exist.`);
}

function isIssueType(site: JiraSite, id: string): boolean {
  return site.store.state.issueTypes.some((type) => type.id === id);
}
