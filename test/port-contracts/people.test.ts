import { beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { BOTH_WORLDS } from './both-worlds';
import type { World } from './world';

const { priya, carla, dev, ada, mia, jonas } = PEOPLE;

describe.each(BOTH_WORLDS)('people $name', ({ make }) => {
  let world: World;
  beforeEach(async () => {
    world = await make();
  });

  it('are in groups, known by their ids', async () => {
    const groups = await world.ports.people.groupsOf(carla.accountId);
    expect([...groups].sort()).toEqual(['grp-change-people', 'grp-cto-office', 'grp-everyone', 'grp-management']);
  });

  it('who do not exist are in no group', async () => {
    expect(await world.ports.people.groupsOf('712020:nobody')).toEqual([]);
  });

  it('are listed as members of a group; a group that is gone has none', async () => {
    const { people } = world.ports;
    expect([...(await people.membersOf('grp-cto-office'))].sort()).toEqual([carla.accountId, dev.accountId].sort());
    expect(await people.membersOf('grp-gone')).toEqual([]);
  });

  it('have display names; those who cannot be looked up are left out', async () => {
    const ids = [priya.accountId, '712020:nobody', ada.accountId, priya.accountId];
    expect(await world.ports.people.namesOf(ids)).toEqual({
      [priya.accountId]: 'Priya Nair',
      [ada.accountId]: 'Ada Brandt',
    });
    expect(await world.ports.people.namesOf([])).toEqual({});
  });

  it('are searched by a part of their group’s name', async () => {
    const { people } = world.ports;
    expect(await people.searchGroups('CTO-')).toEqual([{ groupId: 'grp-cto-office', name: 'cto-office' }]);
    expect(await people.searchGroups('&query=" OR 1')).toEqual([]);
  });

  it('have groups that are looked up by id; one that is gone is left out', async () => {
    const found = await world.ports.people.groupsById(['grp-quality-assurance', 'grp-gone', 'grp-auditors']);
    expect([...found].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { groupId: 'grp-auditors', name: 'auditors' },
      { groupId: 'grp-quality-assurance', name: 'quality-assurance' },
    ]);
    expect(await world.ports.people.groupsById([])).toEqual([]);
  });

  it('are all listed as members of a group, not only the first of them', async () => {
    const { people } = world.ports;
    const everybody = Object.values(PEOPLE).map(({ accountId }) => accountId);
    expect([...(await people.allMembersOf('grp-everyone'))].sort()).toEqual(everybody.sort());
    expect(await people.allMembersOf('grp-gone')).toEqual([]);
  });

  it('play roles in a project, themselves or by a group; a role that the project does not know has nobody', async () => {
    const { people } = world.ports;
    const [role, ...others] = await people.projectRoles();
    expect([role?.name, others]).toEqual(['Change approvers', []]);
    const actors = await people.actorsOf('CHG', role?.projectRoleId ?? '');
    expect(actors).toEqual({ people: [dev.accountId], groups: ['grp-change-managers'] });
    expect(await people.actorsOf('CHG', '10999')).toEqual({ people: [], groups: [] });
    expect(await people.actorsOf('NOPE', role?.projectRoleId ?? '')).toEqual({ people: [], groups: [] });
  });

  it('are searched by the beginning of a name', async () => {
    const { people } = world.ports;
    expect(await people.searchPeople('ort')).toEqual([{ accountId: carla.accountId, name: 'Carla Ortiz' }]);
    expect(await people.searchPeople('nobody at all')).toEqual([]);
  });

  it('are human beings, as far as Jira knows the account', async () => {
    const { people } = world.ports;
    expect(await people.isHuman(mia.accountId)).toBe(true);
    expect(await people.isHuman('712020:nobody')).toBeUndefined();
  });

  it('administer Jira or do not', async () => {
    const { people } = world.ports;
    expect(await people.isJiraAdministrator(jonas.accountId)).toBe(true);
    expect(await people.isJiraAdministrator(carla.accountId)).toBe(false);
  });

  it('see an issue or do not, and nobody sees none', async () => {
    const change = await world.createChange({ summary: 'Move the shop' });
    const sees = async (accountId: string | null, issue: string): Promise<boolean> => {
      world.actAs(accountId);
      return world.ports.people.maySeeIssue(issue);
    };
    expect(await sees(ada.accountId, change.key)).toBe(true);
    expect(await sees(ada.accountId, change.id)).toBe(true);
    expect(await sees(mia.accountId, change.key)).toBe(false);
    expect(await sees(null, change.key)).toBe(false);
    expect(await sees(ada.accountId, 'CHG-999')).toBe(false);
    expect(await sees(ada.accountId, '../myself')).toBe(false);
  });
});
