import { describe, expect, it } from '@jest/globals';
import { createDirectory } from '../../../sandbox/directory';
import type { SiteDirectory } from '../../../sandbox/directory';
import { SEED } from './jira-seed';

function filled(): SiteDirectory {
  const directory = createDirectory();
  SEED.people.forEach((person) => directory.putPerson(person));
  SEED.groups.forEach((group) => directory.putGroup(group));
  return directory;
}

describe('the directory', () => {
  it('finds people by id and by e-mail address in any case', () => {
    const directory = filled();
    expect(directory.findPerson('ben')?.displayName).toBe('Ben Approver');
    expect(directory.findPersonByEmail('BEN@example.com')?.accountId).toBe('ben');
    expect(directory.findPerson('BEN')).toBeUndefined();
    expect(directory.groupsOf('ben').map((group) => group.name)).toEqual(['engineers', 'approvers']);
  });

  it('replaces by id and refuses a second group of the same name', () => {
    const directory = filled();
    directory.putGroup({ groupId: 'g-approvers', name: 'approvers', members: [] });
    expect(directory.groupsOf('ben').map((group) => group.name)).toEqual(['engineers']);
    expect(() => directory.putGroup({ groupId: 'other', name: 'approvers', members: [] })).toThrow(
      "A group named 'approvers' exists already",
    );
  });

  it('comes back from its snapshot, which later changes do not touch', () => {
    const directory = filled();
    const saved: unknown = JSON.parse(JSON.stringify(directory.snapshot()));
    directory.putGroup({ groupId: 'g-late', name: 'late', members: ['anna'] });
    const other = createDirectory();
    other.restore(saved);
    expect(other.snapshot()).toEqual(saved);
    expect(other.groupsOf('anna').map((group) => group.name)).toEqual(['engineers']);
    expect(() => other.restore({ people: 1 })).toThrow();
  });
});
