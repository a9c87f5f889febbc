/** People and groups of a site, kept in memory. Ids are compared exactly, e-mail addresses without regard to case. */
import { z } from 'zod';
import type { Directory, Group, Person, StatePart } from './platform';

const personSchema = z.object({
  accountId: z.string(),
  displayName: z.string(),
  emailAddress: z.string(),
  accountType: z.enum(['atlassian', 'app']),
  active: z.boolean(),
  timeZone: z.string(),
  role: z.string().exactOptional(),
});
const groupSchema = z.object({ groupId: z.string(), name: z.string(), members: z.array(z.string()) });
const snapshotSchema = z.object({ people: z.array(personSchema), groups: z.array(groupSchema) });

export type SiteDirectory = Directory & StatePart;

/** An empty directory. `putPerson` and `putGroup` replace by account id and by group id; two groups never share a name. */
export function createDirectory(): SiteDirectory {
  const people = new Map<string, Person>();
  const groups = new Map<string, Group>();
  return {
    name: 'directory',
    get people() {
      return [...people.values()];
    },
    get groups() {
      return [...groups.values()];
    },
    findPerson: (accountId) => people.get(accountId),
    findPersonByEmail: (emailAddress) =>
      [...people.values()].find((person) => person.emailAddress.toLowerCase() === emailAddress.toLowerCase()),
    groupsOf: (accountId) => [...groups.values()].filter((group) => group.members.includes(accountId)),
    putPerson: (person) => {
      people.set(person.accountId, person);
    },
    putGroup: (group) => {
      const namesake = [...groups.values()].find((other) => other.name === group.name);
      if (namesake !== undefined && namesake.groupId !== group.groupId) {
        throw new Error(`A group named '${group.name}' exists already`);
      }
      groups.set(group.groupId, group);
    },
    snapshot: () => structuredClone({ people: [...people.values()], groups: [...groups.values()] }),
    restore: (value) => {
      const saved = snapshotSchema.parse(value);
      people.clear();
      groups.clear();
      for (const person of saved.people) people.set(person.accountId, person);
      for (const group of saved.groups) groups.set(group.groupId, group);
    },
  };
}
