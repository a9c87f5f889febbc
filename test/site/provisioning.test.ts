import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { govern } from '../../demo/govern';
import { PEOPLE } from '../../demo/people';
import { COMPLETION } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { setupApi, type SetupPlanView } from '../../src/contracts/api/setup-api';
import { checkedLedger } from './checked-ledger';
import { configurationOf } from './jira-configuration';
import { COMPLETE_PLAN, must, refusal, TESTED } from './open-site';
import { validatorsOf } from './way-around';
import { openPlainSite, PLAIN_PROJECT, planOf, progressOf, projectId, provision, setupCall, start } from './setup-site';
import { storedValues } from './stored-values';

/** So that changes are made in it as in any other test of the site. */
const CHG = { ...PLAIN_PROJECT, key: 'CHG', name: 'Changes' };

const named = z.looseObject({ id: z.string(), name: z.string() });
const list = (value: unknown) => z.array(named).parse(value);

describe('a project that is put under change control', () => {
  let site: Site;
  afterEach(() => site.close());

  it('takes a change from draft to closed under the policy, in a project that had nothing', async () => {
    site = await openPlainSite({ projects: [CHG] });
    await govern(site, 'GEN');
    const id = await projectId(site, 'CHG');
    expect(await provision(site, id)).toMatchObject({ state: 'finished', failure: null });

    const { priya, sam, carla, ivo } = PEOPLE;
    const { 'Rollback steps': steps, ...withoutSteps } = COMPLETE_PLAN;
    const key = await visit(site, priya).createChange(withoutSteps);
    expect((await refusal(site, priya, key, 'Submit')).join()).toContain('Rollback steps');
    await visit(site, priya).edit(key, { 'Rollback steps': steps ?? null });
    await must(site, priya, key, 'Submit');
    await visit(site, sam).vote(key, 'approve', 'Looks safe.');
    await visit(site, carla).vote(key, 'approve');
    // Who submitted it is not even offered to authorize it: a rule of Jira's own.
    await expect(visit(site, priya).transition(key, 'Authorize')).rejects.toThrow('offers no transition Authorize');
    await must(site, ivo, key, 'Authorize');
    await must(site, ivo, key, 'Implement', TESTED);
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    await visit(site, ivo).edit(key, COMPLETION);
    await must(site, ivo, key, 'Close');
    await site.deliver();
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
    expect(kindsOnRecord(site)).toEqual(
      expect.arrayContaining(['provisioning-started', 'field-map-changed', 'project-governed', 'change-closed']),
    );
  });

  it('is asked by Jira itself for a rollback plan and for an end after the start, whatever the app says', async () => {
    site = await openPlainSite({ projects: [CHG] });
    const id = await projectId(site, 'CHG');
    await provision(site, id);
    // No policy is in force, so the gate of the app is shut; Jira's own rules say what they miss as well.
    const workflow = JSON.stringify(configurationOf(site).workflows.at(-1));
    expect(workflow).toContain('"ruleType":"fieldRequired"');
    expect(workflow).toContain('"ruleType":"dateFieldComparison"');
    expect(workflow).toContain('"ruleKey":"system:separation-of-duties"');
    expect(workflow).toContain(String.raw`{\"gate\":\"authorize\"}`);
    const key = await visit(site, PEOPLE.priya).createChange({ Summary: 'No policy' });
    expect((await refusal(site, PEOPLE.priya, key, 'Submit')).join()).toMatch(/policy/i);
    await must(site, PEOPLE.priya, key, 'Cancel');
  });

  it('is not touched by a second run: there is nothing left to do', async () => {
    site = await openPlainSite();
    const id = await projectId(site, 'OPS');
    await provision(site, id);
    const before = configurationOf(site);
    const plan = await planOf(site, id);
    expect(plan.steps.filter(({ state }) => state === 'to-do')).toEqual([]);
    expect(plan).toMatchObject({ notes: [], obstacles: [], governed: { projectKey: 'OPS' } });
    await expect(start(site, id)).rejects.toThrow('under change control already');
    await site.deliver({ advanceClock: true });
    expect(configurationOf(site)).toEqual(before);
    expect(kindsOnRecord(site).filter((kind) => kind === 'project-governed')).toHaveLength(1);
  });

  it('leaves the schemes that it shared, their workflows and every status as they were', async () => {
    site = await openPlainSite({
      projects: [
        {
          ...PLAIN_PROJECT,
          workflowScheme: 'Shared workflows',
          issueTypes: [{ name: 'Task', workflow: 'House workflow' }],
        },
        {
          ...PLAIN_PROJECT,
          key: 'DEV',
          name: 'Development',
          workflowScheme: 'Shared workflows',
          sharesSchemesWith: 'OPS',
          issueTypes: [{ name: 'Task', workflow: 'House workflow' }],
        },
      ],
      workflows: [HOUSE_WORKFLOW],
    });
    const before = configurationOf(site);
    const id = await projectId(site, 'OPS');
    const { notes } = await planOf(site, id);
    expect(notes.filter((note) => note.includes('1 other project'))).toHaveLength(3);
    expect(configurationOf(site)).toEqual(before);

    expect(await provision(site, id)).toMatchObject({ state: 'finished' });
    const after = configurationOf(site);
    for (const part of [
      'screens',
      'screenSchemes',
      'issueTypeScreenSchemes',
      'workflows',
      'workflowSchemes',
      'statuses',
      'fields',
    ] as const) {
      expect(JSON.stringify(after[part].slice(0, before[part].length))).toBe(JSON.stringify(before[part]));
    }
    expect(JSON.stringify(after.projects[1])).toBe(JSON.stringify(before.projects[1]));
    const statuses = list(after.statuses);
    // Draft was there and is used; Closed was there as something else.
    expect(statuses.filter(({ name }) => name === 'Draft')).toHaveLength(1);
    expect(statuses.map(({ name }) => name)).toContain('Closed (change control)');
  });

  it('waits while Jira has locked its configuration, and for as long as a fresh installation is refused', async () => {
    site = await openPlainSite();
    const id = await projectId(site, 'OPS');
    await start(site, id);
    const match = { function: 'provisioner', method: 'POST' };
    site.faults.failCall({ match: { ...match, path: '/workflows/create' }, status: 409, times: 2 });
    site.faults.failCall({ match: { ...match, path: '/rest/api/3/issuetype' }, status: 403, times: 2 });
    await site.deliver({ advanceClock: true });
    expect(await progressOf(site, id)).toMatchObject({ state: 'finished', failure: null });
    expect(list(configurationOf(site).workflows).filter(({ name }) => name.startsWith('OPS'))).toHaveLength(1);
  });

  it('is told in words when Jira goes on refusing, and goes on from there once that is mended', async () => {
    site = await openPlainSite();
    const id = await projectId(site, 'OPS');
    await start(site, id);
    site.faults.failCall({ match: { function: 'provisioner', path: '/workflows/create' }, status: 403, times: 99 });
    await site.deliver({ advanceClock: true });
    await site.deliver({ advanceClock: true });
    expect(await progressOf(site, id)).toMatchObject({
      state: 'failed',
      failure: 'Jira does not allow the app to change its configuration.',
    });
    site.faults.clear();
    await setupCall(site, 'goOnWithSetup', setupApi.goOnWithSetup.response, { projectId: id });
    await site.deliver({ advanceClock: true });
    expect(await progressOf(site, id)).toMatchObject({ state: 'finished', failure: null });
  });

  it('keeps its issues where they are, and is refused when it has change requests of another making', async () => {
    site = await openPlainSite({
      projects: [
        PLAIN_PROJECT,
        { ...PLAIN_PROJECT, key: 'OLD', name: 'Old', issueTypes: [{ name: 'Change Request', fields: ['Summary'] }] },
        { ...PLAIN_PROJECT, key: 'TEAM', name: 'Team', style: 'next-gen' },
      ],
    });
    const { priya } = PEOPLE;
    const task = await make(site, 'OPS', 'Task');
    await make(site, 'OLD', 'Change Request');
    const id = await projectId(site, 'OPS');
    expect((await planOf(site, id)).notes.join()).toContain('The project has 1 issue.');
    expect(await provision(site, id)).toMatchObject({ state: 'finished' });
    const issue = z.object({ fields: z.object({ status: named }) });
    expect(issue.parse(await visit(site, priya).get(`/rest/api/3/issue/${task}`)).fields.status.name).toBe('To Do');
    expect(site.log.entries().some(({ path }) => path.includes('/project/switch'))).toBe(true);

    const old = await projectId(site, 'OLD');
    expect((await planOf(site, old)).obstacles.join()).toContain('1 issue of the type for change requests');
    await expect(start(site, old)).rejects.toThrow('Move them to another issue type');
    await expect(start(site, await projectId(site, 'TEAM'))).rejects.toThrow('team-managed');
  });

  it('may be set up before there is a policy: what that lacks of a policy that comes later is made then', async () => {
    site = await openPlainSite();
    const id = await projectId(site, 'OPS');
    expect(await provision(site, id)).toMatchObject({ state: 'finished' });
    await govern(site, 'DSO');
    await site.deliver({ advanceClock: true });
    const missing = (plan: SetupPlanView) => plan.steps.flatMap(({ name, state }) => (state === 'to-do' ? [name] : []));
    const lacking = missing(await planOf(site, id));
    expect(lacking).toEqual(expect.arrayContaining(['Security impact', 'Pipeline run', 'OPS: Change Request']));
    expect(lacking).not.toContain('OPS: Change request workflow');
    expect(await provision(site, id)).toMatchObject({ state: 'finished', failure: null });
    expect(missing(await planOf(site, id))).toEqual([]);
  });

  it('uses the change fields of a service project, and options that somebody else made are not changed', async () => {
    const jira = 'com.atlassian.jira.plugin.system.customfieldtypes';
    site = await openPlainSite({
      fields: [
        { name: 'Change start date', type: `${jira}:datetime` },
        { name: 'Change completion date', type: `${jira}:datetime` },
        { name: 'Change risk', type: `${jira}:select`, options: ['Critical', 'High', 'Medium', 'Low'] },
        { name: 'Backout plan', type: `${jira}:textarea` },
        { name: 'Change type', type: `${jira}:select`, options: ['Normal'] },
      ],
      projects: [{ ...PLAIN_PROJECT, typeKey: 'service_desk' }],
    });
    const before = configurationOf(site);
    const id = await projectId(site, 'OPS');
    const reused = (await planOf(site, id)).steps.filter(({ state }) => state === 'reused').map(({ name }) => name);
    expect(reused.toSorted()).toEqual(['Backout plan', 'Change completion date', 'Change risk', 'Change start date']);
    expect(await provision(site, id)).toMatchObject({ state: 'finished' });
    const after = configurationOf(site);
    expect(JSON.stringify(after.fields.slice(0, before.fields.length))).toBe(JSON.stringify(before.fields));
    const names = list(after.fields).map(({ name }) => name);
    expect(names).not.toContain('Planned start');
    expect(names).toContain('Change type (change control)');

    const map = await setupCall(site, 'fieldMap', setupApi.fieldMap.response, {});
    const now = Object.fromEntries(map.fields.map((field) => [field.field, field.now?.name]));
    expect(now).toMatchObject({
      plannedStart: 'Change start date',
      rollbackSteps: 'Backout plan',
      riskLevel: 'Change risk',
    });
  });
});

