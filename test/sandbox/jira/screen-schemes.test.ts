import { beforeEach, describe, expect, it } from '@jest/globals';
import { administeredSite, messages, newScreen } from './administered-site';
import type { AdministeredSite } from './administered-site';
import { at } from './test-site';
import type { Answer } from './test-site';

let admin: AdministeredSite['admin'];

beforeEach(() => {
  ({ admin } = administeredSite());
});

describe('a screen scheme', () => {
  it('is made of screens, listed with those who use it, changed and deleted', async () => {
    const { screen } = await newScreen(admin, 'Change screen', 'summary');
    const made = await admin('POST', '/screenscheme', { name: 'Changes', screens: { default: 1, create: screen } });
    expect([made.status, made.body]).toEqual([201, { id: 10004 }]);
    const listed = await admin('GET', '/screenscheme?id=10004&expand=issueTypeScreenSchemes');
    expect(at(listed.body, 'values')).toMatchObject([
      { id: 10004, name: 'Changes', screens: { default: 1, create: screen }, issueTypeScreenSchemes: { total: 0 } },
    ]);
    const change = { description: 'D', screens: { create: null, edit: String(screen) } };
    expect((await admin('PUT', '/screenscheme/10004', change)).status).toBe(204);
    expect(at((await admin('GET', '/screenscheme?id=10004')).body, 'values')).toEqual([
      { id: 10004, name: 'Changes', description: 'D', screens: { default: 1, edit: screen } },
    ]);
    expect((await admin('DELETE', '/screenscheme/10004')).status).toBe(204);
    expect(messages(await admin('DELETE', '/screenscheme/10000'))).toEqual([
      'The screen scheme cannot be deleted as it is in use in an issue type screen scheme.',
    ]);
  });

  it.each([
    [400, { name: 'Default Screen Scheme' }, 'The name is used by another scheme.'],
    [404, { screens: { default: 99 } }, 'One or more screens assigned to screen types was not found.'],
    [400, { screens: {} }, 'Invalid request payload. Refer to the REST API documentation and try again.'],
  ])('is refused with %i for %j', async (status, change, message) => {
    const answer = await admin('POST', '/screenscheme', { name: 'Changes', screens: { default: 1 }, ...change });
    expect([answer.status, messages(answer)]).toEqual([status, [message]]);
  });

  it('keeps a default screen', async () => {
    const answer = await admin('PUT', '/screenscheme/10000', { screens: { default: null } });
    expect(messages(answer)).toEqual(['A default screen is required.']);
  });
});

describe('an issue type screen scheme', () => {
  const scheme = (...mappings: [string, string][]) => ({
    name: 'Changes',
    issueTypeMappings: mappings.map(([issueTypeId, screenSchemeId]) => ({ issueTypeId, screenSchemeId })),
  });

  it('is made with a default, listed, and assigned to projects', async () => {
    const made = await admin('POST', '/issuetypescreenscheme', scheme(['default', '1'], ['10000', '10000']));
    expect([made.status, made.body]).toEqual([201, { id: '10003' }]);
    const mapping = await admin('GET', '/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=10003');
    expect(at(mapping.body, 'values')).toEqual([
      { issueTypeScreenSchemeId: '10003', issueTypeId: '10000', screenSchemeId: '10000' },
      { issueTypeScreenSchemeId: '10003', issueTypeId: 'default', screenSchemeId: '1' },
    ]);
    const assignment = { issueTypeScreenSchemeId: '10003', projectId: '10000' };
    expect((await admin('PUT', '/issuetypescreenscheme/project', assignment)).status).toBe(204);
    const users = await admin('GET', '/issuetypescreenscheme/project?projectId=10000');
    expect(at(users.body, 'values')).toEqual([
      { issueTypeScreenScheme: { id: '10003', name: 'Changes', description: '' }, projectIds: ['10000'] },
    ]);
    expect(at((await admin('GET', '/issuetypescreenscheme/10003/project')).body, 'values')).toMatchObject([
      { key: 'CHG' },
    ]);
    const listed = await admin('GET', '/issuetypescreenscheme?id=10003&expand=projects');
    expect(at(listed.body, 'values', 0, 'projects', 'total')).toBe(1);
  });

  it.each([
    [400, scheme(['10000', '1']), 'A default mapping must be provided.'],
    [400, scheme(['default', '1'], ['10000', '1'], ['10000', '10000']), 'One or more issue type IDs are repeated, an issue type ID can only be specified once.'], // prettier-ignore
    [404, scheme(['default', '1'], ['99', '1']), 'These issue types were not found: 99'],
    [404, scheme(['default', '99']), 'The screen scheme was not found.'],
    [400, { ...scheme(['default', '1']), name: 'Default Issue Type Screen Scheme' }, 'The issue type screen scheme name is in use.'], // prettier-ignore
  ])('is refused with %i for %j', async (status, body, message) => {
    const answer = await admin('POST', '/issuetypescreenscheme', body);
    expect([answer.status, messages(answer)]).toEqual([status, [message]]);
  });

  it('has mappings added, removed and its default changed', async () => {
    await admin('POST', '/issuetypescreenscheme', scheme(['default', '1'], ['10000', '10000']));
    const path = '/issuetypescreenscheme/10003/mapping';
    const add = (...mappings: [string, string][]): Promise<Answer> => {
      const { issueTypeMappings } = scheme(...mappings);
      return admin('PUT', path, { issueTypeMappings });
    };
    expect(messages(await add(['default', '1']))).toEqual(['A default mapping cannot be added.']);
    expect(messages(await add(['10000', '1']))).toEqual(['These issue types are already mapped: 10000']);
    expect((await add(['10001', '10001'])).status).toBe(204);
    expect((await admin('POST', `${path}/remove`, { issueTypeIds: ['10000'] })).status).toBe(204);
    expect((await admin('POST', `${path}/remove`, { issueTypeIds: ['10000'] })).status).toBe(404);
    expect((await admin('PUT', `${path}/default`, { screenSchemeId: '10002' })).status).toBe(204);
    const { body } = await admin('GET', '/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=10003');
    expect(at(body, 'values')).toEqual([
      { issueTypeScreenSchemeId: '10003', issueTypeId: '10001', screenSchemeId: '10001' },
      { issueTypeScreenSchemeId: '10003', issueTypeId: 'default', screenSchemeId: '10002' },
    ]);
  });

  it('is renamed, and deleted while no project has it', async () => {
    await admin('POST', '/issuetypescreenscheme', scheme(['default', '1']));
    expect((await admin('PUT', '/issuetypescreenscheme/10003', { name: 'Others' })).status).toBe(204);
    expect((await admin('DELETE', '/issuetypescreenscheme/10003')).status).toBe(204);
    expect((await admin('DELETE', '/issuetypescreenscheme/10003')).status).toBe(404);
    expect(messages(await admin('DELETE', '/issuetypescreenscheme/10000'))).toEqual([
      'The issue type screen scheme cannot be deleted because it is assigned to one or more projects.',
    ]);
    expect((await admin('DELETE', '/issuetypescreenscheme/1')).status).toBe(400);
  });
});
