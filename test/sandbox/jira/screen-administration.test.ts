import { beforeEach, describe, expect, it } from '@jest/globals';
import { administeredSite, API, each, keysOf, messages, newScreen } from './administered-site';
import type { AdministeredSite } from './administered-site';
import { ANNA, at, BEN, createChange, doc } from './test-site';
import type { Answer, TestSite } from './test-site';

let site: TestSite;
let admin: AdministeredSite['admin'];

beforeEach(() => {
  ({ site, admin } = administeredSite());
});

const idsIn = (answer: Answer): unknown => each(answer.body, 'id');

describe('a screen', () => {
  it('is made with one empty tab, and found by id and name', async () => {
    const made = await admin('POST', '/screens', { name: 'Change screen', description: 'D' });
    expect([made.status, made.body]).toEqual([201, { id: 10005, name: 'Change screen', description: 'D' }]);
    expect((await admin('GET', '/screens/10005/tabs')).body).toEqual([{ id: expect.any(Number), name: 'Field Tab' }]);
    expect(at((await admin('GET', '/screens?queryString=change%20screen')).body, 'values')).toEqual([made.body]);
    expect(at((await admin('GET', '/screens?id=1')).body, 'values', 0, 'name')).toBe('Default Screen');
    expect(at((await admin('GET', '/screens?orderBy=-id&maxResults=1')).body, 'values')).toEqual([made.body]);
  });

  it('has a name of its own', async () => {
    const taken = await admin('POST', '/screens', { name: 'authorize screen' });
    expect([taken.status, messages(taken)]).toEqual([400, ['The name is used by another screen.']]);
    const renamed = await admin('PUT', '/screens/10000', { name: 'Gate screen' });
    expect(renamed.body).toEqual({ id: 10000, name: 'Gate screen', description: '' });
    expect((await admin('PUT', '/screens/10000', { name: 'Default Screen' })).status).toBe(400);
    expect((await admin('PUT', '/screens/99', { name: 'X' })).status).toBe(404);
  });

  it('is deleted unless a scheme or a workflow uses it', async () => {
    const { screen } = await newScreen(admin, 'Spare');
    expect((await admin('DELETE', `/screens/${screen}`)).status).toBe(204);
    expect(messages(await admin('DELETE', '/screens/10001'))).toEqual(['The screen is used in a screen scheme.']);
    expect(messages(await admin('DELETE', '/screens/10000'))).toEqual(['The screen is used in a workflow.']);
    expect((await admin('DELETE', `/screens/${screen}`)).status).toBe(404);
  });

  it('takes fields, each once', async () => {
    const { screen, tab } = await newScreen(admin, 'Change screen');
    const path = `/screens/${screen}/tabs/${tab}/fields`;
    expect((await admin('POST', path, { fieldId: 'summary' })).body).toEqual({ id: 'summary', name: 'Summary' });
    const again = await admin('POST', path, { fieldId: 'summary' });
    expect(messages(again)).toEqual(["The field with id 'summary' already exists on the screen."]);
    const other = at((await admin('POST', `/screens/${screen}/tabs`, { name: 'Plans' })).body, 'id');
    expect((await admin('POST', `/screens/${screen}/tabs/${String(other)}/fields`, { fieldId: 'summary' })).status).toBe(400); // prettier-ignore
    expect((await admin('POST', path, { fieldId: 'customfield_1' })).status).toBe(404);
    expect((await admin('POST', path, { fieldId: 'status' })).status).toBe(400);
    expect((await admin('POST', `/screens/${screen}/tabs/99/fields`, { fieldId: 'labels' })).status).toBe(404);
  });

  it('offers the fields that it does not have', async () => {
    const { screen } = await newScreen(admin, 'Change screen', 'summary');
    const offered = idsIn(await admin('GET', `/screens/${screen}/availableFields`));
    expect(offered).toContain('labels');
    expect(offered).not.toContain('summary');
    expect(offered).not.toContain('status');
  });

  it('has its fields moved and removed', async () => {
    const { screen, tab } = await newScreen(admin, 'Change screen', 'summary', 'labels', 'priority');
    const path = `/screens/${screen}/tabs/${tab}/fields`;
    const move = async (field: string, to: object): Promise<unknown> => {
      const answer = await admin('POST', `${path}/${field}/move`, to);
      return answer.status === 204 ? idsIn(await admin('GET', path)) : answer.status;
    };
    expect(await move('priority', { position: 'First' })).toEqual(['priority', 'summary', 'labels']);
    expect(await move('priority', { position: 'Later' })).toEqual(['summary', 'priority', 'labels']);
    expect(await move('labels', { after: 'summary' })).toEqual(['summary', 'labels', 'priority']);
    expect(await move('summary', { after: 'priority', position: 'First' })).toEqual(['labels', 'priority', 'summary']);
    expect(await move('labels', { position: 'Earlier' })).toBe(404);
    expect(await move('labels', {})).toBe(400);
    expect(await move('labels', { after: 'reporter' })).toBe(404);
    expect((await admin('DELETE', `${path}/labels`)).status).toBe(204);
    expect((await admin('DELETE', `${path}/labels`)).status).toBe(404);
    expect(idsIn(await admin('GET', path))).toEqual(['priority', 'summary']);
  });

  it('has its tabs renamed, moved and deleted', async () => {
    const { screen, tab } = await newScreen(admin, 'Change screen');
    const path = `/screens/${screen}/tabs`;
    const plans = Number(at((await admin('POST', path, { name: 'Plans' })).body, 'id'));
    expect((await admin('POST', path, { name: 'plans' })).status).toBe(400);
    expect((await admin('PUT', `${path}/${plans}`, { name: 'Plan' })).body).toEqual({ id: plans, name: 'Plan' });
    expect((await admin('POST', `${path}/${plans}/move/0`)).status).toBe(204);
    expect(idsIn(await admin('GET', path))).toEqual([plans, tab]);
    expect((await admin('POST', `${path}/${plans}/move/2`)).status).toBe(404);
    expect((await admin('DELETE', `${path}/${plans}`)).status).toBe(204);
    expect(idsIn(await admin('GET', path))).toEqual([tab]);
  });

  it('is listed for each of its fields', async () => {
    const field = site.field('Rollback plan');
    const found = await admin('GET', `/field/${field}/screens?expand=tab`);
    expect(at(found.body, 'values')).toMatchObject([
      { id: 10000, tab: { name: 'Field Tab' } },
      { id: 10001, tab: { name: 'Field Tab' } },
    ]);
  });

  it('is for administrators, and to be read by those of a project that uses it', async () => {
    for (const path of ['/screens', '/screens/10001/tabs', '/screenscheme', '/issuetypescreenscheme']) {
      expect((await site.ask(BEN, 'GET', `${API}${path}`)).status).toBe(403);
    }
    expect((await site.ask(BEN, 'POST', `${API}/screens`, { name: 'X' })).status).toBe(403);
    expect((await site.ask(BEN, 'GET', `${API}/screens/10001/tabs?projectKey=CHG`)).status).toBe(403);
  });
});

