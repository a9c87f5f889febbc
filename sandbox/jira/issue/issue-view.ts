/** Issues as Get issue and the search show them. */
import { applicableField } from '../fields/applicable-field';
import { allFields } from '../fields/field-catalogue';
import { asText } from '../fields/field-kind';
import type { Field } from '../fields/field-kind';
import { fieldSchemaView } from '../fields/field-metadata';
import type { Account, JiraSite } from '../jira-site';
import type { History, IssueRecord } from '../state';
import { jiraTimestamp } from '../timestamp';
import { userView } from '../user-view';
import { commentView } from './comment-view';
import { issueLinksView } from './link-view';

const ISSUE_EXPANDS = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';

/** The fields that apply to an issue by id, in the formats of Get issue; null where empty. `chosen` undefined means all. */
export function issueFields(
  site: JiraSite,
  issue: IssueRecord,
  viewer?: Account,
  chosen?: readonly Field[],
): Record<string, unknown> {
  const project = site.store.projectOf(issue);
  const shown: Record<string, unknown> = {};
  const scope = { projectId: project.id, issueTypeId: asText(issue.values.issuetype) };
  for (const field of chosen ?? allFields(site.store)) {
    if (applicableField(field, scope) === undefined) continue;
    const value = issue.values[field.id] ?? null;
    if (field.kind.name === 'links') shown[field.id] = issueLinksView(site, issue, viewer);
    else if (field.kind.name === 'comments') shown[field.id] = commentsField(site, issue, viewer);
    else if (value === null) shown[field.id] = field.id === 'labels' ? [] : null;
    else shown[field.id] = field.kind.show(value, { site, field, project, viewer });
  }
  return shown;
}

function commentsField(site: JiraSite, issue: IssueRecord, viewer?: Account) {
  const total = issue.comments.length;
  return {
    comments: issue.comments.map((comment) => commentView(site, issue, comment, viewer)),
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}/comment`,
    maxResults: total,
    total,
    startAt: 0,
  };
}

/** The issue without its fields. */
export function issueHead(site: JiraSite, issue: IssueRecord) {
  return {
    expand: ISSUE_EXPANDS,
    id: issue.id,
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
  };
}

export function historyView(site: JiraSite, history: History, viewer?: Account) {
  return {
    id: history.id,
    author: userView(site, history.author, viewer),
    created: jiraTimestamp(history.created),
    items: history.items.map(({ fieldId, ...item }) => (fieldId === null ? item : { ...item, fieldId })),
  };
}

export function fieldNames(fields: readonly Field[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.id, field.name]));
}

export function fieldSchemas(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.id, fieldSchemaView(field)]));
}
