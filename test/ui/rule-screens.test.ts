import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { govern } from '../../demo/govern';
import { PEOPLE } from '../../demo/people';
import { serveLocalSite } from '../../demo/serve-local-site';
import { visit } from '../../demo/visitor';
import type { ServedSite, Site } from '../../sandbox';
import { launchChromium } from '../browser/chromium';
import { describeInBrowser } from '../browser/describe-in-browser';
import { setupApi } from '../../src/contracts/api/setup-api';
import { MONDAY, openBareSite } from '../site/open-site';
import { provision, setupCall } from '../site/setup-site';
import { violations } from './axe';

const { jonas } = PEOPLE;

const workflows = z.object({
  values: z.array(
    z.object({
      name: z.string(),
      transitions: z.array(
        z.object({
          name: z.string(),
          validators: z.array(z.object({ parameters: z.object({ key: z.string(), config: z.string() }) })),
        }),
      ),
    }),
  ),
});

describeInBrowser('the screens of the rules of the app', () => {
  let site: Site;
  let served: ServedSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    site = await openBareSite();
    await govern(site, 'GEN');
    [served, browser] = await Promise.all([serveLocalSite(site, 0), launchChromium()]);
    context = await browser.newContext({ viewport: { width: 1024, height: 1000 }, reducedMotion: 'reduce' });
    await context.clock.setFixedTime(MONDAY);
    await context.addInitScript(`try { localStorage.setItem('sandbox.person', '${jonas.accountId}'); } catch {}`);
    page = await context.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await site.close();
  });

  const frame = () => page.frameLocator('iframe');
  const save = (name: 'Add' | 'Update') => page.getByRole('button', { name, exact: true }).click();

  async function openWorkflow(): Promise<void> {
    await page.goto(`${served.url}/jira/workflows`);
    await page.getByRole('link', { name: 'Change request workflow' }).click();
  }

  async function add(rule: string, transition: string): Promise<void> {
    await openWorkflow();
    await page
      .getByRole('region', { name: transition, exact: true })
      .getByRole('button', { name: `Add ${rule}` })
      .click();
  }

  /** What is saved with the rules of a module on a transition. */
  async function saved(module: string, transition: string): Promise<readonly unknown[]> {
    const path = '/rest/api/3/workflows/search?expand=values.transitions&queryString=Change';
    const { values } = workflows.parse(await visit(site, jonas).get(path));
    const found = values.flatMap(({ transitions }) => transitions).filter(({ name }) => name === transition);
    return found
      .flatMap(({ validators }) => validators)
      .filter(({ parameters: { key } }) => key.endsWith(`/${module}`))
      .map(({ parameters: { config } }) => JSON.parse(config) as unknown);
  }

  it('attach a gate, and only when one was chosen', async () => {
    await add('Change control gate', 'Send back');
    const gate = frame().getByLabel('Which gate does this transition pass?');
    await gate.waitFor();
    expect(await violations(page)).toEqual([]);
    await save('Add');
    await frame().getByText('Choose a gate. Without one the rule would stop every change.').waitFor();
    expect(await frame().locator('select:focus').count()).toBe(1);
    expect(await saved('change-gate', 'Send back')).toEqual([]);

    await gate.selectOption({ label: 'Close: the change is closed' });
    await frame().getByText('Blocks Complete and Close').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await save('Add');
    await page.getByRole('heading', { name: 'Change request workflow', exact: true }).waitFor();
    expect(await saved('change-gate', 'Send back')).toEqual([{ gate: 'close' }]);
  }, 60_000);

  it('have Jira check the acting person, by a rule of the policy in words', async () => {
    await add('Change control, who may', 'Complete');
    await frame()
      .getByLabel('Which gate does this transition pass?')
      .selectOption({ label: 'Submit: the change is handed in for assessment' });
    await frame().getByText('At Submit the policy asks nothing of that person that Jira could check.').waitFor();
    await frame()
      .getByLabel('Which gate does this transition pass?')
      .selectOption({ label: 'Complete: the implementation ends' });
    await save('Add');
    await frame().getByText('Choose what is asked. Without it the rule would stop everybody.').waitFor();
    await frame()
      .getByRole('radio', { name: /Only somebody with the role IT Administrator may complete/ })
      .check();
    expect(await violations(page)).toEqual([]);
    await save('Add');
    await page.getByRole('heading', { name: 'Change request workflow', exact: true }).waitFor();
    expect(await saved('change-person-guard', 'Complete')).toEqual([
      {
        gate: 'complete',
        ruleId: 'implemented-by-it-administrator',
        expression: "user.groupIds.some(g => g == 'grp-it-administrators')",
        message:
          'Only somebody with the role IT Administrator may complete this change (GEN-5a). Ask one of them to do it.',
      },
    ]);
  }, 60_000);

  it('show what was chosen when a rule is edited', async () => {
    await openWorkflow();
    await page
      .getByRole('region', { name: 'Complete', exact: true })
      .getByRole('link', { name: 'Edit Change control, who may' })
      .click();
    expect(
      await frame()
        .getByRole('radio', { name: /IT Administrator/ })
        .isChecked(),
    ).toBe(true);
    expect(await frame().getByLabel('Which gate does this transition pass?').inputValue()).toBe('complete');
  }, 60_000);

  it('say what a rule does to whoever only looks at it, light and dark', async () => {
    const look = async (rule: string) => {
      await openWorkflow();
      const region = page.getByRole('region', { name: 'Complete', exact: true });
      await region.getByRole('link', { name: `View ${rule}` }).click();
    };
    await look('Change control, who may');
    await frame()
      .getByText('Only somebody with the role IT Administrator may complete this change (GEN-5a).')
      .waitFor();
    await look('Change control gate');
    await frame().getByText('This transition passes the gate Complete').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Switch to dark colours' }).click();
    await page.locator('html[data-color-mode="dark"]').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('know a rule that the set-up of a project put there', async () => {
    const { id } = await setupCall(site, 'createSetupProject', setupApi.createSetupProject.response, {
      key: 'OPS',
      name: 'Operations',
    });
    await provision(site, id);
    await page.goto(`${served.url}/jira/workflows`);
    await page.getByRole('link', { name: 'OPS: Change request workflow' }).click();
    await page
      .getByRole('region', { name: 'Complete', exact: true })
      .getByRole('link', { name: 'Edit Change control, who may' })
      .click();
    await frame().getByText('The set-up of the project put this rule here').waitFor();
    expect(await frame().getByLabel('Which gate does this transition pass?').inputValue()).toBe('complete');
    expect(
      await frame()
        .getByRole('radio', { name: /IT Administrator/ })
        .isChecked(),
    ).toBe(true);
    expect(await frame().getByText('save to bring this rule up to date').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  }, 60_000);
});
