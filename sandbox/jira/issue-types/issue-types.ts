/** Making, renaming and deleting the issue types that company-managed projects share. */
import { checkedName, isTaken } from '../administration';
import type { JiraSite } from '../jira-site';
import type { IssueType } from '../projects/project-state';
import { DEFAULT_ISSUE_TYPE_SCHEME } from '../projects/site-defaults';
import { badRequest, JiraRefusal, notFound, unsupported } from '../refusal';

const LONGEST_NAME = 60;

/** Adds the issue type to the site and to the default issue type scheme. */
export function createIssueType(
  site: JiraSite,
  { name, description, hierarchyLevel }: Pick<IssueType, 'name' | 'description' | 'hierarchyLevel'>,
): IssueType {
  const type = {
    id: site.store.nextId('issuetype'),
    name: checkedTypeName(site, name),
    description,
    hierarchyLevel,
    projectId: null,
  };
  site.store.state.issueTypes.push(type);
  site.store.issueTypeScheme(DEFAULT_ISSUE_TYPE_SCHEME).issueTypeIds.push(type.id);
  return type;
}

/** 400 above 60 characters, 409 where another issue type has the name. */
export function checkedTypeName(site: JiraSite, given: string, except?: IssueType): string {
  const name = checkedName(given, LONGEST_NAME);
  const shared = site.store.state.issueTypes.filter(({ projectId }) => projectId === null);
  if (isTaken(shared, name, except)) throw new JiraRefusal(409, ['An issue type with this name already exists.']);
  return name;
}

export function requireIssueType(site: JiraSite, id: string): IssueType {
  const type = site.store.state.issueTypes.find((entry) => entry.id === id);
  if (type === undefined) throw notFound('The issue type was not found.');
  return type;
}

/** Deletes an issue type that no issue uses; schemes, screen mappings and field contexts lose it with it. */
export function deleteIssueType(site: JiraSite, type: IssueType, alternative: string | undefined): void {
  const { state } = site.store;
  if (state.issues.some(({ values }) => values.issuetype === type.id)) refuseUsed(site, type, alternative);
  const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== type.id);
  const contexts = state.fields.flatMap((field) => field.contexts);
  if (contexts.some(({ issueTypeIds }) => issueTypeIds.length === 1 && issueTypeIds.includes(type.id))) {
    throw unsupported('deleting the only issue type of a field context');
  }
  const emptied = state.issueTypeSchemes.find((scheme) => without(scheme.issueTypeIds).length === 0);
  if (emptied !== undefined) throw unsupported(`deleting the only issue type of the scheme '${emptied.name}'`);
  state.issueTypes = state.issueTypes.filter((entry) => entry !== type);
  for (const context of contexts) context.issueTypeIds = without(context.issueTypeIds);
  for (const scheme of state.issueTypeSchemes) {
    scheme.issueTypeIds = without(scheme.issueTypeIds);
    if (scheme.defaultIssueTypeId === type.id) scheme.defaultIssueTypeId = null;
  }
  for (const scheme of state.issueTypeScreenSchemes) {
    scheme.mappings = scheme.mappings.filter(({ issueTypeId }) => issueTypeId !== type.id);
  }
  for (const scheme of state.workflowSchemes) {
    for (const assignment of scheme.draft === null ? [scheme] : [scheme, scheme.draft]) {
      const others = Object.entries(assignment.workflowIds).filter(([id]) => id !== type.id);
      assignment.workflowIds = Object.fromEntries(others);
    }
  }
}

function refuseUsed(site: JiraSite, type: IssueType, alternative: string | undefined): never {
  if (alternative === undefined) {
    throw notFound('The issue type is in use and an alternative issue type was not specified.');
  }
  const other = requireIssueType(site, alternative);
  if (other === type) throw new JiraRefusal(409, ['The alternative issue type must be another issue type.']);
  if (type.hierarchyLevel >= 0 && other.hierarchyLevel < 0) {
    throw new JiraRefusal(409, ['A standard issue type cannot be replaced by a sub-task issue type.']);
  }
  throw unsupported('giving issues another type because theirs is deleted');
}

/** Refuses hierarchy levels that Jira does not let an administrator make. */
export function checkedLevel(level: number): 0 | -1 {
  if (level !== 0 && level !== -1) throw badRequest('The hierarchy level of an issue type must be 0 or -1.');
  return level;
}
