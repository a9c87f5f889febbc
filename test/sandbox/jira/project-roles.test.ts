import { describe, expect, it } from '@jest/globals';
import type { SiteSeed } from '../../../sandbox/seed';
import { SEED } from './jira-seed';
import { ANNA, APP, CARL, createTestSite } from './test-site';

const API = '/rest/api/3';

const WITH_ROLES: SiteSeed = {
  ...SEED,
  projects: SEED.projects.map((project) =>
    project.key === 'CHG'
      ? { ...project, roles: { Approvers: { people: ['emil', 'ben'], groups: ['engineers'] }, Testers: {} } }
      : project,
  ),
};

const BY_BEN = { displayName: 'Ben Approver', type: 'atlassian-user-role-actor', actorUser: { accountId: 'ben' } };
const BY_GROUP = { displayName: 'engineers', actorGroup: { name: 'engineers', groupId: 'g-engineers' } };

describe('project roles', () => {
  it('are the same in every project, and say who plays them in this one, by name', async () => {
    const site = createTestSite(WITH_ROLES);
    const all = await site.ask(APP, 'GET', `${API}/role`);
    expect(all.body).toMatchObject([
      { id: 10000, name: 'Approvers', actors: [] },
      { id: 10001, name: 'Testers', actors: [] },
    ]);
    const approvers = await site.ask(APP, 'GET', `${API}/project/CHG/role/10000?excludeInactiveUsers=true`);
    expect(approvers.body).toMatchObject({ id: 10000, name: 'Approvers', actors: [BY_BEN, BY_GROUP] });
    const everybody = await site.ask(APP, 'GET', `${API}/project/CHG/role/10000`);
    expect(everybody.body).toMatchObject({ actors: [BY_BEN, { actorUser: { accountId: 'emil' } }, BY_GROUP] });
    const elsewhere = await site.ask(CARL, 'GET', `${API}/project/SEC/role/10000`);
    expect(elsewhere.body).toMatchObject({ name: 'Approvers', actors: [] });
  });

  it('are shown to those who administer the project, and to nobody else', async () => {
    const site = createTestSite(WITH_ROLES);
    expect((await site.ask(CARL, 'GET', `${API}/project/CHG/role`)).body).toMatchObject({
      Approvers: expect.stringMatching(/\/project\/\d+\/role\/10000$/),
    });
    expect((await site.ask(ANNA, 'GET', `${API}/project/CHG/role/10000`)).status).toBe(404);
    expect((await site.ask(ANNA, 'GET', `${API}/role`)).status).toBe(403);
    expect((await site.ask(APP, 'GET', `${API}/project/CHG/role/10007`)).status).toBe(404);
    expect((await site.ask(APP, 'GET', `${API}/project/NOPE/role/10000`)).status).toBe(404);
  });

  it('of a seed are played by people and groups that exist', () => {
    const broken = {
      ...SEED,
      projects: SEED.projects.map((project) => ({ ...project, roles: { Testers: { people: ['ghost'] } } })),
    };
    expect(() => createTestSite(broken)).toThrow('Nobody has the account id ghost');
  });
});
