import { beforeEach, describe, expect, it } from '@jest/globals';
import { administeredSite, API, each, messages } from './administered-site';
import type { AdministeredSite } from './administered-site';
import { ANNA, at, BEN, createChange } from './test-site';
import type { Answer, TestSite } from './test-site';

let site: TestSite;
let admin: AdministeredSite['admin'];

beforeEach(() => {
  ({ site, admin } = administeredSite());
});

/** A new issue type; its id. */
async function newType(name: string, rest: object = {}): Promise<string> {
  return String(at((await admin('POST', '/issuetype', { name, ...rest })).body, 'id'));
}

describe('an issue type', () => {
  it('is made with the number that follows, and joins the default scheme', async () => {
    const answer = await admin('POST', '/issuetype', { name: 'Incident', description: 'Something broke' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ id: '10002', name: 'Incident', description: 'Something broke', subtask: false, hierarchyLevel: 0 }); // prettier-ignore
    const mapping = await admin('GET', '/issuetypescheme/mapping?issueTypeSchemeId=10000');
    expect(at(mapping.body, 'values')).toEqual(
      ['10000', '10001', '10002'].map((issueTypeId) => ({ issueTypeSchemeId: '10000', issueTypeId })),
    );
  });

  it('may be a sub-task, by its level or by its old type', async () => {
    expect(at((await admin('POST', '/issuetype', { name: 'Step', hierarchyLevel: -1 })).body, 'subtask')).toBe(true);
    expect(at((await admin('POST', '/issuetype', { name: 'Part', type: 'subtask' })).body, 'hierarchyLevel')).toBe(-1);
  });

  it.each([
    [400, { name: 'x'.repeat(61) }, 'The name must not exceed 60 characters.'],
    [400, { name: ' ' }, 'The name must be provided.'],
    [400, { name: 'Epic', hierarchyLevel: 1 }, 'The hierarchy level of an issue type must be 0 or -1.'],
    [409, { name: 'task' }, 'An issue type with this name already exists.'],
    [400, { title: 'X' }, 'Invalid request payload. Refer to the REST API documentation and try again.'],
  ])('is refused with %i for %j', async (status, body, message) => {
    const answer = await admin('POST', '/issuetype', body);
    expect([answer.status, messages(answer)]).toEqual([status, [message]]);
  });

  it('may have a name of 60 characters', async () => {
    expect((await admin('POST', '/issuetype', { name: 'x'.repeat(60) })).status).toBe(201);
  });

  it('gets another name, but not that of another issue type', async () => {
    expect((await admin('PUT', '/issuetype/10001', { name: 'Task' })).status).toBe(200);
    expect(at((await admin('PUT', '/issuetype/10001', { name: 'Chore' })).body, 'name')).toBe('Chore');
    expect((await admin('PUT', '/issuetype/10001', { name: 'Change Request' })).status).toBe(409);
    expect((await admin('PUT', '/issuetype/99', { name: 'X' })).status).toBe(404);
  });

  it('is seen by those who see a project that has it', async () => {
    const id = await newType('Incident');
    expect((await site.ask(ANNA, 'GET', `${API}/issuetype/10000`)).status).toBe(200);
    expect((await site.ask(ANNA, 'GET', `${API}/issuetype/${id}`)).status).toBe(404);
    expect((await admin('GET', `/issuetype/${id}`)).status).toBe(200);
    expect((await admin('GET', '/issuetype/x')).status).toBe(400);
    expect(at((await site.ask(ANNA, 'GET', `${API}/issuetype`)).body, 2)).toBeUndefined();
    expect(at((await admin('GET', '/issuetype')).body, 2, 'id')).toBe(id);
  });

  it('is listed by project and level', async () => {
    const names = async (query: string): Promise<unknown> => {
      return each((await site.ask(ANNA, 'GET', `${API}/issuetype/project?${query}`)).body, 'name');
    };
    expect(await names('projectId=10000')).toEqual(['Change Request', 'Task']);
    expect(await names('projectId=10000&level=-1')).toEqual([]);
    expect((await site.ask(ANNA, 'GET', `${API}/issuetype/project?projectId=10001`)).status).toBe(404);
  });

  it('is deleted while no issue has it, and leaves its schemes', async () => {
    const id = await newType('Incident');
    await admin('PUT', '/issuetypescheme/10001/issuetype', { issueTypeIds: [id] });
    expect((await admin('DELETE', `/issuetype/${id}`)).status).toBe(204);
    expect((await admin('GET', `/issuetype/${id}`)).status).toBe(404);
    const mapping = await admin('GET', '/issuetypescheme/mapping?issueTypeSchemeId=10001');
    expect(at(mapping.body, 'total')).toBe(2);
  });

  it('is not deleted while issues have it', async () => {
    await createChange(site);
    const step = await newType('Step', { hierarchyLevel: -1 });
    expect((await admin('DELETE', '/issuetype/10000')).status).toBe(404);
    expect((await admin('DELETE', '/issuetype/10000?alternativeIssueTypeId=10000')).status).toBe(409);
    expect((await admin('DELETE', `/issuetype/10000?alternativeIssueTypeId=${step}`)).status).toBe(409);
    expect((await admin('DELETE', '/issuetype/10000?alternativeIssueTypeId=10001')).status).toBe(501);
    expect((await admin('GET', '/issuetype/10000')).status).toBe(200);
  });

  it.each([
    ['POST', '/issuetype', { name: 'X' }],
    ['PUT', '/issuetype/10001', { name: 'X' }],
    ['DELETE', '/issuetype/10001', undefined],
    ['GET', '/issuetypescheme', undefined],
    ['POST', '/issuetypescheme', { name: 'X', issueTypeIds: ['10000'] }],
    ['PUT', '/issuetypescheme/project', { issueTypeSchemeId: '10001', projectId: '10000' }],
    ['PUT', '/issuetypescheme/10001/issuetype', { issueTypeIds: ['10000'] }],
  ])('is for administrators: %s %s', async (method, path, body) => {
    expect((await site.ask(BEN, method, `${API}${path}`, body)).status).toBe(403);
  });
});

