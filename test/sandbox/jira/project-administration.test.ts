import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SiteSeed } from '../../../sandbox/seed';
import { administeredSite, API, each, keysOf, messages } from './administered-site';
import type { AdministeredSite } from './administered-site';
import { SEED } from './jira-seed';
import { ANNA, at, BEN, createChange, createTestSite } from './test-site';
import type { Answer, TestSite } from './test-site';

const KANBAN = 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic';
const EVERYBODY = { BROWSE_PROJECTS: ['*'], CREATE_ISSUES: ['*'], EDIT_ISSUES: ['*'] };

/** Besides the projects of the seed: one that shares the schemes of CHG, a team-managed one and a service project. */
const WIDER: SiteSeed = {
  ...SEED,
  fields: [
    ...SEED.fields,
    {
      name: 'Change reason',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
      options: ['Repair', 'Upgrade'],
      projects: ['ITS'],
    },
  ],
  projects: [
    ...SEED.projects.map((project) =>
      project.key === 'CHG'
        ? { ...project, permissions: { ...project.permissions, ADMINISTER_PROJECTS: ['approvers'] } }
        : project,
    ),
    {
      key: 'TWO', name: 'Second changes', leadAccountId: 'carl', sharesSchemesWith: 'CHG', issueTypes: [{ name: 'Task' }],
      permissions: EVERYBODY,
    },
    {
      key: 'TEAM', name: 'A team', leadAccountId: 'carl', style: 'next-gen', typeKey: 'software',
      issueTypes: [{ name: 'Task' }], permissions: EVERYBODY,
    },
    {
      key: 'ITS', name: 'IT services', leadAccountId: 'carl', typeKey: 'service_desk', description: 'Help',
      issueTypes: [{ name: 'Change', fields: ['Summary', 'Change reason'] }], permissions: EVERYBODY,
    },
  ],
}; // prettier-ignore

let site: TestSite;
let admin: AdministeredSite['admin'];

beforeEach(() => {
  ({ site, admin } = administeredSite(createTestSite(WIDER)));
});

const create = (rest: object = {}): Promise<Answer> =>
  admin('POST', '/project', { key: 'NEW', name: 'New', leadAccountId: 'carl', projectTemplateKey: KANBAN, ...rest });

