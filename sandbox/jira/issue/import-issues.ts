/**
 * Issues that come into being in any status: Jira's own CSV import puts them where the file says, without a transition,
 * and so without any condition, validator or screen. It is no REST path of Jira, so it is none here. What it publishes,
 * one `avi:jira:created:issue` for each issue, is how a webhook sees an import; Atlassian does not document it for apps.
 * https://support.atlassian.com/jira-cloud-administration/docs/import-data-from-a-csv-file/
 */
import { z } from 'zod';
import { isAdministrator } from '../access';
import { DEFAULT_PRIORITY } from '../catalogue';
import { allFields } from '../fields/field-catalogue';
import type { Account, JiraSite } from '../jira-site';
import { badFields, badRequest, forbidden } from '../refusal';
import type { IssueRecord, Project } from '../state';
import { readEdits } from './issue-edits';
import { publishCreated } from './issue-events';

export const importedIssueSchema = z.strictObject({
  /** Key or id. */
  project: z.string(),
  /** Name or id. */
  issueType: z.string(),
  /** Name or id of a status of the workflow. */
  status: z.string(),
  /** As in `POST /rest/api/3/issue`; any field that the issue can have, whatever screens there are. */
  fields: z.record(z.string(), z.unknown()),
});
export type ImportedIssue = z.infer<typeof importedIssueSchema>;

/** All issues, or one refusal and none. For Jira administrators. */
export function importIssues(site: JiraSite, account: Account, rows: readonly ImportedIssue[]): readonly IssueRecord[] {
  if (!isAdministrator(site, account)) throw forbidden('Only Jira administrators can import issues.');
  const drafts = rows.map((row) => ({ project: projectOf(site, row), values: valuesOf(site, account, row) }));
  return drafts.map(({ project, values }) => {
    project.lastIssueNumber += 1;
    const key = `${project.key}-${project.lastIssueNumber}`;
    const issue: IssueRecord = {
      id: site.store.nextId('issue'),
      key,
      values,
      history: [],
      comments: [],
      properties: {},
    };
    site.store.addIssue(issue);
    publishCreated(site, account, issue);
    return issue;
  });
}

function projectOf(site: JiraSite, row: ImportedIssue): Project {
  const project = site.store.findProject(row.project);
  if (project === undefined) throw badRequest(`There is no project '${row.project}'.`);
  return project;
}

function valuesOf(site: JiraSite, account: Account, row: ImportedIssue): IssueRecord['values'] {
  const project = projectOf(site, row);
  const offered = site.store.issueTypeIdsOf(project);
  const named = <Entry extends { readonly id: string; readonly name: string }>(
    entries: readonly Entry[],
    text: string,
  ) => entries.find(({ id, name }) => id === text || name === text);
  const type = named(
    site.store.state.issueTypes.filter(({ id }) => offered.includes(id)),
    row.issueType,
  );
  if (type === undefined) throw badRequest(`The project ${project.key} has no issue type '${row.issueType}'.`);
  const workflow = site.store.workflowFor(project, type.id);
  const status = named(
    workflow.statuses.map(({ statusId }) => site.store.status(statusId)),
    row.status,
  );
  if (status === undefined) throw badRequest(`The workflow '${workflow.name}' has no status '${row.status}'.`);
  const screen = allFields(site.store).map(({ id }) => id);
  const edits = readEdits(site, { account, project, issueTypeId: type.id, screen }, { fields: row.fields });
  if ((edits.values.get('summary') ?? null) === null) {
    throw badFields({ summary: 'You must specify a summary of the issue.' });
  }
  const now = site.clock.now();
  return {
    priority: DEFAULT_PRIORITY,
    reporter: account.accountId,
    resolution: null,
    ...Object.fromEntries(edits.values),
    project: project.id,
    issuetype: type.id,
    creator: account.accountId,
    status: status.id,
    created: now,
    updated: now,
    statuscategorychangedate: now,
  };
}
