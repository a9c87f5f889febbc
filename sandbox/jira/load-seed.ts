/** Fills an empty Jira from a seed. */
import type { SiteSeed, SeedField, SeedIssueType, SeedProject } from '../seed';
import { CUSTOM_FIELD_PLUGIN, CUSTOM_FIELD_TYPES, findFieldByName } from './fields/field-catalogue';
import type { JiraSite } from './jira-site';
import { isPermissionKey } from './permission-catalogue';
import { fillPlaceholders } from './seed-placeholders';
import { SIMPLE_WORKFLOW, SIMPLE_WORKFLOW_NAME } from './workflow/simple-workflow';
import { loadWorkflows } from './workflow/load-workflow';

const DEFAULT_SCREEN = ['Summary', 'Description', 'Reporter', 'Assignee', 'Priority', 'Labels'];

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
    for (const screen of seed.screens) {
      site.store.state.screens.push({
        id: site.store.nextId('screen'),
        name: screen.name,
        fieldIds: screen.fields.map((name) => fieldId(site, name)),
      });
    }
    loadWorkflows(site, SIMPLE_WORKFLOW);
    for (const body of seed.workflows) loadWorkflows(site, fillPlaceholders(site, body, appAri));
    for (const project of seed.projects) addProject(site, project);
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
  site.store.state.fields.push({
    id: `customfield_${site.store.nextId('customfield')}`,
    name: seed.name,
    description: seed.description ?? '',
    type,
    options: (seed.options ?? []).map((value) => ({ id: site.store.nextId('option'), value })),
  });
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
  site.store.state.projects.push({
    id: site.store.nextId('project'),
    key: seed.key,
    name: seed.name,
    leadAccountId: seed.leadAccountId,
    lastIssueNumber: 0,
    issueTypes: seed.issueTypes.map((type) => ({
      issueTypeId: issueTypeId(site, type),
      workflowId: workflowId(site, type.workflow ?? SIMPLE_WORKFLOW_NAME),
      screenFieldIds: screenFields(site, type),
    })),
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

/** The summary is on every screen, as it is required. */
function screenFields(site: JiraSite, type: SeedIssueType): string[] {
  const ids = (type.fields ?? DEFAULT_SCREEN).map((name) => fieldId(site, name));
  return ids.includes('summary') ? ids : ['summary', ...ids];
}

/** Issue types are shared by projects: the same name is the same type. */
function issueTypeId(site: JiraSite, seed: SeedIssueType): string {
  const existing = site.store.state.issueTypes.find((type) => type.name === seed.name);
  if (existing !== undefined) return existing.id;
  const id = site.store.nextId('issuetype');
  site.store.state.issueTypes.push({ id, name: seed.name, description: seed.description ?? '' });
  return id;
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
