/**
 * Who may do what. Permissions are granted to groups by the seed; the group name `*` stands for everybody who is logged
 * in. The app's own account holds every permission, as the atlassian-addons-project-access role gives it on a Cloud site.
 */
import { forbidden, notFound } from './refusal';
import type { Account, JiraSite } from './jira-site';
import type { IssueRecord, Project } from './state';

/** A permission that a seed leaves out is held by those who hold its stand-in, in the manner of a default scheme. */
const STAND_INS: Readonly<Record<string, string>> = {
  ASSIGN_ISSUES: 'EDIT_ISSUES',
  ASSIGNABLE_USER: 'BROWSE_PROJECTS',
  LINK_ISSUES: 'EDIT_ISSUES',
  MOVE_ISSUES: 'EDIT_ISSUES',
  MODIFY_REPORTER: 'ADMINISTER_PROJECTS',
};

export function isAdministrator(site: JiraSite, account: Account): boolean {
  if (account.kind === 'app') return true;
  return inAnyGroup(site, account, site.store.state.administrators);
}

/** True when the account holds a project permission. Administrators of the site administer every project. */
export function holds(site: JiraSite, account: Account, permission: string, project: Project): boolean {
  if (account.kind === 'app') return true;
  if (permission === 'ADMINISTER_PROJECTS' && isAdministrator(site, account)) return true;
  const groups = project.permissions[permission];
  if (groups !== undefined) return inAnyGroup(site, account, groups);
  const standIn = STAND_INS[permission];
  return standIn !== undefined && holds(site, account, standIn, project);
}

/** Deactivated people keep their groups but may do nothing. */
function inAnyGroup(site: JiraSite, account: Account, groupNames: readonly string[]): boolean {
  if (site.directory.findPerson(account.accountId)?.active !== true) return false;
  if (groupNames.includes('*')) return true;
  return site.directory.groupsOf(account.accountId).some((group) => groupNames.includes(group.name));
}

export function mayBrowse(site: JiraSite, account: Account, issue: IssueRecord): boolean {
  return holds(site, account, 'BROWSE_PROJECTS', site.store.projectOf(issue));
}

/** The issue, or Jira's 404, which does not tell an issue that does not exist from one that the caller may not see. */
export function requireIssue(site: JiraSite, account: Account, idOrKey: string): IssueRecord {
  const issue = site.store.findIssue(idOrKey);
  if (issue === undefined || !mayBrowse(site, account, issue)) {
    throw notFound('Issue does not exist or you do not have permission to see it.');
  }
  return issue;
}

/** The project, or Jira's 404. */
export function requireProject(site: JiraSite, account: Account, idOrKey: string): Project {
  const project = site.store.findProject(idOrKey);
  if (project === undefined || !maySeeProject(site, account, project)) {
    throw notFound(`No project could be found with ${/^\d+$/.test(idOrKey) ? 'id' : 'key'} '${idOrKey}'.`);
  }
  return project;
}

export function maySeeProject(site: JiraSite, account: Account, project: Project): boolean {
  return holds(site, account, 'BROWSE_PROJECTS', project) || holds(site, account, 'ADMINISTER_PROJECTS', project);
}

/** Refuses, in the words of the resource, everybody who lacks Administer Jira. */
export function requireAdministrator(
  site: JiraSite,
  account: Account,
  refusal = 'Only Jira administrators can perform this operation.',
): void {
  if (!isAdministrator(site, account)) throw forbidden(refusal);
}