describe('the fields of an issue', () => {
  it('can be set when a field is put on the screen that its schemes lead to', async () => {
    const unused = site.field('Unused');
    const key = await createChange(site);
    const edit = { fields: { [unused]: 'Now' } };
    expect(at((await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, edit)).body, 'errors')).toEqual({
      [unused]: `Field '${unused}' cannot be set. It is not on the appropriate screen, or unknown.`,
    });
    const tab = at((await admin('GET', '/screens/10001/tabs')).body, 0, 'id');
    await admin('POST', `/screens/10001/tabs/${String(tab)}/fields`, { fieldId: unused });
    expect((await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, edit)).status).toBe(204);
  });

  it('differ between the create and the edit screen', async () => {
    const { screen } = await newScreen(admin, 'New change', 'summary', 'labels');
    await admin('PUT', '/screenscheme/10000', { screens: { create: String(screen) } });
    const meta = await site.ask(ANNA, 'GET', `${API}/issue/createmeta/CHG/issuetypes/10000`);
    const fields = at(meta.body, 'fields');
    expect(each(fields, 'fieldId')).toEqual(['project', 'issuetype', 'summary', 'labels']);
    const create = { project: { key: 'CHG' }, issuetype: { id: '10000' }, summary: 'One' };
    const refused = await site.ask(ANNA, 'POST', `${API}/issue`, { fields: { ...create, description: doc('x') } });
    expect(refused.status).toBe(400);
    const made = await site.ask(ANNA, 'POST', `${API}/issue`, { fields: { ...create, labels: ['a'] } });
    const key = String(at(made.body, 'key'));
    const edit = await site.ask(ANNA, 'PUT', `${API}/issue/${key}`, { fields: { description: doc('x') } });
    expect(edit.status).toBe(204);
    const editable = await site.ask(ANNA, 'GET', `${API}/issue/${key}/editmeta`);
    expect(keysOf(at(editable.body, 'fields'))).toContain('description');
  });
});
