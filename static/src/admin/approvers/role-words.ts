import { type RoleView } from '../../../../src/contracts/api/admin-api';

const MOST_HOLDERS_COUNTED = 50;

/** How many people hold a role now; who has it in a project is not known before there is a change. */
export function holdersText({ holders, projectRoles }: RoleView): string {
  const names = projectRoles.map(({ name }) => name).join(', ');
  const inProject = names === '' ? '' : `whoever has the project role ${names} in the project of the change`;
  if (holders === 0) return inProject === '' ? 'Nobody holds this role now.' : `Held by ${inProject}.`;
  const people = holders >= MOST_HOLDERS_COUNTED ? `${String(MOST_HOLDERS_COUNTED)} people or more` : count(holders);
  return inProject === ''
    ? `${people} ${holders === 1 ? 'holds' : 'hold'} this role now.`
    : `${people} ${holders === 1 ? 'holds' : 'hold'} this role now, and ${inProject}.`;
}

/** What is wrong with the holders of a role, as sentences. */
export function roleWarnings({ groups, people, projectRoles, missing, holders }: RoleView): readonly string[] {
  const gone = [
    ...missing.groups.map(() => 'group'),
    ...missing.people.map(() => 'person'),
    ...missing.projectRoles.map(() => 'project role'),
  ];
  const isMapped = groups.length + people.length + projectRoles.length > 0;
  if (!isMapped && gone.length === 0) {
    return ['Nobody is named, so nobody can give this approval: changes that need it stop here.'];
  }
  return [
    ...(gone.length === 1 ? [`A ${gone[0] ?? ''} that was named does not exist any more. Take it out.`] : []),
    ...(gone.length > 1 ? [`${String(gone.length)} of those named do not exist any more. Take them out.`] : []),
    ...(holders === 0 && projectRoles.length === 0
      ? ['There is no active member, so nobody can give this approval.']
      : []),
  ];
}

function count(people: number): string {
  return people === 1 ? '1 person' : `${String(people)} people`;
}
