import { describe, expect, it } from '@jest/globals';
import type { SiteSeed } from '../../../sandbox/seed';
import { ANNA, APP_ARI, at, BEN, CARL, createChange, createTestSite, doc, DORA, fieldsOf, move } from './test-site';
import type { Answer, TestSite } from './test-site';
import { SEED } from './jira-seed';
import type { Actor } from '../../../sandbox/platform';

/** Project CHG with two types on the workflow of changes and a plain one, project PUB with the plain one. */
function movingSeed(): SiteSeed {
  const [changes, ...others] = SEED.projects;
  const [request, task] = changes?.issueTypes ?? [];
  if (changes === undefined || request === undefined || task === undefined) throw new Error('The seed has changed');
  const fields = [...(request.fields ?? []), 'Issue Type'];
  const issueTypes = [{ ...request, fields }, { ...request, name: 'Standard Change', fields }, task];
  return { ...SEED, projects: [{ ...changes, issueTypes }, ...others] };
}

const typeId = (site: TestSite, name: string): string => {
  const types = at(site.jira.snapshot(), 'issueTypes');
  const type: unknown = Array.isArray(types) ? types.find((entry: unknown) => at(entry, 'name') === name) : undefined;
  return String(at(type, 'id'));
};

const ONLY_DRAFTS = {
  key: `${APP_ARI}/keep-type`,
  action: 'workItemTypeChanged',
  expression:
    "issue.status.name == 'Draft' || (newIssueTypeData.name == 'Change Request' && newIssueType == newIssueTypeData.id + '')",
  errorMessage: 'A submitted change stays a change.',
} as const;

function retype(site: TestSite, key: string, issuetype: object, actor: Actor = ANNA): Promise<Answer> {
  return site.ask(actor, 'PUT', `/rest/api/3/issue/${key}`, { fields: { issuetype } });
}

/** Moves an issue to a target such as `PUB,10002` and asks for the progress until it has ended. */
async function bulkMove(
  site: TestSite,
  target: string,
  issues: readonly string[],
  rest: object = {},
  actor: Actor = BEN,
) {
  const mapping = { issueIdsOrKeys: issues, inferFieldDefaults: true, inferStatusDefaults: true, ...rest };
  const body = { targetToSourcesMapping: { [target]: mapping } };
  const submitted = await site.ask(actor, 'POST', '/rest/api/3/bulk/issues/move', body);
  if (submitted.status !== 201) return submitted;
  const progress = `/rest/api/3/bulk/queue/${String(at(submitted.body, 'taskId'))}`;
  await site.ask(actor, 'GET', progress);
  return site.ask(actor, 'GET', progress);
}

