/** Issue type schemes: what each may be changed to, and when Jira refuses. Company-managed projects only. */
import { checkedDescription, checkedName, isTaken, requireDistinct } from '../administration';
import type { JiraSite } from '../jira-site';
import { isTeamManaged } from '../projects/managed-style';
import type { IssueTypeScheme, Project } from '../projects/project-state';
import { DEFAULT_ISSUE_TYPE_SCHEME } from '../projects/site-defaults';
import { badRequest, JiraRefusal, notFound } from '../refusal';

/** The schemes that the administration shows. */
export function classicIssueTypeSchemes(site: JiraSite): readonly IssueTypeScheme[] {
  return site.store.state.issueTypeSchemes.filter(({ id }) => !isTeamManaged(site.store, 'issueTypeSchemeId', id));
}

export function requireIssueTypeScheme(site: JiraSite, id: string): IssueTypeScheme {
  const scheme = classicIssueTypeSchemes(site).find((entry) => entry.id === id);
  if (scheme === undefined) throw notFound('The issue type scheme was not found.');
  return scheme;
}

/** Refuses ids of issue types that the site does not have or that belong to a team-managed project. */
export function requireIssueTypes(site: JiraSite, ids: readonly string[]): void {
  const known = site.store.state.issueTypes.filter(({ projectId }) => projectId === null).map(({ id }) => id);
  const missing = ids.filter((id) => !known.includes(id));
  if (missing.length > 0) throw notFound(`These issue types were not found: ${missing.join(', ')}`);
}

/** Refuses a scheme that nobody could create an ordinary issue with. */
export function requireStandardType(site: JiraSite, ids: readonly string[], refusal: string): void {
  const standard = site.store.state.issueTypes.filter(({ hierarchyLevel }) => hierarchyLevel >= 0).map(({ id }) => id);
  if (!ids.some((id) => standard.includes(id))) throw badRequest(refusal);
}

export interface SchemeDetails {
  readonly name: string;
  readonly description: string;
  readonly defaultIssueTypeId: string | null;
  readonly issueTypeIds: readonly string[];
}

export function createIssueTypeScheme(site: JiraSite, details: SchemeDetails): IssueTypeScheme {
  const name = checkedSchemeName(site, details.name);
  requireDistinct(details.issueTypeIds, 'issueTypeIds');
  requireIssueTypes(site, details.issueTypeIds);
  requireStandardType(site, details.issueTypeIds, 'At least one standard issue type must be provided.');
  const { defaultIssueTypeId } = details;
  if (defaultIssueTypeId !== null && !details.issueTypeIds.includes(defaultIssueTypeId)) {
    throw badRequest('The default issue type ID has to be present in issue type IDs list.');
  }
  const scheme = {
    id: site.store.nextId('issuetypescheme'),
    name,
    description: checkedDescription(details.description, 4000),
    isDefault: false,
    defaultIssueTypeId,
    issueTypeIds: [...details.issueTypeIds],
  };
  site.store.state.issueTypeSchemes.push(scheme);
  return scheme;
}

/** 409 where another scheme has the name. */
export function checkedSchemeName(site: JiraSite, given: string, except?: IssueTypeScheme): string {
  const name = checkedName(given, 255);
  if (isTaken(site.store.state.issueTypeSchemes, name, except)) {
    throw new JiraRefusal(409, ['The name is used by another scheme.']);
  }
  return name;
}

/** Projects with the scheme go back to the default one, which has every issue type. */
export function deleteIssueTypeScheme(site: JiraSite, scheme: IssueTypeScheme): void {
  if (scheme.isDefault) throw badRequest("The default issue type scheme can't be removed.");
  for (const project of projectsWith(site, scheme)) project.issueTypeSchemeId = DEFAULT_ISSUE_TYPE_SCHEME;
  site.store.state.issueTypeSchemes = site.store.state.issueTypeSchemes.filter((entry) => entry !== scheme);
}

/** Refused for types that issues use, for the default scheme, and for the last standard issue type. */
export function removeIssueType(site: JiraSite, scheme: IssueTypeScheme, issueTypeId: string): void {
  if (!scheme.issueTypeIds.includes(issueTypeId)) {
    throw notFound('The issue type was not found in the issue type scheme.');
  }
  if (scheme.isDefault) throw badRequest("Can't remove issue types from the default issue type scheme.");
  const rest = scheme.issueTypeIds.filter((id) => id !== issueTypeId);
  requireStandardType(site, rest, "Can't remove the last standard issue type from the issue type scheme.");
  const projectIds = projectsWith(site, scheme).map(({ id }) => id);
  const used = site.store.state.issues.some(
    ({ values }) => values.issuetype === issueTypeId && projectIds.some((id) => id === values.project),
  );
  if (used) throw badRequest("Can't remove the issue type from the issue type scheme because issues use it.");
  scheme.issueTypeIds = rest;
  if (scheme.defaultIssueTypeId === issueTypeId) scheme.defaultIssueTypeId = null;
}

/** Refused while issues of the project have types that the scheme lacks; the message says how many. */
export function assignIssueTypeScheme(site: JiraSite, scheme: IssueTypeScheme, project: Project): void {
  const orphans = site.store.state.issues.filter(
    ({ values }) => values.project === project.id && !scheme.issueTypeIds.some((id) => id === values.issuetype),
  );
  if (orphans.length > 0) {
    throw badRequest(
      `This issue type scheme can't be assigned to the project. This is because some issues in this project use issue types not present in the scheme. Before assigning the scheme to the project, update the issue types on these issues: ${orphans.length}`,
    );
  }
  project.issueTypeSchemeId = scheme.id;
}

export function projectsWith(site: JiraSite, scheme: IssueTypeScheme): readonly Project[] {
  return site.store.state.projects.filter(({ issueTypeSchemeId }) => issueTypeSchemeId === scheme.id);
}
