/** A group as Jira's REST API shows one. */
import type { Group } from '../../platform';
import type { JiraSite } from '../jira-site';

export function groupView(site: JiraSite, group: Group) {
  return {
    name: group.name,
    groupId: group.groupId,
    self: `${site.baseUrl()}/rest/api/3/group?groupId=${encodeURIComponent(group.groupId)}`,
  };
}
