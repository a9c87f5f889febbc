/**
 * The events of issues, in the shapes of https://developer.atlassian.com/platform/forge/events-reference/jira/.
 * People are given as account ids only; fields are those of Get issue.
 */
import type { Account, JiraSite } from '../jira-site';
import { statusView } from '../object-views';
import type { Comment, History, IssueLink, IssueRecord } from '../state';
import { commentView } from './comment-view';
import { issueFields } from './issue-view';
import { linkTypeView } from './link-view';
import { withoutPersonalData } from './personal-data';

export function publishCreated(site: JiraSite, account: Account, issue: IssueRecord): void {
  publish(site, account, 'avi:jira:created:issue', issue, {
    jiraEventTypeName: 'issue_created',
    ...associatedUsers([account.accountId]),
  });
}

/** `avi:jira:updated:issue`, and `avi:jira:assigned:issue` when somebody else has it now. */
export function publishUpdated(
  site: JiraSite,
  account: Account,
  issue: IssueRecord,
  history: History,
  jiraEventTypeName: string,
): void {
  const assignment = history.items.find((item) => item.fieldId === 'assignee');
  const people = [account.accountId, assignment?.from, assignment?.to].filter((id) => typeof id === 'string');
  const changelog = { id: history.id, items: history.items };
  publish(site, account, 'avi:jira:updated:issue', issue, {
    jiraEventTypeName,
    changelog,
    ...associatedUsers(people),
    ...associatedStatuses(site, history),
  });
  if (assignment !== undefined) {
    publish(site, account, 'avi:jira:assigned:issue', issue, { changelog, ...associatedUsers(people) });
  }
}

/** The same event for an update that leaves no changelog: what it says of that is not documented, so here it says nothing. */
export function publishRewritten(site: JiraSite, account: Account, issue: IssueRecord): void {
  publish(site, account, 'avi:jira:updated:issue', issue, {
    jiraEventTypeName: 'issue_updated',
    ...associatedUsers([account.accountId]),
  });
}

export function publishDeleted(site: JiraSite, account: Account, issue: IssueRecord): void {
  publish(site, account, 'avi:jira:deleted:issue', issue, associatedUsers([account.accountId]));
}

export function publishCommented(site: JiraSite, account: Account, issue: IssueRecord, comment: Comment): void {
  publish(site, account, 'avi:jira:commented:issue', issue, {
    comment: withoutPersonalData(commentView(site, issue, comment)),
    ...associatedUsers([account.accountId]),
  });
}

/** `avi:jira:created:issuelink` and `avi:jira:deleted:issuelink`. */
export function publishLink(site: JiraSite, account: Account, verb: 'created' | 'deleted', link: IssueLink): void {
  const eventType = `avi:jira:${verb}:issuelink`;
  const type = linkTypeView(site, link.typeId);
  site.events.publish({
    name: eventType,
    payload: {
      ...envelope(site, account, eventType),
      id: link.id,
      sourceIssueId: link.inwardId,
      destinationIssueId: link.outwardId,
      issueLinkType: {
        id: type.id,
        name: type.name,
        outwardName: type.outward,
        inwardName: type.inward,
        isSubTaskLinkType: false,
        isSystemLinkType: false,
      },
    },
  });
}

function publish(
  site: JiraSite,
  account: Account,
  eventType: string,
  issue: IssueRecord,
  rest: Readonly<Record<string, unknown>>,
): void {
  const shown = {
    id: issue.id,
    key: issue.key,
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}`,
    fields: withoutPersonalData(issueFields(site, issue)),
  };
  const payload = structuredClone({ ...envelope(site, account, eventType), issue: shown, ...rest });
  site.events.publish({ name: eventType, payload });
}

function envelope(site: JiraSite, account: Account, eventType: string) {
  return {
    eventType,
    selfGenerated: account.kind === 'app',
    atlassianId: account.accountId,
    timestamp: String(site.clock.now()),
  };
}

function associatedUsers(accountIds: readonly string[]) {
  return { associatedUsers: { users: [...new Set(accountIds)].map((accountId) => ({ accountId })) } };
}

function associatedStatuses(site: JiraSite, history: History) {
  const item = history.items.find((entry) => entry.fieldId === 'status');
  if (item === undefined) return {};
  const ids = [item.from, item.to].filter((id) => typeof id === 'string');
  return { associatedStatuses: { statuses: ids.map((id) => statusView(site, site.store.status(id))) } };
}
