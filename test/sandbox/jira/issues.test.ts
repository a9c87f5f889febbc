import { describe, expect, it } from '@jest/globals';
import { ANNA, APP, at, BEN, CARL, createChange, createTestSite, doc, DORA, fieldsOf, move, NOBODY } from './test-site';
import type { TestSite } from './test-site';

const ISSUE = '/rest/api/3/issue';
const notOnScreen = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

const edit = (site: TestSite, key: string, fields: Record<string, unknown>, actor = ANNA) =>
  site.ask(actor, 'PUT', `${ISSUE}/${key}`, { fields });

describe('creating an issue', () => {
  it('gives ids and keys in sequence, the defaults of a new issue and the initial status', async () => {
    const site = createTestSite();
    const first = await site.ask(ANNA, 'POST', ISSUE, {
      fields: { project: { key: 'CHG' }, issuetype: { name: 'Change Request' }, summary: 'One' },
    });
    expect(first).toEqual({
      status: 201,
      body: { id: '10000', key: 'CHG-1', self: 'http://127.0.0.1:2990/rest/api/3/issue/10000' },
    });
    expect(await createChange(site)).toBe('CHG-2');
    const fields = await fieldsOf(site, 'CHG-1');
    expect(at(fields, 'status', 'name')).toBe('Draft');
    expect(at(fields, 'status', 'statusCategory', 'key')).toBe('new');
    expect(at(fields, 'reporter', 'accountId')).toBe('anna');
    expect(at(fields, 'creator', 'accountId')).toBe('anna');
    expect(at(fields, 'priority', 'name')).toBe('Medium');
    expect(at(fields, 'created')).toBe('2026-03-02T09:00:00.000+0000');
    expect(at(fields, 'assignee')).toBeNull();
    expect(at(fields, 'labels')).toEqual([]);
    expect(at(fields, 'issuelinks')).toEqual([]);
  });

  it.each([
    ['no summary', { summary: undefined }, { summary: 'You must specify a summary of the issue.' }],
    ['an empty summary', { summary: ' ' }, { summary: 'You must specify a summary of the issue.' }],
    [
      'a summary of two lines',
      { summary: 'a\nb' },
      { summary: 'The summary is invalid because it contains newline characters.' },
    ],
    ['an unknown project', { project: { key: 'NOPE' } }, { project: 'Specify a valid project ID or key' }],
    ['a project that is not seen', { project: { key: 'SEC' } }, { project: 'Specify a valid project ID or key' }],
    ['no issue type', { issuetype: undefined }, { issuetype: 'Specify an issue type' }],
    ['an unknown issue type', { issuetype: { name: 'Epic' } }, { issuetype: 'The issue type selected is invalid.' }],
    ['an unknown field', { customfield_99999: 1 }, { customfield_99999: notOnScreen('customfield_99999') }],
    ['a field that Jira sets', { status: { name: 'Approved' } }, { status: notOnScreen('status') }],
    ['another reporter', { reporter: { accountId: 'ben' } }, { reporter: notOnScreen('reporter') }],
  ])('refuses %s', async (_, change, errors) => {
    const site = createTestSite();
    const fields = { project: { key: 'CHG' }, issuetype: { name: 'Change Request' }, summary: 'One', ...change };
    const before = site.jira.snapshot();
    const answer = await site.ask(ANNA, 'POST', ISSUE, { fields });
    expect(answer).toEqual({ status: 400, body: { errorMessages: [], errors } });
    expect(site.jira.snapshot()).toEqual(before);
    expect(site.events).toEqual([]);
  });

  it('needs the permission to create', async () => {
    const site = createTestSite();
    const fields = { project: { key: 'CHG' }, issuetype: { name: 'Task' }, summary: 'One' };
    expect(await site.ask(CARL, 'POST', ISSUE, { fields })).toEqual({
      status: 400,
      body: { errorMessages: ['You do not have permission to create issues in this project.'], errors: {} },
    });
  });

  it('is open to everybody who is logged in where the permission is granted to *', async () => {
    const site = createTestSite();
    const fields = { project: { key: 'PUB' }, issuetype: { name: 'Task' }, summary: 'One' };
    expect((await site.ask(DORA, 'POST', ISSUE, { fields })).status).toBe(201);
  });
});