describe('the field map', () => {
  let site: Site;
  afterEach(() => site.close());

  it('is edited by hand, only with fields that can hold the part, and that is on record', async () => {
    site = await openPlainSite();
    const project = await projectId(site, 'OPS');
    await provision(site, project);
    const read = () => setupCall(site, 'fieldMap', setupApi.fieldMap.response, {});
    const save = (revision: number, fields: object) =>
      setupCall(site, 'saveFieldMap', setupApi.saveFieldMap.response, { revision, fields });
    const { revision, fields } = await read();
    const idOf = (field: string) => fields.find((one) => one.field === field)?.now?.id ?? '';
    await expect(save(revision, { plannedStart: idOf('scope') })).rejects.toThrow('cannot hold');
    await expect(save(revision, { scope: idOf('testPlan') })).rejects.toThrow('two parts');
    await expect(save(revision - 1, { scope: idOf('testPlan') })).rejects.toThrow('Somebody else');
    const swapped = await save(revision, { scope: idOf('testPlan'), testPlan: idOf('scope') });
    expect(swapped.fields.find(({ field }) => field === 'scope')?.now?.name).toBe('Test plan');
    expect(kindsOnRecord(site).filter((kind) => kind === 'field-map-changed')).toHaveLength(2);
    expect(await checkedLedger(site)).toMatchObject({ intact: true });
    const required = async () => JSON.stringify(await validatorsOf(site, project, 'Authorize'));
    expect(await required()).toContain(`"fieldsRequired":"${idOf('rollbackSteps')}"`);
    await save(swapped.revision, { rollbackSteps: idOf('rollbackTrigger'), rollbackTrigger: idOf('rollbackSteps') });
    await site.deliver();
    expect(await required()).toContain(`"fieldsRequired":"${idOf('rollbackTrigger')}"`);
  });
});

