import { describe, expect, it } from '@jest/globals';
import { ANNA, APP_ARI, at, createChange, createTestSite, fieldsOf, move } from './test-site';
import type { TestSite } from './test-site';
import { admin, APPROVED, ASSESSMENT, CHANGE_REQUEST, CHG, CLOSED, createBody, DRAFT, entry, follow, KNOWN_DRAFT, messages, readWorkflow, TASK, transition, twoSteps, updateBody } from './workflow-requests'; // prettier-ignore

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const create = (site: TestSite, ...workflows: Record<string, unknown>[]) =>
  admin(site, 'POST', '/workflows/create', createBody(...workflows));

/** `twoSteps` with one transition changed. */
function withTransition(rest: Record<string, unknown>, id = '21') {
  const base = twoSteps('Odd');
  return {
    ...base,
    transitions: list(base.transitions).map((entered) =>
      at(entered, 'id') === id ? { ...(entered as object), ...rest } : entered,
    ),
  };
}

async function statusName(site: TestSite, key: string): Promise<unknown> {
  return at(await fieldsOf(site, key), 'status', 'name');
}

describe('POST /workflows/create', () => {
  it('answers the workflow as it is read: GLOBAL transitions first, statuses by their ids, a version', async () => {
    const site = createTestSite();
    const { status, body } = await create(site, twoSteps('Two steps', { startPointLayout: { x: 1, y: 2 } }));
    expect(status).toBe(200);
    const workflow = at(body, 'workflows', 0);
    expect(list(at(workflow, 'transitions')).map((entered) => [at(entered, 'id'), at(entered, 'type')])).toEqual([
      ['21', 'GLOBAL'],
      ['1', 'INITIAL'],
      ['11', 'DIRECTED'],
    ]);
    expect(at(workflow, 'transitions', 2, 'links')).toEqual([{ fromStatusReference: DRAFT, fromPort: 0, toPort: 1 }]);
    expect(at(workflow, 'startPointLayout')).toEqual({ x: 1, y: 2 });
    expect(at(workflow, 'version', 'versionNumber')).toBe(1);
    expect(list(at(body, 'statuses')).map((entered) => at(entered, 'statusReference'))).toEqual([DRAFT, CLOSED]);
    expect(workflow).toEqual(await readWorkflow(site, 'Two steps'));
  });

  it('makes the statuses that it brings along', async () => {
    const site = createTestSite();
    const parked = { statusReference: 'ref', name: 'Parked', description: 'Later', statusCategory: 'TODO' };
    const base = twoSteps('Parking', { statuses: [entry('ref')], transitions: [transition('1', 'INITIAL', 'ref')] });
    const { body } = await admin(site, 'POST', '/workflows/create', { ...createBody(base), statuses: [parked] });
    expect(at(body, 'statuses', 0)).toMatchObject({ id: '10007', statusReference: '10007', description: 'Later' });
    expect(at(body, 'workflows', 0, 'transitions', 0, 'toStatusReference')).toBe('10007');
  });

  it.each([
    ['NON_UNIQUE_WORKFLOW_NAME', twoSteps('Change')],
    ['CONDITIONS_UNSUPPORTED_ON_INITIAL_TRANSITION', withTransition({ conditions: { operation: 'ALL' } }, '1')],
    ['INITIAL_TRANSITION_NOT_FIRST', withTransition({ type: 'INITIAL' })],
    ['NON_UNIQUE_TRANSITION_ID', withTransition({ id: '11' })],
    ['TRANSITION_LINKS_INVALID', withTransition({ links: [{ fromStatusReference: CLOSED }] })],
    ['UNKNOWN_STATUS_REFERENCE', { ...twoSteps('Odd'), statuses: [entry(DRAFT), entry(CLOSED), entry('lost')] }],
    ['UNREACHABLE_STATUS', withTransition({ toStatusReference: DRAFT }, '11')],
    ['RULE_INVALID', withTransition({ validators: [{ ruleKey: 'system:check-permission-validator' }] })],
  ])('is refused, and its validation says %s', async (code, workflow) => {
    const site = createTestSite();
    const before = site.jira.snapshot();
    const validated = await admin(site, 'POST', '/workflows/create/validation', { payload: createBody(workflow) });
    expect(validated.status).toBe(200);
    expect(list(at(validated.body, 'errors')).map((problem) => at(problem, 'code'))).toContain(code);
    expect((await create(site, workflow)).status).toBe(400);
    expect(site.jira.snapshot()).toEqual(before);
  });

  it.each([
    ['without its id', { statusReference: 'x', name: 'draft', statusCategory: 'TODO' }, 'NON_UNIQUE_STATUS_NAME'],
    ['by an id that nobody has', { ...KNOWN_DRAFT, id: '99' }, 'STATUS_NOT_FOUND'],
  ])('refuses a status that exists %s', async (_, status, code) => {
    const site = createTestSite();
    const body = { ...createBody(), statuses: [status] };
    const { body: answer } = await admin(site, 'POST', '/workflows/create/validation', { payload: body });
    expect(list(at(answer, 'errors')).map((problem) => at(problem, 'code'))).toEqual([code]);
    expect((await admin(site, 'POST', '/workflows/create', body)).status).toBe(400);
  });

  it.each([
    ['a trigger', withTransition({ triggers: [{ ruleKey: 'system:development-triggers', parameters: {} }] })],
    ['a property of a transition', withTransition({ properties: { 'jira.permission.edit': 'x' } })],
    [
      'a screen rule of another kind',
      withTransition({ transitionScreen: { ruleKey: 'system:remind-people-to-update-fields' } }),
    ],
    ['a post function', withTransition({ actions: [{ ruleKey: 'system:trigger-webhook', parameters: {} }] })],
    ['an approval', { ...twoSteps('Odd'), statuses: [{ ...entry(DRAFT), approvalConfiguration: {} }, entry(CLOSED)] }],
  ])('answers 501 for %s', async (_, workflow) => {
    const site = createTestSite();
    const before = site.jira.snapshot();
    expect((await create(site, workflow)).status).toBe(501);
    expect(site.jira.snapshot()).toEqual(before);
  });

  it('names the place of what is missing', async () => {
    const site = createTestSite();
    const answer = await create(site, { name: 'Odd', statuses: [], transitions: [{ type: 'INITIAL' }] });
    expect(answer.status).toBe(400);
    expect(messages(answer)).toContainEqual(expect.stringContaining('workflows.0.transitions.0.id'));
  });
});

