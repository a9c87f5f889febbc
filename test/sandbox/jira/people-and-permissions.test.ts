import { describe, expect, it } from '@jest/globals';
import { ANNA, APP, at, BEN, CARL, createChange, createTestSite, DORA, NOBODY } from './test-site';

const API = '/rest/api/3';

describe('people', () => {
  it('know themselves', async () => {
    const { body } = await createTestSite().ask(BEN, 'GET', `${API}/myself?expand=groups`);
    expect(body).toMatchObject({
      accountId: 'ben',
      displayName: 'Ben Approver',
      emailAddress: 'ben@example.com',
      timeZone: 'Europe/Berlin',
      accountType: 'atlassian',
      active: true,
      groups: { size: 2, items: [{ name: 'engineers' }, { name: 'approvers', groupId: 'g-approvers' }] },
    });
  });

  it('are found by id, by a search and in bulk', async () => {
    const site = createTestSite();
    expect(at((await site.ask(ANNA, 'GET', `${API}/user?accountId=ben`)).body, 'displayName')).toBe('Ben Approver');
    expect((await site.ask(ANNA, 'GET', `${API}/user?accountId=ghost`)).status).toBe(404);
    expect((await site.ask(ANNA, 'GET', `${API}/user`)).status).toBe(400);
    const found = await site.ask(ANNA, 'GET', `${API}/user/search?query=appro`);
    expect(found.body).toMatchObject([{ accountId: 'ben' }]);
    expect(at(found.body, 1)).toBeUndefined();
    expect((await site.ask(ANNA, 'GET', `${API}/user/search?query=emil`)).body).toEqual([]);
    const bulk = await site.ask(APP, 'GET', `${API}/user/bulk?accountId=anna&accountId=ghost&accountId=emil`);
    expect(at(bulk.body, 'values')).toMatchObject([{ accountId: 'anna' }, { accountId: 'emil', active: false }]);
    expect(at(bulk.body, 'total')).toBe(2);
    const all = await site.ask(ANNA, 'GET', `${API}/users/search?startAt=4&maxResults=10`);
    expect(all.body).toMatchObject([{ accountId: 'emil' }, { accountId: 'app-1', accountType: 'app' }]);
  });
});

describe('groups', () => {
  it('list their active members in pages, by id or by name', async () => {
    const site = createTestSite();
    const page = await site.ask(ANNA, 'GET', `${API}/group/member?groupId=g-engineers&maxResults=1`);
    expect(page.body).toMatchObject({ total: 2, isLast: false, values: [{ accountId: 'anna' }] });
    const all = await site.ask(ANNA, 'GET', `${API}/group/member?groupname=engineers&includeInactiveUsers=true`);
    expect(at(all.body, 'values', 2, 'accountId')).toBe('emil');
    expect((await site.ask(ANNA, 'GET', `${API}/group/member?groupId=nope`)).status).toBe(404);
    expect((await site.ask(ANNA, 'GET', `${API}/group/member`)).status).toBe(400);
  });

  it('are listed and picked', async () => {
    const site = createTestSite();
    const bulk = await site.ask(ANNA, 'GET', `${API}/group/bulk?groupName=approvers`);
    expect(at(bulk.body, 'values')).toEqual([{ name: 'approvers', groupId: 'g-approvers' }]);
    const picked = await site.ask(ANNA, 'GET', `${API}/groups/picker?query=ENG`);
    expect(picked.body).toEqual({
      header: 'Showing 1 of 1 matching groups',
      total: 1,
      groups: [{ name: 'engineers', html: '<b>eng</b>ineers', groupId: 'g-engineers' }],
    });
    const mine = await site.ask(ANNA, 'GET', `${API}/user/groups?accountId=ben`);
    expect(mine.body).toMatchObject([{ name: 'engineers' }, { name: 'approvers' }]);
  });

  it('are changed by administrators only, with effect on permissions at once', async () => {
    const site = createTestSite();
    const path = `${API}/group/user?groupId=g-engineers`;
    expect((await site.ask(ANNA, 'POST', path, { accountId: 'dora' })).status).toBe(403);
    expect((await site.ask(ANNA, 'POST', `${API}/group`, { name: 'cab' })).status).toBe(403);
    const key = await createChange(site);
    expect((await site.ask(DORA, 'GET', `${API}/issue/${key}`)).status).toBe(404);
    expect((await site.ask(CARL, 'POST', path, { accountId: 'dora' })).status).toBe(201);
    expect((await site.ask(DORA, 'GET', `${API}/issue/${key}`)).status).toBe(200);
    expect((await site.ask(CARL, 'POST', path, { accountId: 'dora' })).status).toBe(400);
    expect((await site.ask(CARL, 'DELETE', `${path}&accountId=dora`)).status).toBe(200);
    expect((await site.ask(DORA, 'GET', `${API}/issue/${key}`)).status).toBe(404);
    const created = await site.ask(CARL, 'POST', `${API}/group`, { name: 'cab' });
    expect(created).toMatchObject({ status: 201, body: { name: 'cab', users: { size: 0 } } });
    expect((await site.ask(CARL, 'POST', `${API}/group`, { name: 'cab' })).status).toBe(400);
  });
});

