import { holdersIn, type Settings } from '../settings';
import { any, asks, type Logic } from './expression-logic';
import { ACTING_PERSON, isAmong } from './expression-text';

/**
 * Whether the acting person holds one of these roles, as the settings say who does: by name, as a member of a group, or
 * in a role of the project. Nobody holds a role that nothing is mapped to.
 */
export function holdsOneOf(settings: Settings, roles: readonly string[]): Logic {
  const holders = roles.map((role) => holdersIn(settings, role));
  const people = distinct(holders.flatMap((of) => of.people));
  const groups = distinct(holders.flatMap((of) => of.groups));
  const projectRoles = distinct(holders.flatMap((of) => of.projectRoles)).filter(isNumber);
  return any([
    people.length > 0 && asks(isAmong(ACTING_PERSON, people)),
    groups.length > 0 && asks(`user.groupIds.some(g => ${isAmong('g', groups)})`),
    projectRoles.length > 0 &&
      asks(`user.getProjectRoles(project).some(r => [${projectRoles.join(', ')}].includes(r.id))`),
  ]);
}

/** Jira numbers its project roles. */
function isNumber(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
