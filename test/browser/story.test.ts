import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PEOPLE } from '../../demo/people';
import { UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { serveLocalSite } from '../../demo/serve-local-site';
import { visit } from '../../demo/visitor';
import type { ServedSite, Site } from '../../sandbox';
import { openSite } from '../site/open-site';
import { launchChromium } from './chromium';
import { describeInBrowser } from './describe-in-browser';
import { siteScreen, type SiteScreen } from './site-screen';

const { priya, sam, carla, ivo, ada } = PEOPLE;

describeInBrowser('a change, with nothing but the mouse and the keyboard', () => {
  let site: Site;
  let served: ServedSite;
  let browser: Browser;
  let screen: SiteScreen;
  let page: Page;
  let key: string;
  beforeAll(async () => {
    // First of all: without a browser there must be no server that nobody stops.
    browser = await launchChromium();
    site = await openSite();
    served = await serveLocalSite(site, 0);
    screen = await siteScreen(browser, served.url);
    ({ page } = screen);
    key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await site.close();
  });

  const approve = async () => {
    const { app } = screen;
    await app.getByRole('button', { name: 'Approve…', exact: true }).click();
    await app.getByRole('form').getByRole('button', { name: 'Approve', exact: true }).click();
    await app.getByText('Counts').last().waitFor();
  };

  it('is refused, completed, approved by two people, implemented, closed and found in the change log', async () => {
    const { become, press, status, typeInto, choose, confirm, app, open } = screen;
    await open(`/browse/${key}`);
    await become(priya);
    await status('Draft');
    await press('Submit');
    await page.getByText('Rollback steps is empty (GEN-4.1d, GEN-4.5).').first().waitFor();

    await press('Edit all');
    await typeInto('Rollback steps', 'Promote the old replica.');
    await confirm('Save');
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
    await app.getByText('Promote the old replica.').waitFor();
    await approve();
    await press('Authorize');
    await status('Approved');

    await become(ivo);
    await press('Implement');
    await typeInto('Test results', 'Green twice.');
    await confirm('Implement');
    await status('Implementing');
    await press('Complete');
    await choose('Implementer', ivo.displayName);
    await confirm('Complete');
    await status('Verification');
    await press('Edit all');
    await typeInto('Verification', 'Payments flow.');
    await choose('Outcome', 'Successful');
    await confirm('Save');
    await press('Close');
    await confirm('Close');
    await status('Closed');
    await site.deliver();

    await open('/wiki/spaces/CHANGELOG');
    await become(ada);
    await page.getByRole('link', { name: 'Change log March 2026' }).first().click();
    await page.getByRole('cell', { name: key }).first().waitFor();
    await page.getByText(`${key} · Upgrade the payment database to PostgreSQL 17`).click();
    expect(await page.getByText('Promote the old replica.').isVisible()).toBe(true);
  }, 90_000);
});
