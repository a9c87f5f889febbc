/** Comments as Jira's REST API shows them. */
import type { Account, JiraSite } from '../jira-site';
import type { Comment, IssueRecord } from '../state';
import { jiraTimestamp } from '../timestamp';
import { userView } from '../user-view';

export function commentView(site: JiraSite, issue: IssueRecord, comment: Comment, viewer?: Account) {
  const author = userView(site, comment.author, viewer);
  return {
    self: `${site.baseUrl()}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: comment.body,
    updateAuthor: author,
    created: jiraTimestamp(comment.created),
    updated: jiraTimestamp(comment.created),
    jsdPublic: true,
  };
}
