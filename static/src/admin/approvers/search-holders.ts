import { adminApi } from '../../../../src/contracts/api/admin-api';
import { type Result } from '../../../../src/contracts/api/result';
import { callBackend } from '../../bridge/call-backend';
import { ofGroup, ofPerson, ofProjectRole, type Holder } from './holders';

/** Holders of one kind, under a heading. */
export interface HolderChoice {
  readonly label: string;
  readonly options: readonly Holder[];
}

/** Groups, people and project roles by a part of their name. One search that fails is said rather than left out. */
export async function searchHolders(text: string): Promise<Result<HolderChoice[]>> {
  const [groups, people, roles] = await Promise.all([
    callBackend('searchGroups', adminApi.searchGroups, { text }),
    callBackend('searchPeople', adminApi.searchPeople, { text }),
    callBackend('projectRoles', adminApi.projectRoles, {}),
  ]);
  if (!groups.ok) return groups;
  if (!people.ok) return people;
  if (!roles.ok) return roles;
  const named = roles.value.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
  const choices: readonly HolderChoice[] = [
    { label: 'Groups', options: groups.value.map(ofGroup) },
    { label: 'People', options: people.value.map(ofPerson) },
    { label: 'Roles in the project of the change', options: named.map(ofProjectRole) },
  ];
  return { ok: true, value: choices.filter(({ options }) => options.length > 0) };
}

/** People by a part of their name. */
export const searchPeople = (text: string) => callBackend('searchPeople', adminApi.searchPeople, { text });
