import { afterEach, describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { z } from 'zod';
import { govern } from '../../demo/govern';
import { PEOPLE } from '../../demo/people';
import { COMPLETION } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import { adminView, checkedCandidate } from '../../src/contracts/api/admin-api';
import { resultOf } from '../../src/contracts/api/result';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { genericPolicy } from '../../src/policies/generic';
import { configurationOf } from './jira-configuration';
import { COMPLETE_PLAN, must, refusal, TESTED } from './open-site';
import { openPlainSite, PLAIN_PROJECT, projectId, provision } from './setup-site';

const { priya, sam, carla, ivo, jonas } = PEOPLE;
const BASE = { clauses: ['GEN-5a'], gates: ['close'], strength: 'block' } as const;

/** What the generic policy does not say: who closes a change. */
const CLOSING: readonly Rule[] = [
  { ...BASE, id: 'leads-close', kind: 'who-may', duty: 'closer', roles: ['security-lead', 'cto'] },
  { ...BASE, id: 'not-the-tester', kind: 'separate-duties', pairs: [['closer', 'tester']] },
];

async function putInForce(site: Site, rules: readonly Rule[]): Promise<void> {
  const policy = { ...genericPolicy, rules: [...genericPolicy.rules, ...rules] };
  const candidate = { from: 'text', text: stringify(policy, { aliasDuplicateObjects: false }) };
  const call = (name: string, payload: object) => visit(site, jonas).call('change-admin', name, payload);
  const checked = resultOf(checkedCandidate).parse(await call('checkCandidate', { candidate }));
  if (!checked.ok || !checked.value.readable) throw new Error('The policy cannot be read.');
  const answer = resultOf(z.unknown()).parse(await call('putInForce', { candidate, hash: checked.value.policy.hash }));
  if (!answer.ok) throw new Error(answer.error.message);
}

async function saveRoles(site: Site, roles: object): Promise<void> {
  const call = (name: string, payload: object) => visit(site, jonas).call('change-admin', name, payload);
  const admin = resultOf(adminView).parse(await call('getAdmin', {}));
  if (!admin.ok) throw new Error(admin.error.message);
  expect(await call('saveRoles', { settingsRevision: admin.value.settingsRevision, roles })).toMatchObject({
    ok: true,
  });
}

const workflowsOf = (site: Site) => configurationOf(site).workflows;

/** How Jira answered the app each time that it updated a workflow. */
function updates(site: Site): readonly number[] {
  return site.log
    .entries()
    .filter(({ path }) => path.endsWith('/workflows/update'))
    .map(({ status }) => status);
}

/** A change that only has to be closed. */
async function verifiedChange(site: Site): Promise<string> {
  const key = await visit(site, priya).createChange(COMPLETE_PLAN);
  await must(site, priya, key, 'Submit');
  await visit(site, sam).vote(key, 'approve', 'Looks safe.');
  await visit(site, carla).vote(key, 'approve');
  await must(site, ivo, key, 'Authorize');
  await must(site, ivo, key, 'Implement', TESTED);
  expect(await refusal(site, sam, key, 'Complete', { Implementer: ivo })).toEqual([
    'Only somebody with the role IT Administrator may complete this change (GEN-5a). Ask one of them to do it.',
  ]);
  await must(site, ivo, key, 'Complete', { Implementer: ivo });
  await visit(site, ivo).edit(key, COMPLETION);
  return key;
}

describe('the person who makes a transition', () => {
  let site: Site;
  afterEach(() => site.close());

  it('is held against the policy by Jira itself, in a project under change control', async () => {
    site = await openPlainSite({ projects: [{ ...PLAIN_PROJECT, key: 'CHG', name: 'Changes' }] });
    await govern(site, 'GEN');
    await putInForce(site, CLOSING);
    expect(await provision(site, await projectId(site, 'CHG'))).toMatchObject({ state: 'finished' });

    const key = await verifiedChange(site);
    expect((await refusal(site, priya, key, 'Close')).join()).toContain(
      'Only somebody with the role Security Lead or CTO may close this change (GEN-5a).',
    );
    await visit(site, ivo).edit(key, { Tester: sam });
    expect((await refusal(site, sam, key, 'Close')).join()).toContain(
      'Whoever is the tester of this change may not close it (GEN-5a).',
    );
    await visit(site, ivo).edit(key, { Tester: priya });
    await must(site, carla, key, 'Close');
  });

  it('is held against the policy as it is now: the rules in Jira follow it, and who holds its roles', async () => {
    site = await openPlainSite({ projects: [{ ...PLAIN_PROJECT, key: 'CHG', name: 'Changes' }] });
    await govern(site, 'GEN');
    await provision(site, await projectId(site, 'CHG'));
    const key = await verifiedChange(site);

    await putInForce(site, CLOSING);
    // Until the rules have followed, nobody knows whether whoever closes the change may.
    expect((await refusal(site, carla, key, 'Close')).join()).toContain('the rule for it is not on this transition');
    await site.deliver({ advanceClock: true });
    expect((await refusal(site, ivo, key, 'Close')).join()).toContain('the role Security Lead or CTO may close');

    const before = workflowsOf(site);
    site.log.clear();
    await putInForce(site, CLOSING);
    await site.deliver({ advanceClock: true });
    expect(workflowsOf(site)).toEqual(before);
    expect(updates(site)).toEqual([]);

    await saveRoles(site, { cto: { groups: [], people: [ivo.accountId], projectRoles: [] } });
    site.faults.failCall({ match: { function: 'provisioner', path: '/workflows/update' }, status: 409, times: 1 });
    await site.deliver({ advanceClock: true });
    expect(updates(site)).toEqual([409, 200]);
    expect((await refusal(site, carla, key, 'Close')).join()).toContain('the role Security Lead or CTO may close');
    await must(site, sam, key, 'Close');
  });
});

describe('the type of a change request', () => {
  let site: Site;
  afterEach(() => site.close());

  const REFUSED =
    'This change request has been submitted, so it stays a change request and goes its way to the end. Cancel it if it is no longer wanted, or send it back to Draft before you change its type.';
  const TYPES = ['Change Request', 'Task'].map((name) => ({ name, fields: ['Summary', 'Issue Type'] }));

  function jira(as: Person, method: string, path: string, body?: unknown): Promise<Response> {
    const authorization = `Basic ${btoa(`${as.emailAddress}:x`)}`;
    return site.fetch(
      new Request(new URL(path, site.baseUrl()), {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  }

  async function create(type: string): Promise<string> {
    const fields = { project: { key: 'CHG' }, issuetype: { name: type }, summary: 'Rotate keys' };
    const answer = await jira(priya, 'POST', '/rest/api/3/issue', { fields });
    return z.object({ key: z.string() }).parse(await answer.json()).key;
  }

  const retype = async (key: string, name: string) => {
    const answer = await jira(priya, 'PUT', `/rest/api/3/issue/${key}`, { fields: { issuetype: { name } } });
    return [
      answer.status,
      ...z
        .object({ errorMessages: z.array(z.string()) })
        .catch({ errorMessages: [] })
        .parse(await answer.json().catch(() => ({}))).errorMessages,
    ];
  };

  it('stays what it is once the change is submitted, and changes before; other issues are let alone', async () => {
    const project = { ...PLAIN_PROJECT, key: 'CHG', name: 'Changes', issueTypes: TYPES };
    site = await openPlainSite({ projects: [project] });
    const draft = await create('Change Request');
    expect(await retype(draft, 'Task')).toEqual([204]);
    await must(site, priya, draft, 'In Progress');
    expect(await retype(draft, 'Change Request')).toEqual([204]);
    expect(await retype(draft, 'Task')).toEqual([400, REFUSED]);

    const moved = await bulkMove([draft, await create('Change Request')]);
    expect(moved).toEqual({ left: 1, moved: 1 });
  });

  /** Turns issues into tasks of the same project. */
  async function bulkMove(keys: readonly string[]): Promise<{ readonly left: number; readonly moved: number }> {
    const types = await jira(jonas, 'GET', '/rest/api/3/issuetype');
    const task = z
      .array(z.object({ id: z.string(), name: z.string() }))
      .parse(await types.json())
      .find(({ name }) => name === 'Task');
    const mapping = { issueIdsOrKeys: keys, inferFieldDefaults: true, inferStatusDefaults: true };
    const body = { targetToSourcesMapping: { [`CHG,${task?.id ?? ''}`]: mapping } };
    const submitted = await jira(jonas, 'POST', '/rest/api/3/bulk/issues/move', body);
    const { taskId } = z.object({ taskId: z.string() }).parse(await submitted.json());
    await jira(jonas, 'GET', `/rest/api/3/bulk/queue/${taskId}`);
    const progress = await jira(jonas, 'GET', `/rest/api/3/bulk/queue/${taskId}`);
    const { processedAccessibleIssues, failedAccessibleIssues } = z
      .object({
        processedAccessibleIssues: z.array(z.number()),
        failedAccessibleIssues: z.record(z.string(), z.unknown()),
      })
      .parse(await progress.json());
    return { left: Object.keys(failedAccessibleIssues).length, moved: processedAccessibleIssues.length };
  }
});