describe('the type of an issue', () => {
  it('is changed by an edit to a type with the same workflow, and logged by name', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    expect((await retype(site, key, { name: 'Standard Change' })).status).toBe(204);
    expect(at(await fieldsOf(site, key), 'issuetype', 'name')).toBe('Standard Change');
    expect(at(site.events.at(-1)?.payload, 'changelog', 'items')).toEqual([
      {
        field: 'issuetype',
        fieldtype: 'jira',
        fieldId: 'issuetype',
        from: typeId(site, 'Change Request'),
        fromString: 'Change Request',
        to: typeId(site, 'Standard Change'),
        toString: 'Standard Change',
      },
    ]);
  });

  it('is not changed to one with another workflow, which takes a move', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    expect(await retype(site, key, { name: 'Task' })).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { issuetype: 'The issue type selected is invalid.' } },
    });
    const { body } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}/editmeta`);
    expect(at(body, 'fields', 'issuetype', 'allowedValues')).toMatchObject([
      { name: 'Change Request' },
      { name: 'Standard Change' },
    ]);
  });

  it('is not changed by an edit where it is not on the screen', async () => {
    const site = createTestSite();
    expect((await retype(site, await createChange(site), { name: 'Task' })).status).toBe(400);
  });

  it('stays when an action validator of an app is not true, with its message and without a trace', async () => {
    const site = createTestSite(movingSeed());
    site.install({ actionValidators: [ONLY_DRAFTS] });
    const key = await createChange(site);
    expect((await retype(site, key, { name: 'Standard Change' })).status).toBe(204);
    await move(site, ANNA, key, '11');
    const before = site.jira.snapshot();
    expect((await retype(site, key, { name: 'Change Request' })).status).toBe(204);
    site.jira.restore(before);
    site.install({ actionValidators: [{ ...ONLY_DRAFTS, expression: "issue.status.name == 'Draft'" }] });
    expect(await retype(site, key, { name: 'Change Request' })).toEqual({
      status: 400,
      body: { errorMessages: ['A submitted change stays a change.'], errors: {} },
    });
    expect(site.jira.snapshot()).toEqual(before);
  });

  it('stays when the expression of an action validator fails', async () => {
    const site = createTestSite(movingSeed());
    site.install({ actionValidators: [{ ...ONLY_DRAFTS, expression: 'issue.assignee.accountId != null' }] });
    expect((await retype(site, await createChange(site), { name: 'Standard Change' })).status).toBe(400);
  });

  it('is not validated when it stays what it was', async () => {
    const site = createTestSite(movingSeed());
    site.install({ actionValidators: [{ ...ONLY_DRAFTS, expression: 'false' }] });
    expect((await retype(site, await createChange(site), { name: 'Change Request' })).status).toBe(204);
  });
});

describe('a bulk move', () => {
  it('to another project keeps the id, gives a new key and a status of the workflow there, and is told in one event', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    await site.ask(ANNA, 'POST', `/rest/api/3/issue/${key}/comment`, { body: doc('Stays') });
    const task = typeId(site, 'Task');
    site.events.length = 0;
    const progress = await bulkMove(site, `PUB,${task}`, [key]);
    expect(progress.body).toEqual({
      taskId: '10000',
      status: 'COMPLETE',
      progressPercent: 100,
      submittedBy: { accountId: 'ben' },
      created: site.clock.now(),
      started: site.clock.now(),
      updated: site.clock.now(),
      processedAccessibleIssues: [10000],
      failedAccessibleIssues: {},
      invalidOrInaccessibleIssueCount: 0,
      totalIssueCount: 1,
    });
    expect(site.events.map(({ name }) => name)).toEqual(['avi:jira:updated:issue']);
    expect(site.events[0]?.payload).toMatchObject({
      jiraEventTypeName: 'issue_moved',
      atlassianId: 'ben',
      issue: { id: '10000', key: 'PUB-1', fields: { status: { name: 'To Do' }, issuetype: { name: 'Task' } } },
      changelog: {
        items: [
          { field: 'project', fieldId: 'project', fromString: 'Changes', toString: 'Public' },
          { field: 'Key', fieldId: null, from: null, fromString: 'CHG-1', to: null, toString: 'PUB-1' },
          { field: 'issuetype', fromString: 'Change Request', toString: 'Task' },
          { field: 'status', fromString: 'Draft', toString: 'To Do' },
          { field: 'Workflow', fromString: 'Change', toString: 'Simplified workflow' },
        ],
      },
    });
  });

  it('leaves the issue to be found by its old key, by REST and by JQL, also after a restart', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    await bulkMove(site, `PUB,${typeId(site, 'Task')}`, [key]);
    site.jira.restore(JSON.parse(JSON.stringify(site.jira.snapshot())));
    expect((await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}`)).body).toMatchObject({ id: '10000', key: 'PUB-1' });
    const found = await site.ask(ANNA, 'POST', '/rest/api/3/search/jql', { jql: `key = ${key}`, fields: ['summary'] });
    expect(at(found.body, 'issues', 0, 'key')).toBe('PUB-1');
    expect(await createChange(site)).toBe('CHG-2');
  });

  it('within the project changes the type and keeps the key', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    await bulkMove(site, `CHG,${typeId(site, 'Task')}`, [key]);
    const { body } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}`);
    expect(body).toMatchObject({ key, fields: { issuetype: { name: 'Task' }, status: { name: 'To Do' } } });
  });

  it('maps statuses as it is told, and asks for those that are missing', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    const target = `PUB,${typeId(site, 'Task')}`;
    expect(await bulkMove(site, target, [key], { inferStatusDefaults: false })).toEqual({
      status: 400,
      body: {
        errors: [{ message: "The status of CHG-1 needs a target status in the workflow 'Simplified workflow'." }],
      },
    });
    const statuses = at(site.jira.snapshot(), 'statuses');
    const idOf = (name: string) => {
      const status: unknown = Array.isArray(statuses)
        ? statuses.find((entry: unknown) => at(entry, 'name') === name)
        : undefined;
      return String(at(status, 'id'));
    };
    const targetStatus = [{ statuses: { [idOf('Done')]: [idOf('Draft')] } }];
    await bulkMove(site, target, [key], { inferStatusDefaults: false, targetStatus });
    expect(at(await fieldsOf(site, key), 'status', 'name')).toBe('Done');
  });

  it('leaves those behind whose type an action validator keeps, with the reason, and moves the others', async () => {
    const site = createTestSite(movingSeed());
    site.install({ actionValidators: [ONLY_DRAFTS] });
    const [kept, moved] = [await createChange(site), await createChange(site)];
    await move(site, ANNA, kept, '11');
    const progress = await bulkMove(site, `PUB,${typeId(site, 'Task')}`, [kept, moved]);
    expect(progress.body).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [10001],
      failedAccessibleIssues: { '10000': ['A submitted change stays a change.'] },
    });
    expect((await site.ask(ANNA, 'GET', `/rest/api/3/issue/${kept}`)).body).toMatchObject({ key: kept });
  });

  it.each([
    ['an issue that is not there', 'PUB', ['CHG-99'], BEN],
    ['an issue that the caller may not see', 'PUB', ['CHG-1'], DORA],
    ['a project where the caller may not create', 'SEC', ['CHG-1'], ANNA],
  ] as const)('is refused for %s', async (_, project, issues, actor) => {
    const site = createTestSite(movingSeed());
    await createChange(site);
    expect((await bulkMove(site, `${project},${typeId(site, 'Task')}`, issues, {}, actor)).status).toBe(400);
  });

  it('does nothing before its task is done', async () => {
    const site = createTestSite(movingSeed());
    const key = await createChange(site);
    const mapping = { issueIdsOrKeys: [key], inferFieldDefaults: true, inferStatusDefaults: true };
    const body = { targetToSourcesMapping: { [`PUB,${typeId(site, 'Task')}`]: mapping } };
    await site.ask(BEN, 'POST', '/rest/api/3/bulk/issues/move', body);
    expect((await site.ask(BEN, 'GET', `/rest/api/3/issue/${key}`)).body).toMatchObject({ key });
    site.clock.advance(60_000);
    expect((await site.ask(BEN, 'GET', `/rest/api/3/issue/${key}`)).body).toMatchObject({ key: 'PUB-1' });
  });
});

it('a bulk deletion deletes each issue with its event, and is refused to those who may not delete', async () => {
  const site = createTestSite();
  const keys = [await createChange(site), await createChange(site)];
  site.events.length = 0;
  const body = { selectedIssueIdsOrKeys: keys };
  expect((await site.ask(ANNA, 'POST', '/rest/api/3/bulk/issues/delete', body)).status).toBe(403);
  expect((await site.ask(CARL, 'POST', '/rest/api/3/bulk/issues/delete', body)).status).toBe(201);
  site.clock.advance(60_000);
  expect((await site.ask(CARL, 'GET', `/rest/api/3/issue/${keys[0] ?? ''}`)).status).toBe(404);
  expect(site.events.map(({ name }) => name)).toEqual(['avi:jira:deleted:issue', 'avi:jira:deleted:issue']);
});
