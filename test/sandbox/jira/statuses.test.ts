import { describe, expect, it } from '@jest/globals';
import { ANNA, APP, at, BEN, createTestSite } from './test-site';
import type { TestSite } from './test-site';
import { admin, createBody, DRAFT, known, KNOWN_CLOSED, messages, twoSteps } from './workflow-requests';

const added = (name: string, rest: object = {}) => ({ name, statusCategory: 'TODO', ...rest });
const globally = (...statuses: object[]) => ({ scope: { type: 'GLOBAL' }, statuses });

async function description(site: TestSite, id: string): Promise<unknown> {
  return at((await admin(site, 'GET', `/statuses?id=${id}`)).body, 0, 'description');
}

describe('statuses', () => {
  it('are added for the whole site and found by a part of their name', async () => {
    const site = createTestSite();
    const body = globally(added('On hold', { description: 'Waits' }), added('Held back'));
    const answer = await admin(site, 'POST', '/statuses', body);
    const onHold = {
      id: '10007',
      name: 'On hold',
      description: 'Waits',
      statusCategory: 'TODO',
      scope: { type: 'GLOBAL' },
    };
    expect(answer).toEqual({
      status: 200,
      body: [onHold, { ...onHold, id: '10008', name: 'Held back', description: '' }],
    });
    const found = await admin(site, 'GET', '/statuses/search?searchString=on%20h');
    expect(at(found.body, 'values')).toEqual([onHold]);
  });

  it.each([
    ['a name that is taken, in other letters', [added('draft')], "The status name 'draft' is taken."],
    ['one name twice', [added('New'), added('new')], "The status name 'new' is taken."],
    ['a name that is too long', [added('x'.repeat(256))], 'The name must not exceed 255 characters.'],
  ])('are not added with %s', async (_, statuses, message) => {
    const site = createTestSite();
    const answer = await admin(site, 'POST', '/statuses', globally(...statuses));
    expect([answer.status, messages(answer)]).toEqual([400, [message]]);
  });

  it('keep their names to themselves when they are renamed, and may keep their own', async () => {
    const site = createTestSite();
    const update = (id: string, name: string) =>
      admin(site, 'PUT', '/statuses', { statuses: [{ id, ...added(name, { description: 'Now' }) }] });
    expect((await update(DRAFT, 'Approved')).status).toBe(400);
    expect((await update(DRAFT, 'DRAFT')).status).toBe(204);
    expect(await description(site, DRAFT)).toBe('Now');
  });

  it('stay while a workflow has them', async () => {
    const site = createTestSite();
    await admin(site, 'POST', '/statuses', globally(added('Spare')));
    const refused = await admin(site, 'DELETE', `/statuses?id=10007&id=${DRAFT}`);
    expect([refused.status, messages(refused)]).toEqual([400, ["The status 'Draft' is used by a workflow."]]);
    expect((await admin(site, 'DELETE', '/statuses?id=10007')).status).toBe(204);
    expect((await admin(site, 'GET', '/statuses?id=10007')).status).toBe(400);
  });

  it('lose their description when a workflow document sends them without it', async () => {
    const site = createTestSite();
    const described = { statuses: [{ id: DRAFT, ...added('Draft', { description: 'Being written' }) }] };
    await admin(site, 'PUT', '/statuses', described);
    const { description: _, ...bare } = known(DRAFT, 'Draft', 'TODO');
    const body = { ...createBody(twoSteps('Careless')), statuses: [bare, KNOWN_CLOSED] };
    expect((await admin(site, 'POST', '/workflows/create', body)).status).toBe(200);
    expect(await description(site, DRAFT)).toBe('');
  });

  it('say which workflows and projects use them, page by page', async () => {
    const site = createTestSite();
    const usages = await admin(site, 'GET', '/statuses/10000/projectUsages?maxResults=2');
    expect(usages.body).toEqual({
      statusId: '10000',
      projects: { nextPageToken: '2', values: [{ id: '10000' }, { id: '10001' }] },
    });
    const rest = await admin(site, 'GET', '/statuses/10000/projectUsages?maxResults=2&nextPageToken=2');
    expect(at(rest.body, 'projects')).toEqual({ values: [{ id: '10002' }] });
    expect((await admin(site, 'GET', '/statuses/99/workflowUsages')).status).toBe(404);
  });

  it.each([
    ['POST', '/statuses', globally(added('X'))],
    ['PUT', '/statuses', { statuses: [{ id: DRAFT, ...added('X') }] }],
    ['DELETE', `/statuses?id=${DRAFT}`, undefined],
    ['GET', '/statuses/search', undefined],
    ['POST', '/workflows', { workflowNames: ['Change'] }],
    ['POST', '/workflows/create', createBody(twoSteps('Mine'))],
    ['GET', '/workflows/search', undefined],
    ['GET', '/workflows/capabilities?projectId=10000&issueTypeId=10000', undefined],
    ['POST', '/workflowscheme/read', { projectIds: ['10000'] }],
  ])('and workflows are kept from people without Administer Jira: %s %s', async (method, path, body) => {
    const site = createTestSite();
    const before = site.jira.snapshot();
    expect((await site.ask(ANNA, method, `/rest/api/3${path}`, body)).status).toBe(401);
    expect(site.jira.snapshot()).toEqual(before);
  });

  it.each([
    ['GET', '/workflowscheme', undefined],
    ['POST', '/workflowscheme', { name: 'Mine' }],
    ['PUT', '/workflowscheme/10000', { name: 'Mine' }],
    ['DELETE', '/workflowscheme/10000', undefined],
    ['PUT', '/workflowscheme/10000/default', { workflow: 'Change' }],
    ['POST', '/workflowscheme/10000/createdraft', undefined],
    ['POST', '/workflowscheme/10000/draft/publish', {}],
    ['GET', '/workflowscheme/project?projectId=10000', undefined],
    ['PUT', '/workflowscheme/project', { projectId: '10001', workflowSchemeId: '10000' }],
    ['POST', '/workflowscheme/project/switch', { projectId: '10001', targetSchemeId: '10000' }],
    ['DELETE', '/workflow/x', undefined],
  ])('and schemes are kept from them with 403: %s %s', async (method, path, body) => {
    const site = createTestSite();
    const before = site.jira.snapshot();
    expect((await site.ask(BEN, method, `/rest/api/3${path}`, body)).status).toBe(403);
    expect(site.jira.snapshot()).toEqual(before);
  });

  it("are open to an app's own account", async () => {
    const site = createTestSite();
    expect((await site.ask(APP, 'POST', '/rest/api/3/statuses', globally(added('By the app')))).status).toBe(200);
  });

  it('are shown to everybody once issues can stand in them', async () => {
    const site = createTestSite();
    await admin(site, 'POST', '/statuses', globally(added('Spare')));
    const shown = (path: string) => site.ask(ANNA, 'GET', `/rest/api/3${path}`);
    expect((await shown('/status/Spare')).status).toBe(404);
    expect((await shown('/status/Draft')).status).toBe(200);
    const { body } = await shown('/status');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => at(body, index, 'name'))).toEqual([
      'To Do', 'In Progress', 'Done', 'Draft', 'Assessment', 'Approved', 'Closed', undefined,
    ]); // prettier-ignore
  });

  it('of a team-managed project are not supported', async () => {
    const site = createTestSite();
    const scope = { type: 'PROJECT', project: { id: '10000' } };
    expect((await admin(site, 'POST', '/statuses', { scope, statuses: [added('X')] })).status).toBe(501);
    expect((await admin(site, 'POST', '/workflows/create', { ...createBody(twoSteps('X')), scope })).status).toBe(501);
  });
});