describe('editing an issue', () => {
  it('writes one history with the old and the new values, ascending in the changelog and descending in the issue', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    site.clock.advance(1000);
    await edit(site, key, { summary: 'Two', [site.field('Change type')]: { value: 'Normal' } });
    site.clock.advance(1000);
    await edit(site, key, { [site.field('Change type')]: { value: 'Emergency' }, description: doc('Why') });
    const { body } = await site.ask(ANNA, 'GET', `${ISSUE}/${key}/changelog`);
    expect(at(body, 'values', 0, 'items')).toEqual([
      {
        field: 'summary',
        fieldtype: 'jira',
        fieldId: 'summary',
        from: null,
        fromString: 'Rotate keys',
        to: null,
        toString: 'Two',
      },
      {
        field: 'Change type',
        fieldtype: 'custom',
        fieldId: site.field('Change type'),
        from: null,
        fromString: null,
        to: '10001',
        toString: 'Normal',
      },
    ]);
    expect(at(body, 'values', 1, 'items', 0)).toMatchObject({ from: '10001', fromString: 'Normal', to: '10002' });
    expect(at(body, 'values', 1, 'items', 1)).toMatchObject({
      field: 'description',
      fromString: null,
      toString: 'Why',
    });
    const expanded = await site.ask(ANNA, 'GET', `${ISSUE}/${key}?expand=changelog&fields=updated`);
    expect(at(expanded.body, 'changelog', 'histories', 0, 'id')).toBe('10001');
    expect(at(expanded.body, 'fields')).toEqual({ updated: '2026-03-02T09:00:02.000+0000' });
  });

  it('pages the changelog', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    for (const summary of ['a', 'b', 'c']) await edit(site, key, { summary });
    const { body } = await site.ask(ANNA, 'GET', `${ISSUE}/${key}/changelog?startAt=1&maxResults=1`);
    expect(at(body, 'values', 0, 'items', 0, 'toString')).toBe('b');
    expect([at(body, 'total'), at(body, 'isLast'), at(body, 'startAt')]).toEqual([3, false, 1]);
    expect(at(body, 'nextPage')).toBe(`http://127.0.0.1:2990/rest/api/3/issue/${key}/changelog?startAt=2&maxResults=1`);
  });

  it('writes no history and sends no event when nothing changes', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    site.events.length = 0;
    expect((await edit(site, key, { summary: 'Rotate keys' })).status).toBe(204);
    expect(at((await site.ask(ANNA, 'GET', `${ISSUE}/${key}/changelog`)).body, 'total')).toBe(0);
    expect(site.events).toEqual([]);
  });

  it('adds to lists and removes from them with update', async () => {
    const site = createTestSite();
    const key = await createChange(site, { labels: ['a', 'b'] });
    const update = {
      labels: [{ add: 'c' }, { remove: 'a' }],
      [site.field('Testers')]: [{ add: { accountId: 'ben' } }],
    };
    expect((await site.ask(ANNA, 'PUT', `${ISSUE}/${key}`, { update })).status).toBe(204);
    const fields = await fieldsOf(site, key);
    expect(at(fields, 'labels')).toEqual(['b', 'c']);
    expect(at(fields, site.field('Testers'), 0, 'accountId')).toBe('ben');
    const both = { fields: { labels: [] }, update: { labels: [{ add: 'd' }] } };
    expect(at((await site.ask(ANNA, 'PUT', `${ISSUE}/${key}`, both)).body, 'errors')).toEqual({
      labels: "Field 'labels' cannot appear in both 'fields' and 'update'",
    });
  });

  it('needs the permission to edit, and a status that is editable', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const refused = { status: 400, body: { errorMessages: [], errors: { summary: notOnScreen('summary') } } };
    await move(site, ANNA, key, '91');
    expect(await edit(site, key, { summary: 'x' }, ANNA)).toEqual(refused);
    expect(await edit(site, key, { summary: 'x' }, APP)).toEqual(refused);
    const { body } = await site.ask(ANNA, 'GET', `${ISSUE}/${key}/editmeta`);
    expect(body).toEqual({ fields: {} });
  });

  it('lets only people be assigned who may be', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    expect((await edit(site, key, { assignee: { accountId: 'ben' } })).status).toBe(204);
    for (const stranger of ['dora', 'emil']) {
      expect(at((await edit(site, key, { assignee: { accountId: stranger } })).body, 'errors')).toEqual({
        assignee: `User '${stranger}' cannot be assigned issues.`,
      });
    }
  });
});

