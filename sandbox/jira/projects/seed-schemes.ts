/** Gives a seeded project its issue types and screens: schemes of its own, or those that it shares by name. */
import type { SeedIssueType, SeedProject } from '../../seed';
import { findFieldByName } from '../fields/field-catalogue';
import type { JiraSite } from '../jira-site';
import { dedicatedSchemes } from './dedicated-schemes';
import type { Project } from './project-state';
import { DEFAULT_ISSUE_TYPE_SCHEME } from './site-defaults';

const SCREEN_BY_DEFAULT = ['Summary', 'Description', 'Reporter', 'Assignee', 'Priority', 'Labels'];

/**
 * `ownerId` is the id of the project when it is team-managed: then its issue types are its own. Throws when the seed names a field that is not there, or shares a
 * scheme that lacks one of its issue types.
 */
export function seedSchemes(
  site: JiraSite,
  seed: SeedProject,
  ownerId: string | null,
): Pick<Project, 'issueTypeSchemeId' | 'issueTypeScreenSchemeId'> {
  const { state } = site.store;
  const types = seed.issueTypes.map((type) => ({
    issueTypeId: seedIssueType(site, type, ownerId),
    name: type.name,
    fieldIds: screenFields(site, type),
  }));
  const shared = state.projects.find((project) => project.key === seed.sharesSchemesWith);
  if (seed.sharesSchemesWith !== undefined) {
    if (shared === undefined) throw new Error(`Project ${seed.key}: no project ${seed.sharesSchemesWith} before it`);
    const offered = site.store.issueTypeIdsOf(shared);
    const missing = types.find(({ issueTypeId }) => !offered.includes(issueTypeId));
    if (missing !== undefined)
      throw new Error(`Project ${seed.key}: ${shared.key} has no issue type '${missing.name}'`);
    return { issueTypeSchemeId: shared.issueTypeSchemeId, issueTypeScreenSchemeId: shared.issueTypeScreenSchemeId };
  }
  const made = dedicatedSchemes((sequence) => site.store.nextId(sequence), seed.key, types);
  state.screens.push(...made.screens);
  state.screenSchemes.push(...made.screenSchemes);
  state.issueTypeSchemes.push(made.issueTypeScheme);
  state.issueTypeScreenSchemes.push(made.issueTypeScreenScheme);
  return { issueTypeSchemeId: made.issueTypeScheme.id, issueTypeScreenSchemeId: made.issueTypeScreenScheme.id };
}

/** Company-managed projects share issue types: the same name is the same type. */
export function seedIssueType(site: JiraSite, seed: SeedIssueType, ownerId: string | null): string {
  const existing = site.store.state.issueTypes.find((type) => type.name === seed.name && type.projectId === ownerId);
  if (existing !== undefined) return existing.id;
  const id = site.store.nextId('issuetype');
  const { name, description = '' } = seed;
  site.store.state.issueTypes.push({ id, name, description, hierarchyLevel: 0, projectId: ownerId });
  if (ownerId === null) site.store.issueTypeScheme(DEFAULT_ISSUE_TYPE_SCHEME).issueTypeIds.push(id);
  return id;
}

/** The summary is on every screen, as it is required. */
function screenFields(site: JiraSite, type: SeedIssueType): readonly string[] {
  const ids = (type.fields ?? SCREEN_BY_DEFAULT).map((name) => {
    const field = findFieldByName(site.store, name);
    if (field === undefined) throw new Error(`There is no field '${name}'`);
    return field.id;
  });
  return ids.includes('summary') ? ids : ['summary', ...ids];
}
