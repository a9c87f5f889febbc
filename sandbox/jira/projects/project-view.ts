/** Projects as the list and the details of projects answer them. */
import type { Account, JiraSite } from '../jira-site';
import { issueTypeView, projectReferenceView } from '../object-views';
import { asNumber } from '../fields/field-kind';
import { jiraTimestamp } from '../timestamp';
import { userView } from '../user-view';
import type { Project } from './project-state';

export function projectView(site: JiraSite, project: Project) {
  return { ...projectReferenceView(site, project), style: project.style, isPrivate: false };
}

/** What `expand` of the list adds; the details have the first three always. */
export function projectExpansions(
  site: JiraSite,
  account: Account,
  project: Project,
  expand: readonly string[],
): Record<string, unknown> {
  const parts: Readonly<Record<string, () => unknown>> = {
    description: () => project.description,
    lead: () => userView(site, project.leadAccountId, account),
    issueTypes: () => site.store.issueTypeIdsOf(project).map((id) => issueTypeView(site, id)),
    url: () => project.url,
    insight: () => insight(site, project),
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => (expand.includes(name) ? [[name, part()]] : [])),
  );
}

function insight(site: JiraSite, project: Project) {
  const issues = site.store.state.issues.filter(({ values }) => values.project === project.id);
  const last = Math.max(...issues.map(({ values }) => asNumber(values.updated)));
  return {
    totalIssueCount: issues.length,
    ...(issues.length === 0 ? {} : { lastIssueUpdateTime: jiraTimestamp(last) }),
  };
}

/** Name and address of each role of the site in the project. */
export function projectRoles(site: JiraSite, project: Project): Record<string, string> {
  return Object.fromEntries(
    site.store.state.roles.map(({ id, name }) => [
      name,
      `${site.baseUrl()}/rest/api/3/project/${project.id}/role/${id}`,
    ]),
  );
}
