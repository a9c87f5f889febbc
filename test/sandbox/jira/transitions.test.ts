import { describe, expect, it } from '@jest/globals';
import { ANNA, APP, at, BEN, createChange, createTestSite, DORA, doc, fieldsOf, move } from './test-site';
import type { TestSite } from './test-site';

const SUBMIT = '11';
const AUTHORIZE = '21';
const CLOSE = '91';
const REOPEN = '92';

/** A change that Anna submitted, with a rollback plan. */
async function submitted(site: TestSite, fields: Record<string, unknown> = {}): Promise<string> {
  const key = await createChange(site, { [site.field('Rollback plan')]: doc('Restore the keys'), ...fields });
  expect((await move(site, ANNA, key, SUBMIT)).status).toBe(204);
  return key;
}

async function statusOf(site: TestSite, key: string): Promise<unknown> {
  return at(await fieldsOf(site, key), 'status', 'name');
}

async function names(site: TestSite, actor: Parameters<TestSite['ask']>[0], key: string): Promise<unknown> {
  const { body } = await site.ask(actor, 'GET', `/rest/api/3/issue/${key}/transitions`);
  const transitions = at(body, 'transitions');
  return Array.isArray(transitions) ? transitions.map((transition: unknown) => at(transition, 'name')) : undefined;
}

const keysOf = (value: unknown): readonly string[] => (typeof value === 'object' && value ? Object.keys(value) : []);

describe('the transitions of an issue', () => {
  it('are those that lead on from its status', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    expect(await names(site, ANNA, key)).toEqual(['Submit', 'Close']);
    await move(site, ANNA, key, CLOSE);
    expect(await names(site, ANNA, key)).toEqual(['Close', 'Reopen']);
  });

  it('leave out what the conditions keep from the person, and the person who submitted may not authorize', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    expect(await names(site, ANNA, key)).toEqual(['Close']);
    expect(await names(site, BEN, key)).toEqual(['Authorize', 'Close']);
    const own = await createChange(site);
    await move(site, BEN, own, SUBMIT);
    expect(await names(site, BEN, own)).toEqual(['Close']);
    expect(await move(site, BEN, own, AUTHORIZE)).toEqual({
      status: 400,
      body: { errorMessages: ["Transition id '21' is not valid for this issue."], errors: {} },
    });
  });

  it('apply their conditions to the app, which belongs to no group', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    expect(await names(site, APP, key)).toEqual(['Close']);
  });

  it('are none for somebody who may browse but not transition', async () => {
    const site = createTestSite();
    const created = await site.ask(BEN, 'POST', '/rest/api/3/issue', {
      fields: { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary: 'Secret' },
    });
    const key = String(at(created.body, 'key'));
    expect(await names(site, BEN, key)).toEqual([]);
    expect((await move(site, BEN, key, '21')).status).toBe(400);
  });

  it('describe the fields of their screen when asked to', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    const { body } = await site.ask(BEN, 'GET', `/rest/api/3/issue/${key}/transitions?expand=transitions.fields`);
    const authorize = at(body, 'transitions', 0);
    expect(at(authorize, 'hasScreen')).toBe(true);
    expect(keysOf(at(authorize, 'fields'))).toEqual([
      site.field('Rollback plan'),
      site.field('Rollback owner'),
      site.field('Testers'),
      'labels',
    ]);
    expect(at(authorize, 'fields', site.field('Testers'), 'schema')).toEqual({
      type: 'array',
      items: 'user',
      custom: 'com.atlassian.jira.plugin.system.customfieldtypes:multiuserpicker',
      customId: Number(site.field('Testers').replace('customfield_', '')),
    });
  });

  it('are hidden with the issue from somebody who may not browse it', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    expect(await move(site, DORA, key, SUBMIT)).toEqual({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    });
  });
});