describe('reading workflows', () => {
  it('finds them by name, by id and by project and issue type, each once', async () => {
    const site = createTestSite();
    const id = at(await readWorkflow(site, 'Change'), 'id');
    const { body } = await admin(site, 'POST', '/workflows', {
      workflowNames: ['Change'],
      workflowIds: [id],
      projectAndIssueTypes: [
        { projectId: CHG, issueTypeId: CHANGE_REQUEST },
        { projectId: CHG, issueTypeId: TASK },
      ],
    });
    expect(list(at(body, 'workflows')).map((workflow) => at(workflow, 'name'))).toEqual([
      'Change',
      'Simplified workflow',
    ]);
  });

  it('answers 404 for the lot when one is unknown', async () => {
    const site = createTestSite();
    expect(await admin(site, 'POST', '/workflows', { workflowNames: ['Change', 'Nope'] })).toEqual({
      status: 404,
      body: { errorMessages: ['Not found'], errors: {} },
    });
  });

  it('gives rules new ids each time, and leaves their parameters as they are', async () => {
    const site = createTestSite();
    const rules = async () =>
      list(at(await readWorkflow(site, 'Change'), 'transitions')).flatMap((entered) => list(at(entered, 'validators')));
    const [first, second] = [await rules(), await rules()];
    expect(first.length).toBe(3);
    expect(first.map((rule) => at(rule, 'id'))).not.toEqual(second.map((rule) => at(rule, 'id')));
    expect(first.map((rule) => at(rule, 'parameters'))).toEqual(second.map((rule) => at(rule, 'parameters')));
    expect(at(first[1], 'parameters', 'id')).toBe('rule-1');
  });

  it('shows transitions in a search only when asked to, and tells active workflows from others', async () => {
    const site = createTestSite();
    await create(site, twoSteps('Spare'));
    const names = async (query: string) =>
      list(at((await admin(site, 'GET', `/workflows/search?${query}`)).body, 'values')).map((workflow) =>
        at(workflow, 'name'),
      );
    expect(await names('isActive=true')).toEqual(['Change', 'Simplified workflow']);
    expect(await names('isActive=false')).toEqual(['Spare']);
    expect(await names('orderBy=-name')).toEqual(['Spare', 'Simplified workflow', 'Change']);
    expect(await names('scope=project')).toEqual([]);
    expect((await admin(site, 'GET', '/workflows/search?orderBy=size')).status).toBe(400);
    const bare = await admin(site, 'GET', '/workflows/search?queryString=spare');
    expect(at(bare.body, 'values', 0, 'transitions')).toBeUndefined();
    const full = await admin(site, 'GET', '/workflows/search?queryString=spare&expand=values.transitions');
    expect(list(at(full.body, 'values', 0, 'transitions')).length).toBe(3);
  });
});

