/** Issue type screen schemes: which screen scheme an issue type of a project uses. */
import { checkedDescription, checkedName, isTaken } from '../administration';
import { requireIssueTypes } from '../issue-types/issue-type-schemes';
import type { JiraSite } from '../jira-site';
import { isTeamManaged } from '../projects/managed-style';
import type { Project } from '../projects/project-state';
import { DEFAULT_ISSUE_TYPE_SCREEN_SCHEME } from '../projects/site-defaults';
import { badRequest, notFound } from '../refusal';
import { requireScreenScheme } from './screen-schemes';
import type { IssueTypeScreenScheme } from './screen-state';

export type Mapping = IssueTypeScreenScheme['mappings'][number];

/** The key of the screen scheme for all issue types without a mapping. */
export const DEFAULT_MAPPING = 'default';

export function classicIssueTypeScreenSchemes(site: JiraSite): readonly IssueTypeScreenScheme[] {
  const { state } = site.store;
  return state.issueTypeScreenSchemes.filter(({ id }) => !isTeamManaged(site.store, 'issueTypeScreenSchemeId', id));
}

export function requireIssueTypeScreenScheme(site: JiraSite, id: string): IssueTypeScreenScheme {
  const scheme = classicIssueTypeScreenSchemes(site).find((entry) => entry.id === id);
  if (scheme === undefined) throw notFound('The issue type screen scheme was not found.');
  return scheme;
}

/** `mappings` must have one entry for `default`. */
export function createIssueTypeScreenScheme(
  site: JiraSite,
  { name, description, mappings }: Pick<IssueTypeScreenScheme, 'name' | 'description' | 'mappings'>,
): IssueTypeScreenScheme {
  const checked = checkedSchemeName(site, name);
  const text = checkedDescription(description, 255);
  const byDefault = mappings.find(({ issueTypeId }) => issueTypeId === DEFAULT_MAPPING);
  if (byDefault === undefined) throw badRequest('A default mapping must be provided.');
  requireMappings(site, mappings);
  const scheme = {
    id: site.store.nextId('issuetypescreenscheme'),
    name: checked,
    description: text,
    defaultScreenSchemeId: byDefault.screenSchemeId,
    mappings: mappings.filter((mapping) => mapping !== byDefault),
  };
  site.store.state.issueTypeScreenSchemes.push(scheme);
  return scheme;
}

export function checkedSchemeName(site: JiraSite, given: string, except?: IssueTypeScreenScheme): string {
  const name = checkedName(given, 255);
  if (isTaken(site.store.state.issueTypeScreenSchemes, name, except)) {
    throw badRequest('The issue type screen scheme name is in use.');
  }
  return name;
}

/**
 * Adds mappings to those that are there. Atlassian documents no replacement of a mapping by this call, so an issue type
 * that has one is refused; it has to be removed first.
 */
export function appendMappings(site: JiraSite, scheme: IssueTypeScreenScheme, mappings: readonly Mapping[]): void {
  if (mappings.some(({ issueTypeId }) => issueTypeId === DEFAULT_MAPPING)) {
    throw badRequest('A default mapping cannot be added.');
  }
  requireMappings(site, mappings);
  const mapped = mappings.filter(({ issueTypeId }) => hasMapping(scheme, issueTypeId));
  if (mapped.length > 0) {
    throw badRequest(
      `These issue types are already mapped: ${mapped.map(({ issueTypeId }) => issueTypeId).join(', ')}`,
    );
  }
  scheme.mappings.push(...mappings);
}

export function removeMappings(scheme: IssueTypeScreenScheme, issueTypeIds: readonly string[]): void {
  const missing = issueTypeIds.filter((id) => !hasMapping(scheme, id));
  if (missing.length > 0) throw notFound(`These issue type mappings were not found: ${missing.join(', ')}`);
  scheme.mappings = scheme.mappings.filter(({ issueTypeId }) => !issueTypeIds.includes(issueTypeId));
}

/** Refused while a project has it, and for the default one. */
export function deleteIssueTypeScreenScheme(site: JiraSite, scheme: IssueTypeScreenScheme): void {
  if (scheme.id === DEFAULT_ISSUE_TYPE_SCREEN_SCHEME) {
    throw badRequest('The default issue type screen scheme cannot be deleted.');
  }
  if (projectsWith(site, scheme).length > 0) {
    throw badRequest('The issue type screen scheme cannot be deleted because it is assigned to one or more projects.');
  }
  const { state } = site.store;
  state.issueTypeScreenSchemes = state.issueTypeScreenSchemes.filter((entry) => entry !== scheme);
}

export function projectsWith(site: JiraSite, scheme: IssueTypeScreenScheme): readonly Project[] {
  return site.store.state.projects.filter(({ issueTypeScreenSchemeId }) => issueTypeScreenSchemeId === scheme.id);
}

function hasMapping(scheme: IssueTypeScreenScheme, id: string): boolean {
  return scheme.mappings.some(({ issueTypeId }) => issueTypeId === id);
}

function requireMappings(site: JiraSite, mappings: readonly Mapping[]): void {
  const ids = mappings.map(({ issueTypeId }) => issueTypeId).filter((id) => id !== DEFAULT_MAPPING);
  if (mappings.length === 0) throw badRequest('At least one mapping must be provided.');
  if (new Set(mappings.map(({ issueTypeId }) => issueTypeId)).size !== mappings.length) {
    throw badRequest('One or more issue type IDs are repeated, an issue type ID can only be specified once.');
  }
  requireIssueTypes(site, ids);
  for (const { screenSchemeId } of mappings) requireScreenScheme(site, screenSchemeId);
}