describe('permissions', () => {
  it('are told to the person who asks, for a project or an issue', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const ask = async (actor: typeof ANNA, query: string) => {
      const path = `${API}/mypermissions?permissions=ADMINISTER,EDIT_ISSUES,DELETE_ISSUES&${query}`;
      const { body } = await site.ask(actor, 'GET', path);
      return ['ADMINISTER', 'EDIT_ISSUES', 'DELETE_ISSUES'].map((name) =>
        at(body, 'permissions', name, 'havePermission'),
      );
    };
    expect(await ask(ANNA, `issueKey=${key}`)).toEqual([false, true, false]);
    expect(await ask(CARL, 'projectKey=CHG')).toEqual([true, true, true]);
    expect(await ask(APP, 'projectKey=SEC')).toEqual([true, true, true]);
    expect((await site.ask(ANNA, 'GET', `${API}/mypermissions?permissions=ADMINISTER&projectKey=SEC`)).status).toBe(
      404,
    );
    expect((await site.ask(ANNA, 'GET', `${API}/mypermissions`)).status).toBe(400);
    expect((await site.ask(ANNA, 'GET', `${API}/mypermissions?permissions=FLY`)).body).toEqual({
      errorMessages: ['Unrecognized permissions: FLY'],
      errors: {},
    });
  });

  it('of somebody else are told to administrators and to the app', async () => {
    const site = createTestSite();
    await createChange(site);
    const request = {
      accountId: 'anna',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['EDIT_ISSUES', 'DELETE_ISSUES'], issues: [10000, 10099], projects: [10000, 10001] },
      ],
    };
    const answer = {
      status: 200,
      body: {
        globalPermissions: [],
        projectPermissions: [
          { permission: 'EDIT_ISSUES', issues: [10000], projects: [10000] },
          { permission: 'DELETE_ISSUES', issues: [], projects: [] },
        ],
      },
    };
    const path = `${API}/permissions/check`;
    expect(await site.ask(APP, 'POST', path, request)).toEqual(answer);
    expect(await site.ask(ANNA, 'POST', path, { ...request, accountId: undefined })).toEqual(answer);
    expect((await site.ask(BEN, 'POST', path, request)).status).toBe(403);
    expect(
      at((await site.ask(CARL, 'POST', path, { globalPermissions: ['ADMINISTER'] })).body, 'globalPermissions'),
    ).toEqual(['ADMINISTER']);
    expect((await site.ask(APP, 'POST', path, { globalPermissions: ['FLY'] })).body).toEqual({
      errorMessages: [],
      errors: { FLY: 'Unrecognized permission' },
    });
  });

  it('are not held by the deactivated', async () => {
    const site = createTestSite();
    const request = {
      accountId: 'emil',
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [10000] }],
    };
    const { body } = await site.ask(APP, 'POST', `${API}/permissions/check`, request);
    expect(at(body, 'projectPermissions', 0, 'projects')).toEqual([]);
  });
});

