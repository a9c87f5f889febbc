import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { join } from 'node:path';
import { createSite, serveSite } from '../../sandbox';
import type { ServedSite, Site } from '../../sandbox';
import { shellRoutes } from '../../sandbox/shell/serve';
import { launchChromium } from '../browser/chromium';
import { describeInBrowser } from '../browser/describe-in-browser';
import { buildFixture, FIXTURE_APP } from '../sandbox/forge/build-fixture';
import { at } from '../sandbox/jira/test-site';
import { rule, SHUT, tinySeed } from '../sandbox/jira/tiny-workflow';
import { violations } from './axe';

describeInBrowser('the rules of a workflow', () => {
  let site: Site;
  let served: ServedSite;
  let browser: Browser;
  beforeAll(async () => {
    const parameters = { key: '{{app}}/form-rule', config: '{"allowed":false}', id: 'rule-1' };
    const seed = tinySeed({ validators: [rule('forge:expression-validator', parameters)] });
    const people = seed.people.filter(({ accountType }) => accountType === 'atlassian');
    site = await createSite({
      appDir: FIXTURE_APP,
      bundle: await buildFixture(),
      seed: { ...seed, people },
      now: '2026-03-02T09:00:00Z',
    });
    const wrap = (inner: (request: Request) => Response | Promise<Response>) => {
      const pages = new Hono();
      pages.route('/', shellRoutes(join(process.cwd(), 'build/shell')));
      pages.notFound(async (context) => inner(context.req.raw));
      return (request: Request) => pages.fetch(request);
    };
    [served, browser] = await Promise.all([serveSite(site, { port: 0, wrap }), launchChromium()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await site.close();
  });

  async function open(accountId: string, path: string): Promise<Page> {
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await page.addInitScript(`try { localStorage.setItem('sandbox.person', '${accountId}'); } catch {}`);
    await page.goto(`${served.url}${path}`);
    return page;
  }

  /** The configurations of the app's rule on the transition, in order. */
  function savedConfigurations(): readonly unknown[] {
    const workflows = at(site.jira.snapshot(), 'workflows');
    const change: unknown = Array.isArray(workflows)
      ? workflows.find((workflow: unknown) => at(workflow, 'name') === 'Change')
      : undefined;
    const transitions = at(change, 'transitions');
    const shut: unknown = Array.isArray(transitions)
      ? transitions.find((transition: unknown) => at(transition, 'id') === SHUT)
      : undefined;
    const rules = at(shut, 'validators');
    return Array.isArray(rules) ? rules.map((entry: unknown) => at(entry, 'parameters', 'config')) : [];
  }

  it('are configured, added and removed on the screens of the app by an administrator', async () => {
    const page = await open('carl', '/jira/workflows');
    await page.getByRole('link', { name: 'Change' }).click();
    await page.getByRole('link', { name: 'Edit Form rule' }).click();
    const form = page.frameLocator('iframe').getByRole('checkbox', { name: 'Allowed' });
    await form.waitFor();
    expect(await form.isChecked()).toBe(false);
    expect(await violations(page)).toEqual([]);
    await form.check();
    await page.getByRole('button', { name: 'Update' }).click();
    await page.getByRole('heading', { name: 'Change', exact: true }).waitFor();
    expect(savedConfigurations()).toEqual(['{"allowed":true}']);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('region', { name: 'Shut' }).getByRole('button', { name: 'Add Form rule' }).click();
    await form.waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('link', { name: 'Edit Form rule' }).nth(1).waitFor();
    expect(savedConfigurations()).toEqual(['{"allowed":true}', '{"allowed":false}']);

    await page.getByRole('button', { name: 'Remove Form rule' }).first().click();
    await page.getByRole('link', { name: 'Edit Form rule' }).nth(1).waitFor({ state: 'detached' });
    expect(savedConfigurations()).toEqual(['{"allowed":false}']);
    await page.context().close();
  }, 60_000);

  it('are shown to nobody else', async () => {
    const page = await open('anna', '/jira/workflows');
    await page.getByText('Only Jira administrators see this page').waitFor();
    await page.context().close();
  }, 30_000);
});