describe('an issue', () => {
  it('does not exist for those who may not browse it, and is 401 for anonymous requests', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const unseen = {
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    };
    expect(await site.ask(DORA, 'GET', `${ISSUE}/${key}`)).toEqual(unseen);
    expect(await site.ask(ANNA, 'GET', `${ISSUE}/CHG-99`)).toEqual(unseen);
    expect(await site.ask({ kind: 'user', accountId: 'emil' }, 'GET', `${ISSUE}/${key}`)).toEqual(unseen);
    expect(await site.ask(NOBODY, 'GET', `${ISSUE}/${key}`)).toEqual({
      status: 401,
      body: { errorMessages: ['Client must be authenticated to access this resource.'], errors: {} },
    });
  });

  it('is shown with the fields, names and properties that were asked for', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    await site.ask(ANNA, 'PUT', `${ISSUE}/${key}/properties/gate`, { passed: true });
    const path = `${ISSUE}/${key.toLowerCase()}?fields=summary,labels,-labels&expand=names&properties=gate,other`;
    expect((await site.ask(ANNA, 'GET', path)).body).toMatchObject({
      id: '10000',
      key,
      fields: { summary: 'Rotate keys' },
      names: { summary: 'Summary' },
      properties: { gate: { passed: true } },
    });
    const all = await site.ask(ANNA, 'GET', `${ISSUE}/${key}?fields=*all,-comment`);
    expect(at(all.body, 'fields', 'comment')).toBeUndefined();
    expect(at(all.body, 'fields', 'summary')).toBe('Rotate keys');
    expect((await site.ask(ANNA, 'GET', `${ISSUE}/${key}?expand=renderedFields`)).status).toBe(501);
  });

  it('shows e-mail addresses to the person and to administrators, never to the app', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const emailFor = async (actor: Parameters<TestSite['ask']>[0]) =>
      at(await fieldsOf(site, key, actor), 'reporter', 'emailAddress');
    expect(await emailFor(ANNA)).toBe('anna@example.com');
    expect(await emailFor(CARL)).toBe('anna@example.com');
    expect(await emailFor(BEN)).toBeUndefined();
    expect(await emailFor(APP)).toBeUndefined();
  });

  it('is deleted by those who may, with its links, and its key is never given again', async () => {
    const site = createTestSite();
    const one = await createChange(site);
    const two = await createChange(site);
    await site.ask(ANNA, 'POST', '/rest/api/3/issueLink', {
      type: { name: 'Blocks' },
      inwardIssue: { key: one },
      outwardIssue: { key: two },
    });
    expect((await site.ask(ANNA, 'DELETE', `${ISSUE}/${two}`)).status).toBe(403);
    expect((await site.ask(CARL, 'DELETE', `${ISSUE}/${two}`)).status).toBe(204);
    expect((await site.ask(CARL, 'GET', `${ISSUE}/${two}`)).status).toBe(404);
    expect(at(await fieldsOf(site, one), 'issuelinks')).toEqual([]);
    expect(await createChange(site)).toBe('CHG-3');
  });

  it('is fetched in bulk, with an error for each that is not seen', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const { body } = await site.ask(ANNA, 'POST', `${ISSUE}/bulkfetch`, {
      issueIdsOrKeys: [key, '10000', 'CHG-9'],
      fields: ['summary'],
    });
    expect(at(body, 'issues', 1)).toBeUndefined();
    expect(at(body, 'issues', 0, 'fields')).toEqual({ summary: 'Rotate keys' });
    expect(at(body, 'issueErrors', 0, 'id')).toBe('CHG-9');
  });
});