describe('a transition', () => {
  it('moves the issue and writes one history with the edits, the resolution and the status', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    site.clock.advance(60_000);
    const answer = await move(site, BEN, key, AUTHORIZE, {
      fields: { [site.field('Rollback owner')]: { accountId: 'anna' } },
      update: { labels: [{ add: 'keys' }] },
    });
    expect(answer).toEqual({ status: 204, body: undefined });
    const { body } = await site.ask(APP, 'GET', `/rest/api/3/issue/${key}/changelog`);
    expect(at(body, 'total')).toBe(2);
    const history = at(body, 'values', 1);
    expect(at(history, 'author', 'accountId')).toBe('ben');
    expect(at(history, 'created')).toBe('2026-03-02T09:01:00.000+0000');
    expect(at(history, 'items')).toEqual([
      {
        field: 'Rollback owner',
        fieldtype: 'custom',
        fieldId: site.field('Rollback owner'),
        from: null,
        fromString: null,
        to: 'anna',
        toString: 'Anna Requester',
      },
      { field: 'labels', fieldtype: 'jira', fieldId: 'labels', from: '', fromString: '', to: '', toString: 'keys' },
      {
        field: 'status',
        fieldtype: 'jira',
        fieldId: 'status',
        from: '10004',
        fromString: 'Assessment',
        to: '10005',
        toString: 'Approved',
      },
    ]);
  });

  it('sets the resolution on the way into a done status and takes it away on the way out', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    site.clock.set('2026-03-03T10:00:00Z');
    await move(site, ANNA, key, CLOSE);
    const closed = await fieldsOf(site, key);
    expect(at(closed, 'resolution', 'name')).toBe('Done');
    expect(at(closed, 'resolutiondate')).toBe('2026-03-03T10:00:00.000+0000');
    expect(at(closed, 'statuscategorychangedate')).toBe('2026-03-03T10:00:00.000+0000');
    await move(site, ANNA, key, REOPEN);
    const reopened = await fieldsOf(site, key);
    expect(at(reopened, 'resolution')).toBeNull();
    expect(at(reopened, 'resolutiondate')).toBeNull();
  });

  it('ignores posted fields when it has no screen', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    expect((await move(site, ANNA, key, SUBMIT, { fields: { summary: 'Changed', nonsense: 1 } })).status).toBe(204);
    expect(at(await fieldsOf(site, key), 'summary')).toBe('Rotate keys');
  });

  it('refuses a field that is not on its screen and changes nothing', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    const answer = await move(site, BEN, key, AUTHORIZE, {
      fields: { summary: 'Changed', [site.field('Rollback owner')]: { accountId: 'ben' } },
    });
    expect(answer).toEqual({
      status: 400,
      body: {
        errorMessages: [],
        errors: { summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown." },
      },
    });
    expect(at(await fieldsOf(site, key), site.field('Rollback owner'))).toBeNull();
    expect(site.calls).toEqual([]);
  });

  it('adds the comment of its screen, and ignores one where there is no screen', async () => {
    const site = createTestSite();
    const comment = (text: string) => ({ update: { comment: [{ add: { body: doc(text) } }] } });
    const key = await createChange(site, { [site.field('Rollback plan')]: doc('Restore the keys') });
    expect((await move(site, ANNA, key, SUBMIT, comment('unheard'))).status).toBe(204);
    expect((await move(site, BEN, key, AUTHORIZE, comment('heard'))).status).toBe(204);
    const { body } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}/comment`);
    expect(at(body, 'total')).toBe(1);
    expect(at(body, 'comments', 0, 'body')).toEqual(doc('heard'));
    expect(site.events.at(-1)?.name).toBe('avi:jira:commented:issue');
  });

  it.each(['properties', 'historyMetadata'])('answers 501 when it is to set %s', async (name) => {
    const site = createTestSite();
    const key = await createChange(site);
    expect((await move(site, ANNA, key, SUBMIT, { [name]: {} })).status).toBe(501);
    expect(await statusOf(site, key)).toBe('Draft');
  });

  it('needs an id', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    expect(await site.ask(ANNA, 'POST', `/rest/api/3/issue/${key}/transitions`, {})).toEqual({
      status: 400,
      body: { errorMessages: ["Missing 'transition' identifier"], errors: {} },
    });
  });
});