describe('a new project', () => {
  it('comes with issue types and schemes of its own, and takes issues at once', async () => {
    const made = await create({ description: 'D' });
    expect([made.status, made.body]).toEqual([
      201,
      { id: 10006, key: 'NEW', self: 'http://127.0.0.1:2990/rest/api/3/project/10006' },
    ]);
    const { body } = await admin('GET', '/project/NEW');
    expect(body).toMatchObject({ name: 'New', description: 'D', projectTypeKey: 'software', style: 'classic', simplified: false }); // prettier-ignore
    expect(each(at(body, 'issueTypes'), 'name')).toEqual(['Epic', 'Story', 'Bug', 'Task', 'Sub-task']);
    expect(each(at(body, 'issueTypes'), 'hierarchyLevel')).toEqual([1, 0, 0, 0, -1]);
    const users = await admin('GET', '/issuetypescheme/project?projectId=10006');
    expect(at(users.body, 'values', 0, 'issueTypeScheme', 'name')).toBe('NEW: Issue Type Scheme');
    const fields = { project: { key: 'NEW' }, issuetype: { name: 'Task' }, summary: 'One' };
    expect(at((await site.ask(ANNA, 'POST', `${API}/issue`, { fields })).body, 'key')).toBe('NEW-1');
    const subTask = { fields: { ...fields, issuetype: { name: 'Sub-task' } } };
    expect((await site.ask(ANNA, 'POST', `${API}/issue`, subTask)).status).toBe(501);
  });

  it('uses the schemes that it is given instead of a template', async () => {
    const schemes = { issueTypeScheme: 10001, issueTypeScreenScheme: 10000, projectTypeKey: 'business' };
    expect((await create({ projectTemplateKey: undefined, ...schemes })).status).toBe(201);
    const { body } = await admin('GET', '/project/NEW');
    expect(at(body, 'projectTypeKey')).toBe('business');
    expect(each(at(body, 'issueTypes'), 'name')).toEqual(['Change Request', 'Task']);
    const screens = await admin('GET', '/issuetypescreenscheme/project?projectId=10006');
    expect(at(screens.body, 'values', 0, 'issueTypeScreenScheme', 'id')).toBe('10000');
  });

  it('has the default schemes when it is given none', async () => {
    expect((await create({ projectTemplateKey: undefined, projectTypeKey: 'software' })).status).toBe(201);
    const screens = await admin('GET', '/issuetypescreenscheme/project?projectId=10006');
    expect(at(screens.body, 'values', 0, 'issueTypeScreenScheme', 'id')).toBe('1');
  });

  it.each([
    ['projectKey', { key: 'CHG' }, "Project 'Changes' uses this project key."],
    ['projectKey', { key: 'new' }, 'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.'], // prettier-ignore
    ['projectKey', { key: 'ELEVENCHARS' }, 'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.'], // prettier-ignore
    ['projectName', { name: 'changes' }, 'A project with that name already exists.'],
    ['projectName', { name: 'x'.repeat(81) }, 'The project name must not exceed 80 characters in length.'],
    ['projectLead', { leadAccountId: undefined }, 'You must specify a valid project lead.'],
    ['projectLead', { leadAccountId: 'emil' }, 'The user you specified as project lead does not exist.'],
    ['projectType', { projectTemplateKey: undefined }, 'You must specify a valid project type.'],
    ['projectTemplateKey', { projectTypeKey: 'business' }, 'The project template does not match the project type.'],
    ['projectTemplateKey', { projectTemplateKey: 'mine' }, 'The project template is not valid.'],
  ])('is refused for its %s: %j', async (field, change, message) => {
    const answer = await create(change);
    expect([answer.status, at(answer.body, 'errors')]).toEqual([400, { [field]: message }]);
    expect((await admin('GET', '/project/search')).body).toMatchObject({ total: 6 });
  });

  it.each([
    [400, { issueTypeScheme: 10001 }],
    [400, { projectTemplateKey: undefined, projectTypeKey: 'software', issueTypeScheme: 99 }],
    [400, { projectTemplateKey: undefined, projectTypeKey: 'software', issueTypeScreenScheme: 99 }],
    [400, { projectTemplateKey: undefined, projectTypeKey: 'software', workflowScheme: 99 }],
    [501, { projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban' }],
    [501, { projectTemplateKey: undefined, projectTypeKey: 'service_desk' }],
    [501, { permissionScheme: 10000 }],
    [501, { categoryId: 10000 }],
    [400, { color: 'red' }],
  ])('is refused with %i for %j', async (status, change) => {
    expect((await create(change)).status).toBe(status);
    expect((await admin('GET', '/project/NEW')).status).toBe(404);
  });

  it('is for administrators of Jira', async () => {
    const body = { key: 'NEW', name: 'New', leadAccountId: 'carl', projectTemplateKey: KANBAN };
    expect((await site.ask(BEN, 'POST', `${API}/project`, body)).status).toBe(403);
  });
});

describe('the search for projects', () => {
  const keys = async (query: string, actor = ANNA): Promise<unknown> =>
    each(at((await site.ask(actor, 'GET', `${API}/project/search?${query}`)).body, 'values'), 'key');

  it('finds what the person may see, browse, edit or create in', async () => {
    expect(await keys('')).toEqual(['CHG', 'ITS', 'PUB', 'TEAM', 'TWO']);
    expect(await keys('action=browse', BEN)).toEqual(['CHG', 'ITS', 'PUB', 'SEC', 'TEAM', 'TWO']);
    expect(await keys('action=edit', BEN)).toEqual(['CHG']);
    expect(await keys('action=create&query=sec', BEN)).toEqual(['SEC', 'TWO']);
    expect((await site.ask(ANNA, 'GET', `${API}/project/search?action=own`)).status).toBe(400);
  });

  it('filters and sorts, page by page', async () => {
    expect(await keys('typeKey=service_desk')).toEqual(['ITS']);
    expect(await keys('typeKey=service_desk,business')).toEqual(['ITS']);
    expect(await keys('keys=CHG&keys=PUB')).toEqual(['CHG', 'PUB']);
    expect(await keys('id=10000&query=x')).toEqual([]);
    expect(await keys('status=archived')).toEqual([]);
    expect(await keys('orderBy=-name&maxResults=2&startAt=1')).toEqual(['PUB', 'ITS']);
    await createChange(site);
    expect(await keys('orderBy=-issueCount&maxResults=1')).toEqual(['CHG']);
    const page = await site.ask(ANNA, 'GET', `${API}/project/search?maxResults=2`);
    expect([at(page.body, 'total'), at(page.body, 'isLast')]).toEqual([5, false]);
    expect(at(page.body, 'nextPage')).toBe(`http://127.0.0.1:2990${API}/project/search?maxResults=2&startAt=2`);
  });

  it('shows more when asked', async () => {
    const plain = at((await admin('GET', '/project/search?keys=ITS')).body, 'values', 0);
    expect(keysOf(plain)).not.toContain('description');
    await createChange(site);
    const full = await admin('GET', '/project/search?keys=CHG&keys=ITS&expand=description,lead,issueTypes,url,insight');
    expect(at(full.body, 'values', 0)).toMatchObject({ insight: { totalIssueCount: 1, lastIssueUpdateTime: '2026-03-02T09:00:00.000+0000' }, lead: { accountId: 'carl' } }); // prettier-ignore
    expect(at(full.body, 'values', 1)).toMatchObject({ description: 'Help', url: '', insight: { totalIssueCount: 0 }, issueTypes: [{ name: 'Change' }] }); // prettier-ignore
    expect((await admin('GET', '/project/search?expand=projectKeys')).status).toBe(501);
    expect((await admin('GET', '/project/search?categoryId=1')).status).toBe(501);
  });
});

describe('a team-managed project', () => {
  it('can be told apart, and has issue types that are its own', async () => {
    const { body } = await admin('GET', '/project/TEAM');
    expect(body).toMatchObject({ style: 'next-gen', simplified: true });
    expect(at(body, 'issueTypes')).toMatchObject([
      { id: '10002', name: 'Task', scope: { type: 'PROJECT', project: { id: '10004' } } },
    ]);
  });

  it('keeps its schemes to itself', async () => {
    const listed = async (path: string): Promise<unknown> =>
      each(at((await admin('GET', path)).body, 'values'), 'name');
    expect(await listed('/issuetypescheme?queryString=team')).toEqual([]);
    expect(await listed('/issuetypescreenscheme?queryString=team')).toEqual([]);
    expect(await listed('/screenscheme?queryString=team')).toEqual([]);
    expect(await listed('/screens?scope=PROJECT')).toEqual(['TEAM: Task Screen']);
    expect((await admin('PUT', '/issuetypescheme/10001/issuetype', { issueTypeIds: ['10002'] })).status).toBe(404);
  });

  it('takes no scheme from the administration', async () => {
    const types = { issueTypeSchemeId: '10001', projectId: '10004' };
    expect(messages(await admin('PUT', '/issuetypescheme/project', types))).toEqual([
      'Issue type schemes can only be assigned to classic projects.',
    ]);
    const screens = { issueTypeScreenSchemeId: '10000', projectId: '10004' };
    expect(messages(await admin('PUT', '/issuetypescreenscheme/project', screens))).toEqual([
      'Only classic projects can have issue type screen schemes assigned.',
    ]);
  });
});

describe('a seeded project', () => {
  it('may share the schemes of another one', async () => {
    const users = await admin('GET', '/issuetypescheme/project?projectId=10003');
    expect(at(users.body, 'values', 0)).toMatchObject({ issueTypeScheme: { id: '10001' }, projectIds: ['10003'] });
  });

  it('may have fields that other projects lack', async () => {
    const reason = at((await admin('GET', '/field/search?query=change%20reason')).body, 'values', 0, 'id');
    const make = async (key: string, issuetype: string): Promise<string> => {
      const fields = { project: { key }, issuetype: { name: issuetype }, summary: 'One' };
      return String(at((await site.ask(ANNA, 'POST', `${API}/issue`, { fields })).body, 'key'));
    };
    const shown = async (key: string): Promise<unknown> =>
      keysOf(at((await site.ask(ANNA, 'GET', `${API}/issue/${key}`)).body, 'fields'));
    expect(await shown(await make('ITS', 'Change'))).toContain(reason);
    expect(await shown(await make('CHG', 'Task'))).not.toContain(reason);
  });

  it('lets its administrators read the screens that it uses', async () => {
    const read = async (path: string): Promise<number> => (await site.ask(BEN, 'GET', `${API}${path}`)).status;
    expect(await read('/screens/10001/tabs?projectKey=CHG')).toBe(200);
    expect(await read('/screens/10001/tabs')).toBe(403);
    expect(await read('/screens/10001/tabs?projectKey=PUB')).toBe(403);
    expect(await read('/screens/1/tabs?projectKey=CHG')).toBe(400);
  });
});
