import { beforeEach, describe, expect, it } from '@jest/globals';
import { administeredSite, API, each, keysOf, messages } from './administered-site';
import type { AdministeredSite } from './administered-site';
import { ANNA, at, createChange, fieldsOf } from './test-site';
import type { Answer, TestSite } from './test-site';

let site: TestSite;
let admin: AdministeredSite['admin'];
let newSelect: AdministeredSite['newSelect'];
let show: AdministeredSite['show'];

beforeEach(() => {
  ({ site, admin, newSelect, show } = administeredSite());
});

describe('a context', () => {
  it('takes a field to some projects and issue types, with options of its own', async () => {
    const { field, context } = await newSelect('High', 'Low');
    const made = await admin('POST', `/field/${field}/context`, { name: 'Public', projectIds: ['10002'], issueTypeIds: ['10001'] }); // prettier-ignore
    const other = String(at(made.body, 'id'));
    expect([made.status, made.body]).toEqual([
      201,
      { id: other, name: 'Public', description: '', projectIds: ['10002'], issueTypeIds: ['10001'] },
    ]);
    await admin('POST', `/field/${field}/context/${other}/option`, { options: [{ value: 'Public only' }] });
    await show(field);
    const key = await createChange(site, { [field]: { value: 'High' } });
    expect(at(await fieldsOf(site, key), field, 'value')).toBe('High');
    const wrong = { fields: { [field]: { value: 'Public only' } } };
    expect(at((await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, wrong)).body, 'errors', field)).toBe(
      "Option value 'Public only' is not valid",
    );
    const mapping = { mappings: [['10000', '10000'], ['10002', '10001'], ['10002', '10000']].map(([projectId, issueTypeId]) => ({ projectId, issueTypeId })) }; // prettier-ignore
    const found = at((await admin('POST', `/field/${field}/context/mapping`, mapping)).body, 'values');
    expect(each(found, 'contextId')).toEqual([context, other, null]); // prettier-ignore
  });

  it('is listed by what it is for', async () => {
    const { field, context } = await newSelect();
    const other = String(at((await admin('POST', `/field/${field}/context`, { name: 'P', projectIds: ['10002', '10000'], issueTypeIds: ['10001', '10000'] })).body, 'id')); // prettier-ignore
    const listed = async (query: string): Promise<unknown> => {
      return each(at((await admin('GET', `/field/${field}/context?${query}`)).body, 'values'), 'id');
    };
    expect(await listed('')).toEqual([context, other]);
    expect(await listed('isGlobalContext=true')).toEqual([context]);
    expect(await listed('isAnyIssueType=false')).toEqual([other]);
    expect(await listed(`contextId=${other}&contextId=99`)).toEqual([other]);
    expect(at((await admin('GET', `/field/${field}/context/projectmapping`)).body, 'values')).toEqual([
      { contextId: context, isGlobalContext: true },
      { contextId: other, projectId: '10002' },
      { contextId: other, projectId: '10000' },
    ]);
    expect(at((await admin('GET', `/field/${field}/context/issuetypemapping`)).body, 'values')).toEqual([
      { contextId: context, isAnyIssueType: true },
      { contextId: other, issueTypeId: '10000' },
      { contextId: other, issueTypeId: '10001' },
    ]);
  });

  it.each([
    [400, { projectIds: [] }, 'The custom field already has a context for all projects.'],
    [400, { name: 'default configuration scheme for change risk' }, 'The name is used by another context of the field.'], // prettier-ignore
    [404, { projectIds: ['99'] }, 'These projects were not found: 99.'],
    [404, { issueTypeIds: ['99'] }, 'These issue types were not found: 99'],
    [400, { projectIds: ['10000', '10000'] }, 'The projectIds must not contain duplicates.'],
    [400, { name: '' }, 'The name must be provided.'],
  ])('is refused with %i for %j', async (status, change, message) => {
    const { field } = await newSelect();
    const answer = await admin('POST', `/field/${field}/context`, { name: 'P', projectIds: ['10000'], ...change });
    expect([answer.status, messages(answer)]).toEqual([status, [message]]);
  });

  it('is given to projects and taken from them, as long as each has one and one is for all', async () => {
    const { field, context } = await newSelect();
    const path = `/field/${field}/context`;
    expect(messages(await admin('PUT', `${path}/${context}/project`, { projectIds: ['10000'] }))).toEqual([
      'Projects cannot be added to the global context.',
    ]);
    const other = String(at((await admin('POST', path, { name: 'P', projectIds: ['10000'] })).body, 'id'));
    expect((await admin('PUT', `${path}/${other}/project`, { projectIds: ['10001'] })).status).toBe(204);
    expect(messages(await admin('PUT', `${path}/${other}/project`, { projectIds: ['10001'] }))).toEqual([
      'These projects are already associated with a context: 10001.',
    ]);
    const remove = (...projectIds: string[]): Promise<Answer> =>
      admin('POST', `${path}/${other}/project/remove`, { projectIds });
    expect((await remove('10002')).status).toBe(400);
    expect((await remove('10000', '10001')).status).toBe(400);
    expect((await remove('10001')).status).toBe(204);
    expect((await admin('DELETE', `${path}/${context}`)).status).toBe(204);
    expect((await remove('10000')).status).toBe(204);
    expect(at((await admin('GET', path)).body, 'values')).toMatchObject([{ id: other, isGlobalContext: true }]);
  });

  it('is given issue types, and is for all of them once the last is taken away', async () => {
    const { field, context } = await newSelect();
    const path = `/field/${field}/context`;
    expect((await admin('PUT', `${path}/${context}/issuetype`, { issueTypeIds: ['10000'] })).status).toBe(400);
    const other = String(at((await admin('POST', path, { name: 'P', projectIds: ['10000'] })).body, 'id'));
    expect((await admin('PUT', `${path}/${other}/issuetype`, { issueTypeIds: ['10001'] })).status).toBe(204);
    const again = await admin('PUT', `${path}/${other}/issuetype`, { issueTypeIds: ['10001'] });
    expect(messages(again)).toEqual(['These issue types are already associated with the context: 10001.']);
    await show(field);
    const meta = await site.ask(ANNA, 'GET', `${API}/issue/createmeta/CHG/issuetypes/10000`);
    expect(JSON.stringify(meta.body)).not.toContain(field);
    const remove = { issueTypeIds: ['10001'] };
    expect((await admin('POST', `${path}/${other}/issuetype/remove`, remove)).status).toBe(204);
    expect((await admin('POST', `${path}/${other}/issuetype/remove`, remove)).status).toBe(400);
    const after = await site.ask(ANNA, 'GET', `${API}/issue/createmeta/CHG/issuetypes/10000`);
    expect(JSON.stringify(after.body)).toContain(field);
  });

  it('is renamed and deleted; without one the field is nowhere', async () => {
    const ticket = site.field('Ticket');
    const key = await createChange(site, { [ticket]: 'T-1' });
    const path = `/field/${ticket}/context`;
    const context = String(at((await admin('GET', path)).body, 'values', 0, 'id'));
    expect((await admin('PUT', `${path}/${context}`, { name: 'All', description: 'D' })).status).toBe(204);
    expect(at((await admin('GET', path)).body, 'values', 0)).toMatchObject({ name: 'All', description: 'D' });
    expect((await admin('DELETE', `${path}/${context}`)).status).toBe(204);
    expect((await admin('DELETE', `${path}/${context}`)).status).toBe(404);
    expect(keysOf(await fieldsOf(site, key))).not.toContain(ticket);
    const edit = await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, { fields: { [ticket]: 'T-2' } });
    expect(at(edit.body, 'errors', ticket)).toMatch(/cannot be set/);
  });
});