describe('GET /workflows/capabilities', () => {
  it('lists the rules of the installed app with their ARIs, and the rules of the platform', async () => {
    const site = createTestSite();
    const { body } = await admin(site, 'GET', `/workflows/capabilities?projectId=${CHG}&issueTypeId=${CHANGE_REQUEST}`);
    expect(at(body, 'editorScope')).toBe('GLOBAL');
    expect(at(body, 'forgeRules')).toEqual([
      { id: `${APP_ARI}/change-gate`, ruleKey: 'forge:expression-validator', ruleType: 'Validator', name: 'Change gate', description: 'Asks the policy.' },
      { id: `${APP_ARI}/change-actor`, ruleKey: 'forge:expression-condition', ruleType: 'Condition', name: 'Who may', description: 'Asks for the person.' },
    ]); // prettier-ignore
    const keys = list(at(body, 'systemRules')).map((rule) => at(rule, 'ruleKey'));
    expect(keys).toEqual(expect.arrayContaining(['system:separation-of-duties', 'system:validate-field-value']));
    expect(keys).not.toContain('system:trigger-webhook');
  });

  it.each([
    ['', 400],
    ['?projectId=10000', 400],
    ['?workflowId=x&projectId=10000&issueTypeId=10000', 400],
    ['?workflowId=x', 404],
    ['?projectId=10001&issueTypeId=10000', 404],
  ])('asks for a workflow, or for a project and an issue type of it: %s', async (query, status) => {
    expect((await admin(createTestSite(), 'GET', `/workflows/capabilities${query}`)).status).toBe(status);
  });
});

