/** Who may administer workflows. */
import { holds, isAdministrator } from '../access';
import type { Account, JiraSite } from '../jira-site';
import { JiraRefusal } from '../refusal';

/** The resources of workflows and statuses answer 401, not 403, to people without Administer Jira. */
export function requireWorkflowAdministrator(site: JiraSite, account: Account): void {
  if (!isAdministrator(site, account)) throw refusal();
}

/** Reading statuses takes Administer Jira, or Administer Projects in a project. */
export function requireStatusReader(site: JiraSite, account: Account): void {
  const may = site.store.state.projects.some((project) => holds(site, account, 'ADMINISTER_PROJECTS', project));
  if (!may && !isAdministrator(site, account)) throw refusal();
}

function refusal(): JiraRefusal {
  return new JiraRefusal(401, ['You do not have permission to perform this operation.']);
}