describe('projects and what they are made of', () => {
  it('are shown to those who may browse them', async () => {
    const site = createTestSite();
    const keys = async (actor: typeof ANNA) => {
      const values = at((await site.ask(actor, 'GET', `${API}/project/search`)).body, 'values');
      return Array.isArray(values) ? values.map((project: unknown) => at(project, 'key')) : [];
    };
    expect(await keys(ANNA)).toEqual(['CHG', 'PUB']);
    expect(await keys(BEN)).toEqual(['CHG', 'PUB', 'SEC']);
    expect(await keys(DORA)).toEqual(['PUB']);
    const project = await site.ask(ANNA, 'GET', `${API}/project/CHG`);
    expect(project.body).toMatchObject({ id: '10000', key: 'CHG', name: 'Changes', lead: { accountId: 'carl' } });
    expect((await site.ask(ANNA, 'GET', `${API}/project/SEC`)).body).toEqual({
      errorMessages: ["No project could be found with key 'SEC'."],
      errors: {},
    });
  });

  it('name the statuses of each issue type', async () => {
    const { body } = await createTestSite().ask(ANNA, 'GET', `${API}/project/CHG/statuses`);
    expect(body).toMatchObject([
      {
        name: 'Change Request',
        statuses: [{ name: 'Draft' }, { name: 'Assessment' }, { name: 'Approved' }, { name: 'Closed' }],
      },
      { name: 'Task', statuses: [{ name: 'To Do' }, { name: 'In Progress' }, { name: 'Done' }] },
    ]);
  });

  it('list statuses with their categories', async () => {
    const site = createTestSite();
    const { body } = await site.ask(CARL, 'GET', `${API}/statuses/search?statusCategory=DONE&searchString=clo`);
    expect(at(body, 'values')).toEqual([
      { id: '10006', name: 'Closed', statusCategory: 'DONE', scope: { type: 'GLOBAL' }, description: '' },
    ]);
    const status = await site.ask(ANNA, 'GET', `${API}/status/Closed`);
    expect(status.body).toMatchObject({ id: '10006', statusCategory: { key: 'done', name: 'Done' } });
  });

  it('list fields for everybody and search them for administrators', async () => {
    const site = createTestSite();
    const { body } = await site.ask(ANNA, 'GET', `${API}/field`);
    expect(body).toContainEqual({
      id: 'customfield_10000',
      key: 'customfield_10000',
      name: 'Implementation plan',
      custom: true,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: ['cf[10000]', 'Implementation plan'],
      schema: {
        type: 'string',
        custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textarea',
        customId: 10000,
      },
    });
    expect((await site.ask(ANNA, 'GET', `${API}/field/search`)).status).toBe(403);
    const found = await site.ask(CARL, 'GET', `${API}/field/search?type=custom&query=rollback&orderBy=-name`);
    expect(at(found.body, 'values')).toMatchObject([{ name: 'Rollback plan' }, { name: 'Rollback owner' }]);
  });

  it('describe what may be given when an issue is created', async () => {
    const site = createTestSite();
    const types = await site.ask(ANNA, 'GET', `${API}/issue/createmeta/CHG/issuetypes`);
    expect(at(types.body, 'issueTypes', 0, 'name')).toBe('Change Request');
    const id = String(at(types.body, 'issueTypes', 0, 'id'));
    const { body } = await site.ask(ANNA, 'GET', `${API}/issue/createmeta/CHG/issuetypes/${id}?startAt=2&maxResults=1`);
    expect(at(body, 'fields', 0)).toMatchObject({ fieldId: 'summary', required: true, name: 'Summary' });
    expect(at(body, 'total')).toBe(21);
    expect((await site.ask(CARL, 'GET', `${API}/issue/createmeta/CHG/issuetypes`)).status).toBe(404);
  });
});

describe('the edges of the API', () => {
  it('answer 501 with the name of what is missing', async () => {
    const site = createTestSite();
    expect(await site.ask(ANNA, 'GET', `${API}/dashboard`)).toEqual({
      status: 501,
      body: { errorMessages: ['Not supported by this sandbox: GET /rest/api/3/dashboard'], errors: {} },
    });
    expect((await site.ask(ANNA, 'GET', '/rest/api/2/myself')).status).toBe(501);
    expect((await site.ask(NOBODY, 'GET', `${API}/dashboard`)).status).toBe(401);
    expect((await site.ask(NOBODY, 'GET', `${API}/serverInfo`)).body).toMatchObject({
      deploymentType: 'Cloud',
      serverTime: '2026-03-02T09:00:00.000+0000',
    });
  });
});
