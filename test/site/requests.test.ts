import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowSchemeProjectSwitchSchema } from 'jira.js/cloud';
import { govern } from '../../demo/govern';
import { marchPage } from '../../demo/log-pages';
import { PEOPLE } from '../../demo/people';
import { COMPLETION, UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { adminApi, adminView } from '../../src/contracts/api/admin-api';
import { deployApi } from '../../src/contracts/api/deploy-api';
import { healthApi } from '../../src/contracts/api/health-api';
import { panelView } from '../../src/contracts/api/panel-api';
import { signatureOf } from '../../src/domain/deploy-gate/signature';
import { readContract } from '../sandbox/openapi-contract';
import { adminCall, POLICY_WITH_EVERYTHING, putInForce } from './authorization-site';
import { checkedLedger } from './checked-ledger';
import { COMPLETE_PLAN, must, ROOT, TESTED } from './open-site';
import { listen, problemsOf, writtenRoutes, type Sent } from './sent-requests';
import { openPlainSite, PLAIN_PROJECT, projectId, provision } from './setup-site';
import { ask, removeValidators } from './way-around';

const CONTRACTS = join(ROOT, '../shared/contracts');
const JIRA = join(CONTRACTS, 'jira-platform-v3.2025-09-24.json');
const CONFLUENCE = join(CONTRACTS, 'confluence-v2.2025-02-04.patched.json');
const described = existsSync(JIRA) && existsSync(CONFLUENCE) ? describe : describe.skip;

const { priya, sam, carla, ivo, ada, jonas } = PEOPLE;

const SWITCH = '/rest/api/3/workflowscheme/project/switch';
/** Jira has it since May 2026, the document is older: https://developer.atlassian.com/platform/forge/changelog/#CHANGE-3233 */
const NEWER = '&generateAppEvents=false';

described("the app's requests, from an empty project to the change log and the sweep", () => {
  let site: Site;
  let jira: readonly Sent[];
  let confluence: readonly Sent[];
  beforeAll(async () => {
    const permissions = { ...PLAIN_PROJECT.permissions, DELETE_ISSUES: ['jira-administrators'] };
    const type = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
    site = await openPlainSite({
      fields: [{ name: 'Risk level', type, options: ['Low', 'Medium', 'High'] }],
      projects: [{ ...PLAIN_PROJECT, key: 'CHG', permissions }, PLAIN_PROJECT],
    });
    jira = listen(site.jira);
    confluence = listen(site.confluence);
    await govern(site, 'GEN');
    await setUp();
    await close(await approved());
    await close(await approved());
    await administer();
    await askTheGate();
    await askAndExpedite();
    await goAround();
    const contentId = (await marchPage(site)).id;
    const filter = { text: 'database', type: null, stage: null };
    await visit(site, ada).call('change-log', 'listRecords', { filter, cursor: null }, { contentId });
  });
  afterAll(() => site.close());

  const admin = (name: string, payload: object) => visit(site, jonas).call('change-admin', name, payload);

  async function setUp(): Promise<void> {
    await admin('searchSetupProjects', { text: 'op' });
    await admin('createSetupProject', { key: 'MADE', name: 'Made by the app' });
    await provision(site, await projectId(site, 'CHG'));
    await provision(site, await projectId(site, 'MADE'));
    // A project with issues of other types is switched to its new workflows.
    const task = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Water the plants' };
    await ask(site, priya, 'POST', '/rest/api/3/issue', { fields: task });
    await provision(site, await projectId(site, 'OPS'));
  }

  async function approved(): Promise<string> {
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    await must(site, priya, key, 'Submit');
    await visit(site, sam).vote(key, 'approve', 'Looks safe.');
    await visit(site, carla).vote(key, 'approve');
    await must(site, ivo, key, 'Authorize');
    return key;
  }

  async function close(key: string): Promise<void> {
    await must(site, ivo, key, 'Implement', TESTED);
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    await visit(site, ivo).edit(key, COMPLETION);
    await must(site, ivo, key, 'Close');
    await site.deliver();
  }

  async function administer(): Promise<void> {
    await admin('getAdmin', {});
    await admin('searchGroups', { text: 'cto' });
    await admin('searchSpaces', { text: 'log' });
    await checkedLedger(site);
    await admin('searchPeople', { text: 'ro' });
    const roles = await adminCall(site, 'projectRoles', adminApi.projectRoles.response, {});
    const { settingsRevision } = await adminCall(site, 'getAdmin', adminView, {});
    const cto = {
      groups: ['grp-cto-office'],
      people: [],
      projectRoles: roles.map(({ projectRoleId }) => projectRoleId),
    };
    await adminCall(site, 'saveRoles', adminView, { settingsRevision, roles: { cto } });
    await site.deliver({ advanceClock: true });
    // The guards on the transitions follow the policy.
    await putInForce(site, POLICY_WITH_EVERYTHING);
    await site.deliver({ advanceClock: true });
  }

  async function askTheGate(): Promise<void> {
    const made = { revision: 0, projectKey: 'CHG' };
    const { secret, gates } = await adminCall(site, 'makeDeploySecret', deployApi.makeDeploySecret.response, made);
    const body = JSON.stringify({
      change: await approved(),
      environment: 'Production',
      nonce: 'the-first-of-its-kind',
    });
    const timestamp = String(site.clock.now() / 1000);
    const headers = {
      'X-Change-Timestamp': timestamp,
      'X-Change-Signature': `sha256=${signatureOf(secret, { timestamp, body })}`,
    };
    const answer = await site.fetch(new Request(gates.url ?? '', { method: 'POST', headers, body }));
    expect(answer.status).toBe(403);
  }

  async function askAndExpedite(): Promise<void> {
    const draft = await visit(site, priya).createChange({ ...UPGRADE_WITHOUT_ROLLBACK, 'Deviation reason': null });
    const seen = panelView.parse(await visit(site, priya).panel(draft));
    const [offer] = seen.state === 'governed' ? seen.exceptions.offered : [];
    const asked = { names: offer?.names, fields: { deviationReason: 'There is no way back.' }, reason: '' };
    expect(await visit(site, priya).call('change-panel', 'askException', asked, { issueKey: draft })).toMatchObject({
      ok: true,
    });
    const issueKey = await visit(site, ivo).createChange({
      Summary: 'Restart the order queue',
      'Change type': 'Emergency',
      'Emergency reason': 'Restore service',
      Implementer: ivo,
    });
    expect(await visit(site, ivo).call('change-panel', 'expedite', {}, { issueKey })).toMatchObject({ ok: true });
  }

  async function goAround(): Promise<void> {
    await removeValidators(site, await projectId(site, 'CHG'), 'Submit');
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    await must(site, priya, key, 'Submit');
    const gone = await visit(site, priya).createChange(COMPLETE_PLAN);
    await ask(site, jonas, 'DELETE', `/rest/api/3/issue/${gone}`);
    site.clock.advance(3_600_000);
    await site.tick('hourly-sweep');
    // Whether a notice was written is looked up when the answer to it was lost.
    site.faults.failCall({ match: { function: 'watchman', method: 'POST', path: '/comment' }, status: 'lost-answer' });
    await site.deliver({ advanceClock: true });
    await adminCall(site, 'putGuardsBack', healthApi.putGuardsBack.response, {
      projectId: await projectId(site, 'CHG'),
    });
  }

  it("to Jira pass Jira's OpenAPI document", () => {
    const older = jira.filter(({ path }) => path !== SWITCH);
    const contract = readContract(JIRA, { closed: true });
    expect(problemsOf(older, contract, (path) => path.replace(NEWER, ''))).toEqual([]);
  });

  it('to Jira that its document is too old for pass the schema of jira.js', () => {
    const switches = jira.filter(({ path }) => path === SWITCH);
    expect(switches.map(({ method }) => method)).toEqual(['POST']);
    for (const { body } of switches) expect(WorkflowSchemeProjectSwitchSchema.parse(body)).toEqual(body);
  });

  it("to Confluence pass Confluence's OpenAPI document", () => {
    const toPath = (path: string) => path.replace('/wiki/api/v2', '');
    expect(problemsOf(confluence, readContract(CONFLUENCE, { closed: true }), toPath)).toEqual([]);
  });

  it.each(['jira', 'confluence'] as const)('are all that the app can ask of %s', (product) => {
    const sent = product === 'jira' ? jira : confluence;
    const paths = sent.map(({ path }) => path.split('?')[0] ?? '');
    const unasked = writtenRoutes(product).filter(({ path }) => !paths.some((one) => path.test(one)));
    expect(unasked.map(({ text }) => text)).toEqual([]);
  });
});
