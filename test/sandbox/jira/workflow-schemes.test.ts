import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { SEED } from './jira-seed';
import { ANNA, at, createChange, createTestSite, fieldsOf, move } from './test-site';
import type { TestSite } from './test-site';
import { admin, APPROVED, ASSESSMENT, CHANGE_REQUEST, CHG, CHG_SCHEME, createBody, DONE, DRAFT, follow, messages, readWorkflow, SEC, TASK, twoSteps, twoStepScheme } from './workflow-requests'; // prettier-ignore

const MOVES = [ASSESSMENT, APPROVED].map((oldStatusId) => ({ oldStatusId, newStatusId: DRAFT }));
const OVERRIDE = [{ issueTypeId: CHANGE_REQUEST, statusMappings: MOVES }];

const oldStateSchema = z.looseObject({
  workflowSchemes: z.unknown(),
  tasks: z.unknown(),
  sequences: z.object({ workflowscheme: z.unknown() }).catchall(z.number()),
  projects: z.array(z.looseObject({ workflowSchemeId: z.unknown() })),
});

const MISSING = "Issue type with ID '10000' is missing the mappings required for statuses with IDs 10004,10005.";

async function statusName(site: TestSite, key: string): Promise<unknown> {
  return at(await fieldsOf(site, key), 'status', 'name');
}

/** A change request that stands in Assessment. */
async function assessed(site: TestSite): Promise<string> {
  const key = await createChange(site);
  await move(site, ANNA, key, '11');
  return key;
}

async function schemeOf(site: TestSite, projectId: string): Promise<unknown> {
  const { body } = await admin(site, 'GET', `/workflowscheme/project?projectId=${projectId}`);
  return at(body, 'values', 0, 'workflowScheme', 'name');
}

describe('the workflow scheme of a project', () => {
  it('comes with it, and maps the issue types that the seed gives a workflow', async () => {
    const site = createTestSite();
    const { body } = await admin(site, 'GET', `/workflowscheme/project?projectId=${CHG}&projectId=${SEC}&projectId=99`);
    expect(at(body, 'values', 0)).toEqual({
      projectIds: [CHG],
      workflowScheme: {
        id: 10000,
        name: 'CHG: Workflow Scheme',
        description: '',
        defaultWorkflow: 'Simplified workflow',
        issueTypeMappings: { [CHANGE_REQUEST]: 'Change' },
        draft: false,
        self: 'http://127.0.0.1:2990/rest/api/3/workflowscheme/10000',
      },
    });
    expect(at(body, 'values', 1, 'workflowScheme', 'issueTypeMappings')).toEqual({});
    expect(at(body, 'values', 2)).toBeUndefined();
  });

  it('is made for the projects of a site that was kept before there were any', async () => {
    const site = createTestSite();
    const key = await assessed(site);
    const workflowId = at(await readWorkflow(site, 'Change'), 'id');
    const { workflowSchemes: _, tasks: __, sequences, projects, ...kept } = oldStateSchema.parse(site.jira.snapshot());
    const { workflowscheme: ____, ...counted } = sequences;
    const [change, ...others] = projects.map(({ workflowSchemeId: ___, ...project }) => project);
    const old = { ...change, issueTypes: [{ issueTypeId: CHANGE_REQUEST, workflowId }] };
    const other = createTestSite();
    other.jira.restore({ ...kept, sequences: counted, projects: [old, ...others] });
    expect((await admin(other, 'GET', `/workflowscheme/${CHG_SCHEME}`)).body).toMatchObject({
      name: 'CHG: Workflow Scheme',
      issueTypeMappings: { [CHANGE_REQUEST]: 'Change' },
    });
    expect((await move(other, ANNA, key, '91')).status).toBe(204);
  });

  it('is shared by the projects of a seed that name the same one', async () => {
    const projects = SEED.projects.map((project) => ({ ...project, workflowScheme: 'Shared' }));
    const site = createTestSite({ ...SEED, projects });
    const { body } = await admin(site, 'GET', '/workflowscheme/10000/projectUsages');
    expect(at(body, 'projects', 'values')).toEqual([{ id: '10000' }, { id: '10001' }, { id: '10002' }]);
  });

  it('is assigned to a project without issues, and its issues follow it', async () => {
    const site = createTestSite();
    const id = await twoStepScheme(site);
    const assign = (projectId: string, workflowSchemeId: string | null = id) =>
      admin(site, 'PUT', '/workflowscheme/project', { projectId, workflowSchemeId });
    expect((await assign(CHG)).status).toBe(204);
    const key = await createChange(site);
    const { body } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}/transitions`);
    expect([at(body, 'transitions', 0, 'name'), at(body, 'transitions', 1, 'name')]).toEqual(['T11', 'T21']);
    const refused = await assign(CHG, CHG_SCHEME);
    expect([refused.status, messages(refused)]).toEqual([
      400,
      ['The workflow scheme cannot be assigned, as the project has issues.'],
    ]);
    expect((await assign('99')).status).toBe(404);
    expect((await assign(SEC, '99')).status).toBe(404);
    expect((await assign(SEC, null)).status).toBe(501);
  });

  it('is switched by a task, which moves the issues as the mappings say', async () => {
    const site = createTestSite();
    const key = await assessed(site);
    const targetSchemeId = await twoStepScheme(site);
    const body = { projectId: CHG, targetSchemeId, mappingsByIssueTypeOverride: OVERRIDE };
    site.events.length = 0;
    const started = await admin(site, 'POST', '/workflowscheme/project/switch', body);
    expect([started.status, at(started.body, 'status'), at(started.body, 'progress')]).toEqual([303, 'ENQUEUED', 0]);
    expect(await schemeOf(site, CHG)).toBe('CHG: Workflow Scheme');
    expect(await follow(site, String(at(started.body, 'id')))).toEqual(['RUNNING', 'COMPLETE']);
    expect(await schemeOf(site, CHG)).toBe('Two steps scheme');
    expect(await statusName(site, key)).toBe('Draft');
    const { body: log } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}/changelog`);
    expect(at(log, 'values', 1, 'items', 0)).toMatchObject({
      field: 'Workflow',
      fromString: 'Change',
      toString: 'Two steps',
    });
    expect(at(log, 'values', 1, 'items', 1)).toMatchObject({ field: 'status', to: DRAFT });
    expect(site.events).toEqual([]);
  });

  it.each([
    ['no mappings', undefined, MISSING],
    [
      'some of the mappings',
      [{ issueTypeId: CHANGE_REQUEST, statusMappings: MOVES.slice(1) }],
      MISSING.replace(',10005', ''),
    ],
    [
      'a mapping to a status that the new workflow does not have',
      [{ issueTypeId: CHANGE_REQUEST, statusMappings: [...MOVES, { oldStatusId: DRAFT, newStatusId: DONE }] }],
      "Issue type with ID '10000' is missing the mappings required for statuses with IDs 10003.",
    ],
  ])('is not switched with %s', async (_, mappingsByIssueTypeOverride, message) => {
    const site = createTestSite();
    const targetSchemeId = await twoStepScheme(site);
    const body = { projectId: CHG, targetSchemeId, mappingsByIssueTypeOverride };
    const answer = await admin(site, 'POST', '/workflowscheme/project/switch', body);
    expect([answer.status, messages(answer)]).toEqual([400, [message]]);
    expect(site.jira.snapshot()).toMatchObject({ tasks: [] });
  });
});

