/** POST /rest/api/3/bulk/issues/delete: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/ */
import { z } from 'zod';
import { holds, mayBrowse } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { badRequest, forbidden } from '../refusal';
import type { IssueRecord } from '../state';

const deleteSchema = z.strictObject({
  selectedIssueIdsOrKeys: z.array(z.string()).min(1).max(1000),
  sendBulkNotification: z.boolean().nullish(),
});

/** The issues that the request names; 400 when one cannot be seen, 403 when one may not be deleted. */
export function selectedIssues(site: JiraSite, account: Account, body: unknown): readonly IssueRecord[] {
  const request = deleteSchema.safeParse(body);
  if (!request.success) throw badRequest('selectedIssueIdsOrKeys must list between 1 and 1,000 issues.');
  return request.data.selectedIssueIdsOrKeys.map((idOrKey) => {
    const issue = site.store.findIssue(idOrKey);
    if (issue === undefined || !mayBrowse(site, account, issue)) {
      throw badRequest('Some of the issues in the selectedIssueIdsOrKeys are not valid');
    }
    if (!holds(site, account, 'DELETE_ISSUES', site.store.projectOf(issue))) {
      throw forbidden(`You do not have permission to delete ${issue.key}.`);
    }
    return issue;
  });
}
