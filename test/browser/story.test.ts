import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { PEOPLE } from '../../demo/people';
import { UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { serveLocalSite } from '../../demo/serve-local-site';
import { visit } from '../../demo/visitor';
import type { ServedSite, Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import { openSite } from '../site/open-site';
import { launchChromium } from './chromium';
import { describeInBrowser } from './describe-in-browser';

const { priya, sam, carla, ivo, ada } = PEOPLE;

describeInBrowser('a change, with nothing but the mouse and the keyboard', () => {
  let site: Site;
  let served: ServedSite;
  let browser: Browser;
  let page: Page;
  let key: string;
  beforeAll(async () => {
    // First of all: without a browser there must be no server that nobody stops.
    browser = await launchChromium();
    site = await openSite();
    served = await serveLocalSite(site, 0);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await site.close();
  });

  const become = async (person: Person) => {
    await page.getByRole('button', { name: /Switch to somebody else/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^(?!Stay).*${person.displayName}`) })
      .click();
    await page.getByRole('button', { name: new RegExp(`You are ${person.displayName}`) }).waitFor();
  };
  const panel = (): FrameLocator => page.frameLocator('iframe[title="Change control"]');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const status = (name: string) => page.locator('.status-now').getByText(name, { exact: true }).waitFor();
  const typeInto = async (label: string, text: string) => {
    await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
  };
  const choose = async (label: string, option: string) => {
    await typeInto(label, option);
    await page
      .getByRole('option', { name: new RegExp(option) })
      .first()
      .click();
  };
  const approve = async () => {
    await panel().getByRole('button', { name: 'Approve…', exact: true }).click();
    await panel().getByRole('form').getByRole('button', { name: 'Approve', exact: true }).click();
    await panel().getByText('Counts').last().waitFor();
  };

  it('is refused, completed, approved by two people, implemented, closed and found in the change log', async () => {
    await page.goto(`${served.url}/browse/${key}`);
    await become(priya);
    await status('Draft');
    await press('Submit');
    await page.getByText('Rollback steps is empty (GEN-4.1d, GEN-4.5).').first().waitFor();

    await press('Edit all');
    await typeInto('Rollback steps', 'Promote the old replica.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('Submit');
    await status('Assessment');

    await become(sam);
    await approve();
    await become(priya);
    await press('Authorize');
    await page
      .getByText('Not yet approved by the CTO (GEN-3n, GEN-4.2a, GEN-5b, GEN-6c)', { exact: false })
      .first()
      .waitFor();

    await become(carla);
    await panel().getByText('Promote the old replica.').waitFor();
    await approve();
    await press('Authorize');
    await status('Approved');

    await become(ivo);
    await press('Implement');
    await typeInto('Test results', 'Green twice.');
    await page.getByRole('dialog').getByRole('button', { name: 'Implement' }).click();
    await status('Implementing');
    await press('Complete');
    await choose('Implementer', ivo.displayName);
    await page.getByRole('dialog').getByRole('button', { name: 'Complete' }).click();
    await status('Verification');
    await press('Edit all');
    await typeInto('Verification', 'Payments flow.');
    await choose('Outcome', 'Successful');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press('Close');
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    await status('Closed');
    await site.deliver();

    await page.goto(`${served.url}/wiki/spaces/CHANGELOG`);
    await become(ada);
    await page.getByRole('link', { name: 'Change log March 2026' }).first().click();
    await page.getByRole('cell', { name: key }).first().waitFor();
    await page.getByText(`${key} · Upgrade the payment database to PostgreSQL 17`).click();
    expect(await page.getByText('Promote the old replica.').isVisible()).toBe(true);
  }, 90_000);
});