describe('a workflow scheme', () => {
  it.each([
    ['without a name', {}, 400],
    ['with a name that is taken', { name: 'chg: workflow scheme' }, 400],
    ['with an unknown workflow', { name: 'X', defaultWorkflow: 'Nope' }, 400],
    ['with an unknown issue type', { name: 'X', issueTypeMappings: { 99: 'Change' } }, 400],
    ["with Jira's own workflow, which this site does not have", { name: 'X', defaultWorkflow: 'jira' }, 501],
  ])('is not created %s', async (_, body, status) => {
    expect((await admin(createTestSite(), 'POST', '/workflowscheme', body)).status).toBe(status);
  });

  it('that is not in use is edited in place and deleted', async () => {
    const site = createTestSite();
    const id = await twoStepScheme(site);
    const path = `/workflowscheme/${id}`;
    await admin(site, 'PUT', `${path}/issuetype/${TASK}`, { workflow: 'Change' });
    await admin(site, 'PUT', `${path}/default`, { workflow: 'Change' });
    const edited = await admin(site, 'PUT', `${path}/workflow?workflowName=Two%20steps`, { issueTypes: [TASK] });
    expect(edited.body).toMatchObject({
      defaultWorkflow: 'Change',
      issueTypeMappings: { [TASK]: 'Two steps' },
      draft: false,
    });
    await admin(site, 'PUT', path, { name: 'Renamed', issueTypeMappings: {} });
    expect((await admin(site, 'GET', path)).body).toMatchObject({ name: 'Renamed', issueTypeMappings: {} });
    expect((await admin(site, 'PUT', `${path}/default`, { workflow: 'Nope' })).status).toBe(400);
    expect((await admin(site, 'PUT', `${path}/issuetype/99`, { workflow: 'Change' })).status).toBe(404);
    expect((await admin(site, 'DELETE', path)).status).toBe(204);
    expect((await admin(site, 'GET', path)).status).toBe(404);
  });

  it('in use is neither edited nor deleted; its draft is edited instead when the request allows it', async () => {
    const site = createTestSite();
    const path = `/workflowscheme/${CHG_SCHEME}`;
    const before = site.jira.snapshot();
    expect((await admin(site, 'PUT', `${path}/issuetype/${TASK}`, { workflow: 'Change' })).status).toBe(400);
    expect((await admin(site, 'PUT', path, { name: 'Renamed' })).status).toBe(400);
    expect((await admin(site, 'DELETE', path)).status).toBe(400);
    expect(site.jira.snapshot()).toEqual(before);
    const body = { workflow: 'Change', updateDraftIfNeeded: true };
    const drafted = await admin(site, 'PUT', `${path}/issuetype/${TASK}`, body);
    expect(drafted.body).toMatchObject({
      draft: true,
      issueTypeMappings: { [CHANGE_REQUEST]: 'Change', [TASK]: 'Change' },
      originalIssueTypeMappings: { [CHANGE_REQUEST]: 'Change' },
      lastModifiedUser: { accountId: 'carl' },
    });
    expect((await admin(site, 'GET', path)).body).toMatchObject({ issueTypeMappings: { [CHANGE_REQUEST]: 'Change' } });
    const asDraft = await admin(site, 'GET', `${path}?returnDraftIfExists=true`);
    expect(asDraft.body).toEqual(drafted.body);
  });

  it('has one draft, which only a scheme in use can have', async () => {
    const site = createTestSite();
    const id = await twoStepScheme(site);
    expect((await admin(site, 'POST', `/workflowscheme/${id}/createdraft`)).status).toBe(400);
    expect((await admin(site, 'POST', `/workflowscheme/${CHG_SCHEME}/createdraft`)).status).toBe(201);
    expect((await admin(site, 'POST', `/workflowscheme/${CHG_SCHEME}/createdraft`)).status).toBe(400);
    expect((await admin(site, 'DELETE', `/workflowscheme/${CHG_SCHEME}/draft`)).status).toBe(204);
    expect(messages(await admin(site, 'GET', `/workflowscheme/${CHG_SCHEME}/draft`))).toEqual([
      'Draft workflow scheme was not found.',
    ]);
  });
});