describe('properties of an issue', () => {
  it('are written, listed, read and deleted by those who may edit', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const path = `${ISSUE}/${key}/properties/change%20plan`;
    expect((await site.ask(ANNA, 'PUT', path, { a: 1 })).status).toBe(201);
    expect((await site.ask(ANNA, 'PUT', path, { a: 2 })).status).toBe(200);
    expect(await site.ask(BEN, 'GET', path)).toEqual({ status: 200, body: { key: 'change plan', value: { a: 2 } } });
    expect(at((await site.ask(BEN, 'GET', `${ISSUE}/${key}/properties`)).body, 'keys', 0, 'key')).toBe('change plan');
    expect((await site.ask(ANNA, 'DELETE', path)).status).toBe(204);
    expect((await site.ask(ANNA, 'GET', path)).status).toBe(404);
    expect((await site.ask(DORA, 'GET', path)).status).toBe(404);
  });

  it('hold at most 32,768 characters', async () => {
    const site = createTestSite();
    const path = `${ISSUE}/${await createChange(site)}/properties/big`;
    expect((await site.ask(ANNA, 'PUT', path, 'x'.repeat(32_766))).status).toBe(201);
    expect((await site.ask(ANNA, 'PUT', path, 'x'.repeat(32_767))).status).toBe(400);
  });
});

describe('comments and links', () => {
  it('are added by those who may; a comment is an Atlassian document', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const path = `${ISSUE}/${key}/comment`;
    expect((await site.ask(ANNA, 'POST', path, { body: 'plain' })).body).toEqual({
      errorMessages: [],
      errors: { comment: 'Comment body is not valid!' },
    });
    expect((await site.ask(CARL, 'POST', path, { body: doc('x') })).status).toBe(403);
    expect((await site.ask(ANNA, 'POST', path, { body: doc('one') })).status).toBe(201);
    await site.ask(BEN, 'POST', path, { body: doc('two') });
    const { body } = await site.ask(ANNA, 'GET', `${path}?orderBy=-created&maxResults=1`);
    expect(at(body, 'total')).toBe(2);
    expect(at(body, 'comments', 0, 'body')).toEqual(doc('two'));
    expect(at(await fieldsOf(site, key), 'comment', 'total')).toBe(2);
  });

  it('show a link on both ends, in its two directions', async () => {
    const site = createTestSite();
    const [one, two] = [await createChange(site), await createChange(site)];
    const link = { type: { name: 'Blocks' }, inwardIssue: { key: one }, outwardIssue: { key: two } };
    expect((await site.ask(ANNA, 'POST', '/rest/api/3/issueLink', link)).status).toBe(201);
    expect(at(await fieldsOf(site, one), 'issuelinks', 0, 'outwardIssue', 'key')).toBe(two);
    expect(at(await fieldsOf(site, two), 'issuelinks', 0, 'inwardIssue', 'key')).toBe(one);
    const { body } = await site.ask(ANNA, 'GET', `${ISSUE}/${one}/changelog`);
    expect(at(body, 'values', 0, 'items', 0)).toEqual({
      field: 'Link',
      fieldtype: 'jira',
      from: null,
      fromString: null,
      to: two,
      toString: `This issue blocks ${two}`,
    });
    expect((await site.ask(ANNA, 'POST', '/rest/api/3/issueLink', { ...link, type: { name: 'Hugs' } })).status).toBe(
      404,
    );
  });
});