describe('POST /workflows/update', () => {
  const MAPPED = [ASSESSMENT, APPROVED].map((oldStatusReference) => ({
    oldStatusReference,
    newStatusReference: DRAFT,
  }));

  it('replaces the workflow: what is left out is gone, and the version counts up', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    const body = await updateBody(site, 'Change', { defaultStatusMappings: MAPPED });
    const { status, body: answer } = await admin(site, 'POST', '/workflows/update', body);
    expect(status).toBe(200);
    expect(at(answer, 'workflows', 0, 'version', 'versionNumber')).toBe(2);
    const { body: offered } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}/transitions`);
    expect(list(at(offered, 'transitions')).map((entered) => at(entered, 'name'))).toEqual(['T11', 'T21']);
  });

  it('refuses a stale version with 409 and changes nothing', async () => {
    const site = createTestSite();
    const body = await updateBody(site, 'Change', { defaultStatusMappings: MAPPED });
    expect((await admin(site, 'POST', '/workflows/update', body)).status).toBe(200);
    const before = site.jira.snapshot();
    expect((await admin(site, 'POST', '/workflows/update', body)).status).toBe(409);
    expect(site.jira.snapshot()).toEqual(before);
  });

  it('refuses to drop a status of a workflow in use without saying where its issues go', async () => {
    const site = createTestSite();
    const body = await updateBody(site, 'Change', { defaultStatusMappings: MAPPED.slice(1) });
    const answer = await admin(site, 'POST', '/workflows/update', body);
    expect([answer.status, messages(answer)]).toEqual([
      400,
      ['Issues of type 10000 in project 10000 need a mapping for the status 10004'],
    ]);
    const validated = await admin(site, 'POST', '/workflows/update/validation', { payload: body });
    expect(at(validated.body, 'errors', 0)).toMatchObject({ code: 'MISSING_STATUS_MAPPING', type: 'STATUS_MAPPING' });
  });

  it('moves issues in a task, during which nothing else can be changed and nothing has changed yet', async () => {
    const site = createTestSite();
    const key = await createChange(site);
    await move(site, ANNA, key, '11');
    const statusMappings = [{ projectId: CHG, issueTypeId: CHANGE_REQUEST, statusMigrations: MAPPED }];
    const body = await updateBody(site, 'Change', { statusMappings });
    site.events.length = 0;
    const { body: answer } = await admin(site, 'POST', '/workflows/update', body);
    expect(answer).toEqual({ statuses: [], workflows: [], taskId: '10000' });
    expect(await create(site, twoSteps('Meanwhile'))).toEqual({
      status: 409,
      body: { errorMessages: ['Failed to acquire lock'], errors: {} },
    });
    expect(await statusName(site, key)).toBe('Assessment');
    expect(await follow(site, '10000')).toEqual(['RUNNING', 'COMPLETE']);
    expect(await statusName(site, key)).toBe('Draft');
    expect(site.events).toEqual([]);
    const { body: log } = await site.ask(ANNA, 'GET', `/rest/api/3/issue/${key}/changelog`);
    expect(at(log, 'values', 1, 'author', 'accountId')).toBe('carl');
    expect(at(log, 'values', 1, 'items', 0)).toMatchObject({
      field: 'status',
      fromString: 'Assessment',
      toString: 'Draft',
    });
    expect((await create(site, twoSteps('Afterwards'))).status).toBe(200);
  });

  it("refuses the site's own workflow, and one that is not there", async () => {
    const site = createTestSite();
    expect((await admin(site, 'POST', '/workflows/update', await updateBody(site, 'Simplified workflow'))).status).toBe(
      400,
    );
    const unknown = await updateBody(site, 'Change', { id: 'nope' });
    expect((await admin(site, 'POST', '/workflows/update', unknown)).status).toBe(400);
  });

  it('breaks down, as Jira does, when it strips a rule of another app of its id', async () => {
    const site = createTestSite();
    const foreign = { ruleKey: 'forge:expression-validator', parameters: { key: 'ari:of/another/app', id: 'theirs' } };
    const stripped = { ruleKey: 'forge:expression-validator', parameters: { key: 'ari:of/another/app' } };
    const withRule = (rule: object) => ({ transitions: withTransition({ validators: [rule] }).transitions });
    await create(site, twoSteps('Shared', withRule(foreign)));
    const update = async (rule: object) =>
      admin(site, 'POST', '/workflows/update', await updateBody(site, 'Shared', withRule(rule)));
    expect((await update(stripped)).status).toBe(500);
    expect((await update(foreign)).status).toBe(200);
  });
});

describe('DELETE /workflow/{id}', () => {
  it('takes a workflow that no scheme names, and no other', async () => {
    const site = createTestSite();
    await create(site, twoSteps('Spare'), twoSteps('Planned'));
    await admin(site, 'PUT', '/workflowscheme/10000/default', { workflow: 'Planned', updateDraftIfNeeded: true });
    const remove = async (name: string) =>
      admin(site, 'DELETE', `/workflow/${String(at(await readWorkflow(site, name), 'id'))}`);
    expect((await remove('Spare')).status).toBe(204);
    expect((await remove('Planned')).status).toBe(400);
    expect((await remove('Change')).status).toBe(400);
    expect((await remove('Simplified workflow')).status).toBe(400);
    expect((await remove('Spare')).status).toBe(404);
  });
});
