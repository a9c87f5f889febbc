/** Issue links as Jira's REST API shows them. */
import { mayBrowse } from '../access';
import { LINK_TYPES } from '../catalogue';
import type { Account, JiraSite } from '../jira-site';
import { issueTypeView, statusView } from '../object-views';
import { priority } from '../fields/system-kinds';
import { asText } from '../fields/field-kind';
import { findField } from '../fields/field-catalogue';
import type { IssueLink, IssueRecord } from '../state';

export function linkTypeView(site: JiraSite, id: string) {
  const type = LINK_TYPES.find((entry) => entry.id === id);
  if (type === undefined) throw new Error(`No link type ${id}`);
  return { ...type, self: `${site.baseUrl()}/rest/api/3/issueLinkType/${id}` };
}

/** The short form of an issue at the other end of a link. */
export function linkedIssueView(site: JiraSite, issue: IssueRecord) {
  const field = findField(site.store, 'priority');
  const chosen = issue.values.priority ?? null;
  return {
    id: issue.id,
    key: issue.key,
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}`,
    fields: {
      summary: issue.values.summary,
      status: statusView(site, site.store.statusOf(issue)),
      ...(field === undefined || chosen === null
        ? {}
        : { priority: priority.show(chosen, { site, field, project: undefined }) }),
      issuetype: issueTypeView(site, asText(issue.values.issuetype)),
    },
  };
}

/** The links of an issue whose other ends `viewer` may see; all of them without a viewer. */
export function issueLinksView(site: JiraSite, issue: IssueRecord, viewer?: Account): readonly unknown[] {
  return site.store.state.links.flatMap((link) => {
    const side = link.outwardId === issue.id ? 'inwardIssue' : link.inwardId === issue.id ? 'outwardIssue' : undefined;
    if (side === undefined) return [];
    const other = site.store.findIssue(side === 'inwardIssue' ? link.inwardId : link.outwardId);
    if (other === undefined || (viewer !== undefined && !mayBrowse(site, viewer, other))) return [];
    return [{ ...linkHead(site, link), [side]: linkedIssueView(site, other) }];
  });
}

export function linkHead(site: JiraSite, link: IssueLink) {
  return {
    id: link.id,
    self: `${site.baseUrl()}/rest/api/3/issueLink/${link.id}`,
    type: linkTypeView(site, link.typeId),
  };
}