describe('a team-managed project', () => {
  it('keeps its scheme and its workflows out of the administration', async () => {
    const projects = SEED.projects.map((project) =>
      project.key === 'SEC' ? { ...project, style: 'next-gen' as const } : project,
    );
    const site = createTestSite({ ...SEED, projects });
    const { body } = await admin(site, 'GET', '/workflowscheme');
    expect(at(body, 'total')).toBe(2);
    expect(at((await admin(site, 'GET', `/workflowscheme/project?projectId=${SEC}`)).body, 'values')).toEqual([]);
    const assigned = { projectId: SEC, workflowSchemeId: CHG_SCHEME };
    expect((await admin(site, 'PUT', '/workflowscheme/project', assigned)).status).toBe(400);
    const switched = { projectId: SEC, targetSchemeId: CHG_SCHEME };
    expect((await admin(site, 'POST', '/workflowscheme/project/switch', switched)).status).toBe(400);
    const asked = { projectAndIssueTypes: [{ projectId: SEC, issueTypeId: TASK }] };
    expect((await admin(site, 'POST', '/workflows', asked)).status).toBe(501);
  });
});

describe('publishing a draft', () => {
  const path = `/workflowscheme/${CHG_SCHEME}`;

  async function drafted(site: TestSite): Promise<void> {
    await admin(site, 'POST', '/workflows/create', createBody(twoSteps('Two steps')));
    const body = { workflow: 'Two steps', updateDraftIfNeeded: true };
    await admin(site, 'PUT', `${path}/issuetype/${CHANGE_REQUEST}`, body);
  }
  const statusMappings = MOVES.map(({ oldStatusId: statusId, newStatusId }) => ({
    issueTypeId: CHANGE_REQUEST,
    statusId,
    newStatusId,
  }));

  it('is refused, in the words of Jira, while a status has no mapping', async () => {
    const site = createTestSite();
    await drafted(site);
    const answer = await admin(site, 'POST', `${path}/draft/publish`, {});
    expect([answer.status, messages(answer)]).toEqual([400, [MISSING]]);
  });

  it('only validates when asked to', async () => {
    const site = createTestSite();
    await drafted(site);
    const before = site.jira.snapshot();
    expect((await admin(site, 'POST', `${path}/draft/publish?validateOnly=true`, { statusMappings })).status).toBe(204);
    expect(site.jira.snapshot()).toEqual(before);
  });

  it('gives the scheme what the draft says, moves the issues, and ends the draft', async () => {
    const site = createTestSite();
    await drafted(site);
    const key = await assessed(site);
    const started = await admin(site, 'POST', `${path}/draft/publish`, { statusMappings });
    expect(started.status).toBe(303);
    expect(await follow(site, String(at(started.body, 'id')))).toEqual(['RUNNING', 'COMPLETE']);
    expect((await admin(site, 'GET', path)).body).toMatchObject({
      issueTypeMappings: { [CHANGE_REQUEST]: 'Two steps' },
    });
    expect((await admin(site, 'GET', `${path}/draft`)).status).toBe(404);
    expect(await statusName(site, key)).toBe('Draft');
  });
});

