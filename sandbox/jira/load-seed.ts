/** Fills an empty Jira from a seed. */
import type { SiteSeed, SeedField, SeedProject } from '../seed';
import { deployAppFields } from './fields/app-fields';
import { CUSTOM_FIELD_PLUGIN } from './fields/custom-field-plugin';
import { CUSTOM_FIELD_TYPES, findFieldByName } from './fields/field-catalogue';
import { newCustomField, newOption } from './fields/new-field';
import { usualSearcher } from './fields/searchers';
import type { JiraSite } from './jira-site';
import { isPermissionKey } from './permission-catalogue';
import { seedIssueType, seedSchemes } from './projects/seed-schemes';
import { fillPlaceholders } from './seed-placeholders';
import { SIMPLE_WORKFLOW } from './workflow/simple-workflow';
import { loadWorkflows } from './workflow/load-workflow';
import { addWorkflowScheme } from './workflow-admin/project-scheme';
import { schemeNameOf } from './workflow-admin/upgrade-workflow-schemes';

/**
 * Puts people and groups into the directory and everything else into the store. `appAri` is the value of `{{app}}`.
 * Throws at the first thing that the sandbox cannot carry out, and leaves the store as it was.
 */
export function loadSeed(site: JiraSite, seed: SiteSeed, appAri: string | undefined): void {
  if (site.store.state.projects.length > 0) throw new Error('This Jira has been seeded already');
  const before = site.store.snapshot();
  try {
    for (const person of seed.people) site.directory.putPerson(person);
    for (const group of seed.groups) site.directory.putGroup(group);
    site.store.state.administrators = seed.administrators.map((name) => groupName(site, name));
    for (const field of seed.fields) addField(site, field);
    deployAppFields(site);
    for (const screen of seed.screens) {
      site.store.state.screens.push({
        id: site.store.nextId('screen'),
        name: screen.name,
        description: '',
        tabs: [
          {
            id: site.store.nextId('screentab'),
            name: 'Field Tab',
            fieldIds: screen.fields.map((name) => fieldId(site, name)),
          },
        ],
      });
    }
    loadWorkflows(site, SIMPLE_WORKFLOW);
    for (const body of seed.workflows) loadWorkflows(site, fillPlaceholders(site, body, appAri));
    for (const project of seed.projects) addProject(site, project);
    for (const field of seed.fields) limitToProjects(site, field);
  } catch (error) {
    site.store.restore(before);
    throw error;
  }
}

function addField(site: JiraSite, seed: SeedField): void {
  const [plugin, type = ''] = seed.type.split(':');
  if (plugin !== CUSTOM_FIELD_PLUGIN || CUSTOM_FIELD_TYPES[type] === undefined) {
    throw new Error(`Custom field '${seed.name}': the type ${seed.type} is not supported`);
  }
  if (site.store.state.fields.some((field) => field.name === seed.name)) {
    throw new Error(`Custom field '${seed.name}' is there twice`);
  }
  const { name, description = '' } = seed;
  const field = newCustomField(site, { name, description, type, searcherKey: usualSearcher(type) });
  field.contexts[0]?.options.push(...(seed.options ?? []).map((value) => newOption(site, value)));
  site.store.state.fields.push(field);
}

/** A field that the seed gives to some projects only has one context, for those. */
function limitToProjects(site: JiraSite, { name, projects = [] }: SeedField): void {
  const context = site.store.state.fields.find((field) => field.name === name)?.contexts[0];
  for (const key of projects) {
    const project = site.store.findProject(key);
    if (project === undefined) throw new Error(`Custom field '${name}': there is no project ${key}`);
    context?.projectIds.push(project.id);
  }
}

function addProject(site: JiraSite, seed: SeedProject): void {
  for (const [key, groups] of Object.entries(seed.permissions)) {
    if (!isPermissionKey(key)) throw new Error(`Project ${seed.key}: the permission ${key} is not supported`);
    groups.filter((name) => name !== '*').forEach((name) => groupName(site, name));
  }
  if (site.directory.findPerson(seed.leadAccountId) === undefined) {
    throw new Error(`Project ${seed.key}: nobody has the account id ${seed.leadAccountId}`);
  }
  if (!/^[A-Z][A-Z0-9_]+$/.test(seed.key)) throw new Error(`'${seed.key}' is no project key`);
  const id = site.store.nextId('project');
  const ownerId = seed.style === 'next-gen' ? id : null;
  site.store.state.projects.push({
    id,
    key: seed.key,
    name: seed.name,
    description: seed.description ?? '',
    url: '',
    typeKey: seed.typeKey ?? 'software',
    style: seed.style ?? 'classic',
    assigneeType: 'UNASSIGNED',
    leadAccountId: seed.leadAccountId,
    lastIssueNumber: 0,
    ...seedSchemes(site, seed, ownerId),
    issueTypes: [],
    workflowSchemeId: workflowSchemeId(site, seed, ownerId),
    permissions: Object.fromEntries(Object.entries(seed.permissions).map(([key, groups]) => [key, [...groups]])),
    roleActors: Object.entries(seed.roles ?? {}).map(([name, { people = [], groups = [] }]) => ({
      roleId: projectRoleId(site, name),
      accountIds: people.map((accountId) => knownAccount(site, accountId)),
      groupNames: groups.map((group) => groupName(site, group)),
    })),
  });
}

/** Project roles are shared by projects: the same name is the same role. */
function projectRoleId(site: JiraSite, name: string): string {
  const existing = site.store.state.roles.find((role) => role.name === name);
  if (existing !== undefined) return existing.id;
  const id = site.store.nextId('projectrole');
  site.store.state.roles.push({ id, name });
  return id;
}

function knownAccount(site: JiraSite, accountId: string): string {
  if (site.directory.findPerson(accountId) === undefined) throw new Error(`Nobody has the account id ${accountId}`);
  return accountId;
}

/** Adds what the project's issue types say to its workflow scheme, which projects may share. */
function workflowSchemeId(site: JiraSite, seed: SeedProject, ownerId: string | null): string {
  const name = seed.workflowScheme ?? schemeNameOf(seed.key);
  const existing = site.store.state.workflowSchemes.find((scheme) => scheme.name === name);
  const scheme = existing ?? addWorkflowScheme(site, name);
  for (const type of seed.issueTypes.filter(({ workflow }) => workflow !== undefined)) {
    const id = workflowId(site, type.workflow ?? '');
    const typeId = seedIssueType(site, type, ownerId);
    if ((scheme.workflowIds[typeId] ?? id) !== id) {
      throw new Error(`Project ${seed.key}: '${name}' has another workflow for '${type.name}'`);
    }
    scheme.workflowIds[typeId] = id;
  }
  return scheme.id;
}

function workflowId(site: JiraSite, name: string): string {
  const workflow = site.store.state.workflows.find((entry) => entry.name === name);
  if (workflow === undefined) throw new Error(`There is no workflow '${name}'`);
  return workflow.id;
}

function fieldId(site: JiraSite, name: string): string {
  const field = findFieldByName(site.store, name);
  if (field === undefined) throw new Error(`There is no field '${name}'`);
  return field.id;
}

function groupName(site: JiraSite, name: string): string {
  if (!site.directory.groups.some((group) => group.name === name)) throw new Error(`There is no group '${name}'`);
  return name;
}
