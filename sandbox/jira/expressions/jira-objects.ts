/**
 * People, projects, statuses and other objects as Jira expressions see them. What each access costs follows the notes of
 * the type reference. https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/
 */
import { isAdministrator } from '../access';
import { PRIORITIES, RESOLUTIONS, STATUS_CATEGORIES } from '../catalogue';
import type { Account, JiraSite } from '../jira-site';
import { issueTypeView, projectReferenceView, statusView } from '../object-views';
import type { Project, Status, Transition, Workflow } from '../state';
import { userView } from '../user-view';
import { method } from './arguments';
import { ExpressionProblem } from './expression-problem';
import type { Meter } from './meter';
import { hasKind } from './values';
import type { JiraObject, Value } from './values';

type Members = JiraObject['members'];

/** An object whose members are known values. */
function plainObject(
  typeName: string,
  identity: string,
  values: Readonly<Record<string, Value>>,
  json: () => unknown,
): JiraObject {
  const members: Members = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
  return { kind: 'object', typeName, identity, members, json };
}

export function statusObject(site: JiraSite, status: Status): JiraObject {
  const category = STATUS_CATEGORIES[status.category];
  const { id, key, name, colorName } = category;
  const shown = plainObject('StatusCategory', key, { id, key, name, colorName }, () => ({ id, key, name, colorName }));
  return plainObject(
    'IssueStatus',
    status.id,
    { id: Number(status.id), name: status.name, description: status.description, category: shown },
    () => statusView(site, status),
  );
}

export function issueTypeObject(site: JiraSite, id: string): JiraObject {
  const { name, description, iconUrl, hierarchyLevel } = issueTypeView(site, id);
  const values = { id: Number(id), name, description, iconUrl, hierarchyLevel };
  return { ...plainObject('IssueType', id, values, () => issueTypeView(site, id)), unsupported: ['properties'] };
}

/** A priority or a resolution. */
export function namedObject(typeName: 'IssuePriority' | 'Resolution', id: string): JiraObject | null {
  const choices = typeName === 'Resolution' ? RESOLUTIONS : PRIORITIES;
  const choice = choices.find((entry) => entry.id === id);
  if (choice === undefined) return null;
  return plainObject(typeName, id, { ...choice, id: Number(id) }, () => ({ ...choice }));
}

export function transitionObject(site: JiraSite, transition: Transition, fromStatusId: string | null): JiraObject {
  const values = {
    id: Number(transition.id),
    name: transition.name,
    from: fromStatusId === null ? null : statusObject(site, site.store.status(fromStatusId)),
    to: statusObject(site, site.store.status(transition.toStatusId)),
    hasScreen: transition.screenId !== null,
  };
  return plainObject('Transition', transition.id, values, () => ({ id: transition.id, name: transition.name }));
}

export function workflowObject({ id, name }: Workflow): JiraObject {
  return plainObject('Workflow', id, { id, name }, () => ({ id, name }));
}

export function projectObject(site: JiraSite, project: Project, viewer: Account): JiraObject {
  const { id, key, name, projectTypeKey } = projectReferenceView(site, project);
  const members: Members = {
    id: () => Number(id),
    key: () => key,
    name: () => name,
    style: () => project.style,
    projectTypeKey: () => projectTypeKey,
    lead: () => userObject(site, project.leadAccountId, viewer),
  };
  const unsupported = ['projectCategory', 'avatarUrls', 'properties'];
  const json = () => projectReferenceView(site, project);
  return { kind: 'object', typeName: 'Project', identity: id, members, unsupported, json };
}

/** `viewer` is the person for whom the expression runs: the groups and roles of others are for administrators. */
export function userObject(site: JiraSite, accountId: string, viewer: Account): JiraObject {
  const person = site.directory.findPerson(accountId);
  const groups = (meter: Meter) => {
    meter.load();
    requireSight(site, accountId, viewer);
    return site.directory.groupsOf(accountId);
  };
  const members: Members = {
    accountId: () => accountId,
    displayName: () => person?.displayName ?? null,
    active: () => person?.active ?? false,
    timeZone: () => person?.timeZone ?? null,
    groups: (meter) => groups(meter).map(({ name }) => name),
    groupIds: (meter) => groups(meter).map(({ groupId }) => groupId),
    getProjectRoles: (meter) =>
      method('getProjectRoles', [1, 1], ([project]) => rolesOf(site, accountId, project, meter)),
  };
  const unsupported = ['locale', 'avatarUrls', 'permissions', 'properties'];
  const json = () => userView(site, accountId);
  return { kind: 'object', typeName: 'User', identity: accountId, members, unsupported, json };
}

function requireSight(site: JiraSite, accountId: string, viewer: Account): void {
  if (accountId !== viewer.accountId && !isAdministrator(site, viewer)) {
    throw new ExpressionProblem('other', 'Only Jira administrators can see the groups of somebody else.');
  }
}

function rolesOf(site: JiraSite, accountId: string, given: Value | undefined, meter: Meter): Value {
  meter.load();
  const id = given !== undefined && hasKind(given, 'object') && given.typeName === 'Project' ? given.identity : '';
  const project = site.store.findProject(id);
  if (project === undefined) throw new ExpressionProblem('type', 'getProjectRoles needs a Project.');
  const groups = site.directory.groupsOf(accountId).map(({ name }) => name);
  return project.roleActors
    .filter(
      (actors) => actors.accountIds.includes(accountId) || actors.groupNames.some((name) => groups.includes(name)),
    )
    .flatMap(({ roleId }) => site.store.state.roles.filter((role) => role.id === roleId))
    .map((role) => {
      const values = { id: Number(role.id), name: role.name, description: '' };
      return plainObject('ProjectRole', role.id, values, () => ({ id: Number(role.id), name: role.name }));
    });
}
