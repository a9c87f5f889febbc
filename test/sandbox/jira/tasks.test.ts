import { describe, expect, it } from '@jest/globals';
import { ANNA, at, BEN, CARL, createTestSite } from './test-site';
import type { TestSite } from './test-site';
import { admin, APPROVED, ASSESSMENT, CHANGE_REQUEST, CHG, DRAFT, follow, twoStepScheme } from './workflow-requests';

const START = Date.parse('2026-03-02T09:00:00.000Z');

/** A site on which a switch of the scheme of CHG has been asked for. */
async function switching(): Promise<TestSite> {
  const site = createTestSite();
  const statusMappings = [ASSESSMENT, APPROVED].map((oldStatusId) => ({ oldStatusId, newStatusId: DRAFT }));
  await admin(site, 'POST', '/workflowscheme/project/switch', {
    projectId: CHG,
    targetSchemeId: await twoStepScheme(site),
    mappingsByIssueTypeOverride: [{ issueTypeId: CHANGE_REQUEST, statusMappings }],
  });
  return site;
}

async function schemeName(site: TestSite): Promise<unknown> {
  const { body } = await admin(site, 'GET', `/workflowscheme/project?projectId=${CHG}`);
  return at(body, 'values', 0, 'workflowScheme', 'name');
}

describe('a task', () => {
  it('goes one step further each time it is read', async () => {
    const site = await switching();
    expect((await admin(site, 'GET', '/task/10000')).body).toEqual({
      self: 'http://127.0.0.1:2990/rest/api/3/task/10000',
      id: '10000',
      description: 'Switch the workflow scheme of Changes',
      status: 'RUNNING',
      submittedBy: 10_002,
      progress: 50,
      elapsedRuntime: 0,
      submitted: START,
      started: START,
      lastUpdate: START,
    });
    site.clock.advance(1_000);
    expect((await admin(site, 'GET', '/task/10000')).body).toMatchObject({
      status: 'COMPLETE',
      progress: 100,
      elapsedRuntime: 1_000,
      finished: START + 1_000,
    });
    expect(await schemeName(site)).toBe('Two steps scheme');
  });

  it('is done without being read once the clock has moved on', async () => {
    const site = await switching();
    site.clock.advance(4_999);
    expect(await schemeName(site)).toBe('CHG: Workflow Scheme');
    site.clock.advance(1);
    expect(await schemeName(site)).toBe('Two steps scheme');
  });

  it('goes on after the site was put down and brought back', async () => {
    const site = await switching();
    await admin(site, 'GET', '/task/10000');
    const other = createTestSite();
    other.jira.restore(JSON.parse(JSON.stringify(site.jira.snapshot())));
    expect(await follow(other, '10000')).toEqual(['COMPLETE']);
    expect(await schemeName(other)).toBe('Two steps scheme');
  });

  it('fails, with the reason, when what it needs has gone meanwhile', async () => {
    const site = await switching();
    await admin(site, 'DELETE', '/workflowscheme/10003');
    await follow(site, '10000');
    const { body } = await admin(site, 'GET', '/task/10000');
    expect(body).toMatchObject({ status: 'FAILED', message: 'The workflow scheme was not found.' });
    expect(await schemeName(site)).toBe('CHG: Workflow Scheme');
  });

  it('is shown to administrators and to whoever asked for it only', async () => {
    const site = await switching();
    expect((await site.ask(ANNA, 'GET', '/rest/api/3/task/10000')).status).toBe(403);
    expect((await site.ask(BEN, 'POST', '/rest/api/3/task/10000/cancel')).status).toBe(403);
    expect((await site.ask(CARL, 'GET', '/rest/api/3/task/99')).status).toBe(404);
    expect((await admin(site, 'GET', '/task/10000')).body).toMatchObject({ status: 'RUNNING' });
  });

  it('is cancelled while it waits, and not when it runs', async () => {
    const waiting = await switching();
    expect((await admin(waiting, 'POST', '/task/10000/cancel')).status).toBe(202);
    expect(await follow(waiting, '10000')).toEqual(['CANCELLED']);
    expect(await schemeName(waiting)).toBe('CHG: Workflow Scheme');
    const running = await switching();
    await admin(running, 'GET', '/task/10000');
    expect((await admin(running, 'POST', '/task/10000/cancel')).status).toBe(400);
  });
});