describe('POST /workflowscheme/update', () => {
  async function read(site: TestSite, id: string): Promise<unknown> {
    return at((await admin(site, 'POST', '/workflowscheme/read', { workflowSchemeIds: [id] })).body, 0);
  }
  async function body(site: TestSite, rest: object = {}): Promise<object> {
    await admin(site, 'POST', '/workflows/create', createBody(twoSteps('Two steps')));
    const scheme = await read(site, CHG_SCHEME);
    const workflowId = at(await readWorkflow(site, 'Two steps'), 'id');
    return {
      id: CHG_SCHEME,
      name: 'Governed',
      description: 'New',
      version: at(scheme, 'version'),
      workflowsForIssueTypes: [{ workflowId, issueTypeIds: [CHANGE_REQUEST] }],
      ...rest,
    };
  }

  it('takes effect at once where no issue is concerned, and counts the version up', async () => {
    const site = createTestSite();
    const update = await body(site, { statusMappingsByIssueTypeOverride: OVERRIDE });
    expect((await admin(site, 'POST', '/workflowscheme/update', update)).status).toBe(200);
    expect(await read(site, CHG_SCHEME)).toMatchObject({ name: 'Governed', version: { versionNumber: 2 } });
    expect((await admin(site, 'POST', '/workflowscheme/update', update)).status).toBe(409);
  });

  it('moves issues in a task; a mapping by issue type wins over one by workflows', async () => {
    const site = createTestSite();
    const key = await assessed(site);
    const [oldWorkflowId, update] = [at(await readWorkflow(site, 'Change'), 'id'), await body(site)];
    const newWorkflowId = at(await readWorkflow(site, 'Two steps'), 'id');
    const byWorkflows = [ASSESSMENT, APPROVED].map((oldStatusId) => ({ oldStatusId, newStatusId: '10006' }));
    const started = await admin(site, 'POST', '/workflowscheme/update', {
      ...update,
      statusMappingsByWorkflows: [{ oldWorkflowId, newWorkflowId, statusMappings: byWorkflows }],
      statusMappingsByIssueTypeOverride: [{ issueTypeId: CHANGE_REQUEST, statusMappings: MOVES.slice(0, 1) }],
    });
    expect(started.status).toBe(303);
    expect(await read(site, CHG_SCHEME)).toMatchObject({
      name: 'CHG: Workflow Scheme',
      taskId: at(started.body, 'id'),
    });
    expect(await follow(site, String(at(started.body, 'id')))).toEqual(['RUNNING', 'COMPLETE']);
    expect(await statusName(site, key)).toBe('Draft');
    expect(await read(site, CHG_SCHEME)).toMatchObject({ name: 'Governed' });
  });

  it('is told beforehand which mappings it needs', async () => {
    const site = createTestSite();
    const [change, { workflowsForIssueTypes }] = [
      at(await readWorkflow(site, 'Change'), 'id'),
      (await body(site)) as { workflowsForIssueTypes: unknown },
    ];
    const twoStepsId = at(await readWorkflow(site, 'Two steps'), 'id');
    const { body: answer } = await admin(site, 'POST', '/workflowscheme/update/mappings', {
      id: CHG_SCHEME,
      workflowsForIssueTypes,
    });
    const statusIds = [ASSESSMENT, APPROVED];
    expect(at(answer, 'statusMappingsByIssueTypes')).toEqual([{ issueTypeId: CHANGE_REQUEST, statusIds }]);
    expect(at(answer, 'statusMappingsByWorkflows')).toEqual([
      { sourceWorkflowId: change, targetWorkflowId: twoStepsId, statusIds },
    ]);
    expect(at(answer, 'statusesPerWorkflow', 1)).toEqual({
      workflowId: twoStepsId,
      initialStatusId: DRAFT,
      statuses: [DRAFT, '10006'],
    });
  });

  it('gives issue types that it does not name the workflow of the system', async () => {
    const site = createTestSite();
    const answer = await admin(
      site,
      'POST',
      '/workflowscheme/update',
      await body(site, { workflowsForIssueTypes: [] }),
    );
    const statuses = '10003,10004,10005,10006';
    expect(messages(answer)).toEqual([MISSING.replace('10004,10005', statuses)]);
  });
});