describe('an issue type scheme', () => {
  const scheme = (rest: object = {}) => ({ name: 'Changes', issueTypeIds: ['10000', '10001'], ...rest });

  it('is made, listed with its types and projects, and found by its name', async () => {
    const made = await admin('POST', '/issuetypescheme', scheme({ defaultIssueTypeId: '10001', description: 'D' }));
    expect([made.status, made.body]).toEqual([201, { issueTypeSchemeId: '10004' }]);
    const listed = await admin('GET', '/issuetypescheme?queryString=cHAnGes&expand=issueTypes,projects');
    expect(at(listed.body, 'values')).toMatchObject([
      { id: '10004', name: 'Changes', description: 'D', defaultIssueTypeId: '10001', issueTypes: { total: 2 }, projects: { total: 0 } }, // prettier-ignore
    ]);
    const sorted = await admin('GET', '/issuetypescheme?orderBy=-name&maxResults=2');
    expect(at(sorted.body, 'values', 0, 'name')).toBe('SEC: Issue Type Scheme');
    expect(at(sorted.body, 'isLast')).toBe(false);
    expect(at((await admin('GET', '/issuetypescheme')).body, 'values', 0)).toMatchObject({ id: '10000', isDefault: true }); // prettier-ignore
  });

  it.each([
    [409, { name: 'chg: issue type scheme' }, 'The name is used by another scheme.'],
    [400, { issueTypeIds: [] }, 'The issueTypeIds must not be empty.'],
    [400, { issueTypeIds: ['10000', '10000'] }, 'The issueTypeIds must not contain duplicates.'],
    [404, { issueTypeIds: ['10000', '99'] }, 'These issue types were not found: 99'],
    [400, { defaultIssueTypeId: '99' }, 'The default issue type ID has to be present in issue type IDs list.'],
    [400, { name: 'x'.repeat(256) }, 'The name must not exceed 255 characters.'],
  ])('is refused with %i for %j', async (status, change, message) => {
    const answer = await admin('POST', '/issuetypescheme', scheme(change));
    expect([answer.status, messages(answer)]).toEqual([status, [message]]);
  });

  it('needs an issue type that is no sub-task', async () => {
    const step = await newType('Step', { hierarchyLevel: -1 });
    const answer = await admin('POST', '/issuetypescheme', scheme({ issueTypeIds: [step] }));
    expect(messages(answer)).toEqual(['At least one standard issue type must be provided.']);
  });

  it('gives its projects the issue types that are added to it, all of the projects that share it', async () => {
    const id = await newType('Incident');
    await admin('PUT', '/issuetypescheme/project', { issueTypeSchemeId: '10001', projectId: '10002' });
    expect((await admin('PUT', '/issuetypescheme/10001/issuetype', { issueTypeIds: [id] })).status).toBe(204);
    const again = await admin('PUT', '/issuetypescheme/10001/issuetype', { issueTypeIds: ['10001', id] });
    expect(messages(again)).toEqual([
      'These issue types were not added because they are already present in the issue type scheme: 10001, 10002',
    ]);
    for (const key of ['CHG', 'PUB']) {
      const fields = { project: { key }, issuetype: { id }, summary: 'One' };
      expect((await site.ask(ANNA, 'POST', `${API}/issue`, { fields })).status).toBe(201);
    }
    const users = await admin('GET', '/issuetypescheme/project?projectId=10000&projectId=10002&projectId=10001');
    expect(at(users.body, 'values')).toMatchObject([
      { issueTypeScheme: { id: '10001' }, projectIds: ['10000', '10002'] },
      { issueTypeScheme: { id: '10002' }, projectIds: ['10001'] },
    ]);
  });

  it('is not given to a project whose issues use types that it lacks', async () => {
    await createChange(site);
    await createChange(site);
    const refused = await admin('PUT', '/issuetypescheme/project', { issueTypeSchemeId: '10002', projectId: '10000' });
    expect(refused.status).toBe(400);
    expect(messages(refused)).toEqual([
      "This issue type scheme can't be assigned to the project. This is because some issues in this project use issue types not present in the scheme. Before assigning the scheme to the project, update the issue types on these issues: 2",
    ]);
    const kept = await admin('GET', '/issuetypescheme/project?projectId=10000');
    expect(at(kept.body, 'values', 0, 'issueTypeScheme', 'id')).toBe('10001');
  });

  it('loses an issue type that no issue of its projects has, but neither the last one nor a used one', async () => {
    await createChange(site);
    const remove = (id: string): Promise<Answer> => admin('DELETE', `/issuetypescheme/10001/issuetype/${id}`);
    expect(messages(await remove('10000'))).toEqual([
      "Can't remove the issue type from the issue type scheme because issues use it.",
    ]);
    expect((await remove('10001')).status).toBe(204);
    expect((await remove('10001')).status).toBe(404);
    expect(messages(await remove('10000'))).toEqual([
      "Can't remove the last standard issue type from the issue type scheme.",
    ]);
    const fromDefault = await admin('DELETE', '/issuetypescheme/10000/issuetype/10001');
    expect(messages(fromDefault)).toEqual(["Can't remove issue types from the default issue type scheme."]);
  });

  it('gets another name, description and default issue type', async () => {
    const change = { name: 'Others', description: 'D', defaultIssueTypeId: '10001' };
    expect((await admin('PUT', '/issuetypescheme/10001', change)).status).toBe(204);
    expect(at((await admin('GET', '/issuetypescheme?id=10001')).body, 'values')).toEqual([{ id: '10001', ...change }]);
    const strange = await admin('PUT', '/issuetypescheme/10002', { defaultIssueTypeId: '10000' });
    expect(messages(strange)).toEqual(['The default issue type has to be one of the issue types of the scheme.']);
    expect((await admin('PUT', '/issuetypescheme/99', { name: 'X' })).status).toBe(404);
  });

  it('has its issue types put in another order', async () => {
    const path = '/issuetypescheme/10001/issuetype/move';
    const order = async (): Promise<unknown> => at((await admin('GET', '/project/CHG')).body, 'issueTypes', 0, 'id');
    expect((await admin('PUT', path, { issueTypeIds: ['10001'], position: 'First' })).status).toBe(204);
    expect(await order()).toBe('10001');
    expect((await admin('PUT', path, { issueTypeIds: ['10001'], after: '10000' })).status).toBe(204);
    expect(await order()).toBe('10000');
    expect((await admin('PUT', path, { issueTypeIds: ['10001'] })).status).toBe(400);
    expect((await admin('PUT', path, { issueTypeIds: ['99'], position: 'Last' })).status).toBe(400);
  });

  it('is deleted, and its projects go back to the default scheme', async () => {
    expect((await admin('DELETE', '/issuetypescheme/10003')).status).toBe(204);
    const users = await admin('GET', '/issuetypescheme/project?projectId=10002');
    expect(at(users.body, 'values', 0, 'issueTypeScheme', 'id')).toBe('10000');
    expect(messages(await admin('DELETE', '/issuetypescheme/10000'))).toEqual([
      "The default issue type scheme can't be removed.",
    ]);
  });
});
