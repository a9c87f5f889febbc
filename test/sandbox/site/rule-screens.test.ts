import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSite } from '../../../sandbox';
import type { Site } from '../../../sandbox';
import { buildFixture, FIXTURE_APP } from '../forge/build-fixture';
import { at } from '../jira/test-site';
import { rule, SHUT, tinySeed } from '../jira/tiny-workflow';

const BASE = 'http://127.0.0.1:8080';

/** Jira for real, the fixture app, and its rule on the transition from Open to Shut. */
async function openFixtureSite(config = '{"allowed":false}'): Promise<Site> {
  const formRule = rule('forge:expression-validator', {
    key: '{{app}}/form-rule',
    config,
    id: 'rule-1',
  });
  const seed = tinySeed({ validators: [formRule] });
  const bundle = await buildFixture();
  const people = seed.people.filter(({ accountType }) => accountType === 'atlassian');
  return createSite({ appDir: FIXTURE_APP, bundle, seed: { ...seed, people }, now: '2026-03-02T09:00:00Z' });
}

async function ask(site: Site, as: string, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Basic ${btoa(`${as}@example.com:x`)}`, 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await site.fetch(new Request(`${BASE}${path}`, init));
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as unknown };
}

let site: Site;
let workflowId: string;
beforeAll(async () => {
  site = await openFixtureSite();
  const workflows = await ask(site, 'carl', 'GET', '/rest/api/3/workflows/search?queryString=Change');
  workflowId = String(at(workflows.body, 'values', 0, 'id'));
});

const contextOf = (as: string, more: object) =>
  ask(site, as, 'POST', '/sandbox/context/form-rule', {
    context: { workflowRule: { workflowId, transitionId: SHUT, screen: 'edit', ruleId: 'rule-1', ...more } },
  });

describe('the screens of a workflow rule', () => {
  it('are served from the resources that the manifest names, and no other', async () => {
    const titles = async (name: string) => {
      const response = await site.fetch(new Request(`${BASE}/sandbox/ui/${name}/`));
      return /<title>(.*)<\/title>/.exec(await response.text())?.[1] ?? response.status;
    };
    expect(await titles('form-rule.create')).toBe('Rule');
    expect(await titles('form-rule.edit')).toBe('Rule');
    expect(await titles('form-rule.view')).toBe('Panel');
    expect(await titles('form-rule')).toBe(404);
    expect(await titles('form-rule.delete')).toBe(404);
    expect(await titles('when-assigned.edit')).toBe(404);
  });

  it('are described for whoever shows them', async () => {
    const app = await ask(site, 'carl', 'GET', '/sandbox/app');
    const modules = at(app.body, 'modules');
    expect(modules).toContainEqual({
      key: 'form-rule',
      type: 'jira:workflowValidator',
      title: 'Form rule',
      opensOn: 'workflowRule',
      screens: {
        create: '/sandbox/ui/form-rule.create/',
        edit: '/sandbox/ui/form-rule.edit/',
        view: '/sandbox/ui/form-rule.view/',
      },
    });
  });

  it('get the saved configuration as text, the workflow and the transition', async () => {
    const { status, body } = await contextOf('carl', {});
    expect(status).toBe(200);
    expect(at(body, 'extension')).toEqual({
      type: 'jira:workflowValidator',
      entryPoint: 'edit',
      isNewEditor: true,
      workflowId,
      workflowName: 'Change',
      transitionContext: {
        id: SHUT,
        from: { id: '10003', name: 'Open', statusCategory: 'TODO', description: '' },
        to: { id: '10004', name: 'Shut', statusCategory: 'IN_PROGRESS', description: '' },
      },
      validatorConfig: '{"allowed":false}',
    });
  });

  it('get no configuration for a rule that is yet to be', async () => {
    const { body } = await contextOf('carl', { screen: 'create', ruleId: undefined });
    expect(at(body, 'extension', 'entryPoint')).toBe('create');
    expect(at(body, 'extension', 'validatorConfig')).toBeUndefined();
  });

  it.each([
    ['somebody who does not administer Jira', 'anna', {}],
    ['a transition that is not there', 'carl', { transitionId: '99' }],
    ['a rule that is not there', 'carl', { ruleId: 'rule-2' }],
    ['another workflow', 'carl', { workflowId: '00000000-0000-4000-8000-000000000000' }],
  ])('are closed to %s', async (_, as, more) => {
    expect((await contextOf(as, more)).status).toBe(404);
  });

  it('need to know which rule', async () => {
    expect((await ask(site, 'carl', 'POST', '/sandbox/context/form-rule', {})).status).toBe(400);
  });
});

describe('the deployed rules', () => {
  it('refuse by the saved configuration, with the message of the manifest', async () => {
    const { body } = await ask(site, 'anna', 'POST', '/rest/api/3/issue', {
      fields: { project: { key: 'CHG' }, issuetype: { name: 'Change Request' }, summary: 'Rotate keys' },
    });
    const path = `/rest/api/3/issue/${String(at(body, 'key'))}/transitions`;
    expect(await ask(site, 'anna', 'POST', path, { transition: { id: SHUT } })).toEqual({
      status: 400,
      body: { errorMessages: ['The form does not allow it.'], errors: {} },
    });
  });

  it('are told when their expression fails, by an event to the app', async () => {
    const broken = await openFixtureSite('{}');
    const { body } = await ask(broken, 'anna', 'POST', '/rest/api/3/issue', {
      fields: { project: { key: 'CHG' }, issuetype: { name: 'Change Request' }, summary: 'Rotate keys' },
    });
    const issueKey = String(at(body, 'key'));
    const path = `/rest/api/3/issue/${issueKey}/transitions`;
    expect((await ask(broken, 'anna', 'POST', path, { transition: { id: SHUT } })).status).toBe(400);
    await broken.deliver();
    const options = { as: 'anna', context: { issueKey } };
    const kept = await broken.invoke('panel', 'kvs', { step: 'get', key: 'events' }, options);
    expect(at(kept, 'value', 0, 'event')).toMatchObject({
      eventType: 'avi:jira:failed:expression',
      extensionId: `${broken.forge.identity.extensionAri}/form-rule`,
      validatorId: 'rule-1',
      expression: "config['allowed'] == true",
    });
  });

  it('are offered by the capabilities of the workflow, conditions and validators', async () => {
    const { body } = await ask(site, 'carl', 'GET', `/rest/api/3/workflows/capabilities?workflowId=${workflowId}`);
    const rules = at(body, 'forgeRules');
    expect(
      Array.isArray(rules) ? rules.map((entry: unknown) => [at(entry, 'ruleKey'), at(entry, 'name')]) : rules,
    ).toEqual([
      ['forge:expression-validator', 'Gate'],
      ['forge:expression-validator', 'Form rule'],
      ['forge:expression-condition', 'When assigned'],
    ]);
  });
});

it('an import is asked for over HTTP, by a Jira administrator', async () => {
  const issue = { project: 'CHG', issueType: 'Change Request', status: 'Shut', fields: { summary: 'From a file' } };
  expect((await ask(site, 'anna', 'POST', '/sandbox/import', { issues: [issue] })).status).toBe(403);
  const { status, body } = await ask(site, 'carl', 'POST', '/sandbox/import', { issues: [issue] });
  expect([status, at(body, 'keys', 0)]).toEqual([201, 'CHG-2']);
});