async function make(site: Site, project: string, issueType: string): Promise<string> {
  const { emailAddress } = PEOPLE.priya;
  const response = await site.fetch(
    new Request(new URL('/rest/api/3/issue', site.baseUrl()), {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${emailAddress}:sandbox`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ fields: { project: { key: project }, issuetype: { name: issueType }, summary: 'One' } }),
    }),
  );
  return z.object({ key: z.string() }).parse(await response.json()).key;
}

function kindsOnRecord(site: Site): readonly string[] {
  return [...storedValues(site)].flatMap(([key, value]) => {
    const kind = /"kind\\?":\\?"([a-z-]+)\\?"/.exec(JSON.stringify(value))?.[1];
    return key.includes('ledger-entry/') && kind !== undefined ? [kind] : [];
  });
}

const HOUSE_WORKFLOW = {
  scope: { type: 'GLOBAL' },
  statuses: [
    { name: 'Draft', statusCategory: 'TODO', statusReference: 'a', description: 'What somebody thinks of.' },
    { name: 'Closed', statusCategory: 'IN_PROGRESS', statusReference: 'b', description: 'A road that is closed.' },
  ],
  workflows: [
    {
      name: 'House workflow',
      description: '',
      statuses: ['a', 'b'].map((statusReference) => ({ statusReference, layout: { x: 0, y: 0 }, properties: {} })),
      transitions: [
        { id: '1', name: 'Create', type: 'INITIAL', toStatusReference: 'a', links: [] },
        { id: '11', name: 'Close it', type: 'DIRECTED', toStatusReference: 'b', links: [{ fromStatusReference: 'a' }] },
      ],
    },
  ],
};
