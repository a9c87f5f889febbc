/** Issues as Jira expressions see them. */
import { mayBrowse } from '../access';
import { isObject } from '../document';
import { applicableField } from '../fields/applicable-field';
import { findField } from '../fields/field-catalogue';
import { asNumber, asText } from '../fields/field-kind';
import { issueHead } from '../issue/issue-view';
import type { Account, JiraSite } from '../jira-site';
import type { IssueRecord, Json } from '../state';
import { changelogObject, commentObject, entityProperties, linkObject, richText } from './content-objects';
import { calendarDateValue, dateValue } from './date-values';
import { issueTypeObject, namedObject, projectObject, statusObject, userObject } from './jira-objects';
import type { Meter } from './meter';
import { fromJson } from './values';
import type { JiraObject, Value } from './values';

/** What the type has on Atlassian and the sandbox does not keep. */
const UNSUPPORTED: readonly string[] = [
  'environment', 'securityLevel', 'originalEstimate', 'remainingEstimate', 'timeSpent', 'parent', 'childIssues',
  'subtasks', 'votes', 'watches', 'voters', 'watchers', 'versions', 'fixVersions', 'components', 'attachments', 'worklogs',
  'getNewestChangelog', 'isEpic', 'epic', 'sprint', 'closedSprints', 'flagged', 'done', 'color', 'stories',
]; // prettier-ignore

export interface IssueSight {
  /** For whom the expression runs. */
  readonly viewer: Account;
  /** The issue of the context: its custom fields are there already, those of other issues are loaded. */
  readonly inContext: boolean;
  /** Comments that the transition adds. */
  readonly newComments?: readonly Json[];
}

/** The issue with the values that `issue` holds: for an issue with the edits of a screen, hand over a copy that has them. */
export function issueObject(site: JiraSite, issue: IssueRecord, sight: IssueSight): JiraObject {
  const { viewer } = sight;
  const { values } = issue;
  const person = (id: string) => (meter: Meter) => {
    meter.loadOnce(id);
    return values[id] == null ? null : userObject(site, asText(values[id]), viewer);
  };
  const instant = (id: string) => () => (values[id] == null ? null : dateValue(asNumber(values[id])));
  const members: JiraObject['members'] = {
    id: () => (issue.id === '' ? null : Number(issue.id)),
    key: () => (issue.key === '' ? null : issue.key),
    summary: () => (values.summary == null ? null : asText(values.summary)),
    description: () => (values.description == null ? null : richText(values.description)),
    issueType: () => issueTypeObject(site, asText(values.issuetype)),
    status: () => statusObject(site, site.store.status(asText(values.status))),
    priority: () => namedObject('IssuePriority', asText(values.priority)),
    resolution: () => namedObject('Resolution', asText(values.resolution)),
    created: instant('created'),
    updated: instant('updated'),
    resolutionDate: instant('resolutiondate'),
    dueDate: () => (values.duedate == null ? null : calendarDateValue(asText(values.duedate))),
    project: () => projectObject(site, site.store.projectOf(issue), viewer),
    assignee: person('assignee'),
    reporter: person('reporter'),
    creator: person('creator'),
    labels: (meter) => {
      meter.loadOnce('labels');
      return fromJson(values.labels ?? []);
    },
    comments: (meter) => {
      meter.load();
      return [...issue.comments, ...(sight.newComments ?? [])].map((comment) =>
        commentObject(site, issue, comment, viewer),
      );
    },
    links: (meter) => {
      meter.load();
      return linksOf(site, issue, viewer);
    },
    changelogs: (meter) => {
      meter.load();
      return issue.history.map((history) => changelogObject(site, history, viewer)).reverse();
    },
    properties: () => entityProperties(issue.properties),
  };
  return {
    kind: 'object',
    typeName: 'Issue',
    identity: issue.id === '' ? 'new' : issue.id,
    members,
    unsupported: UNSUPPORTED,
    named: (name, meter) => customField(site, issue, name, sight, meter),
    json: () => issueHead(site, issue),
  };
}

/** As Get issue shows it: people, options and dates are JSON, not objects. Null where it is empty, undefined out of its contexts. */
function customField(
  site: JiraSite,
  issue: IssueRecord,
  id: string,
  sight: IssueSight,
  meter: Meter,
): Value | undefined {
  const scope = { projectId: asText(issue.values.project), issueTypeId: asText(issue.values.issuetype) };
  const found = findField(site.store, id);
  const field = found?.custom === true ? applicableField(found, scope) : undefined;
  if (field === undefined) return undefined;
  if (!sight.inContext) meter.load();
  const value = issue.values[id] ?? null;
  if (value === null) return null;
  return fromJson(field.kind.show(value, { site, field, project: site.store.projectOf(issue) }));
}

function linksOf(site: JiraSite, issue: IssueRecord, viewer: Account): readonly JiraObject[] {
  const other = (issueId: string): JiraObject | null => {
    const found = site.store.findIssue(issueId);
    if (found === undefined || !mayBrowse(site, viewer, found)) return null;
    return issueObject(site, found, { viewer, inContext: found.id === issue.id });
  };
  return site.store.state.links
    .filter((link) => link.inwardId === issue.id || link.outwardId === issue.id)
    .map((link) => linkObject(site, link, issue, other));
}

/** A rich text of a custom field (`new RichText(...)`). */
export function richTextOf(document: unknown): JiraObject | undefined {
  return isObject(document) ? richText(document) : undefined;
}
