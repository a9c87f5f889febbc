import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PEOPLE } from '../../demo/people';
import { seedChanges } from '../../demo/seeded-changes';
import { serveLocalSite } from '../../demo/serve-local-site';
import { writeSpaceHome } from '../../demo/space-home';
import type { ServedSite, Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import { launchChromium } from '../browser/chromium';
import { describeInBrowser } from '../browser/describe-in-browser';
import { MONDAY, openSite } from '../site/open-site';
import { violations } from './axe';

const { priya, carla, jonas, ada, mia } = PEOPLE;

const inApp = (words: string) => (page: Page) => page.frameLocator('iframe').getByText(words).first().waitFor();
const onPage = (words: string) => (page: Page) => page.getByText(words).first().waitFor();

/** The page of the month, with every record unfolded. */
const unfolded = async (page: Page) => {
  await page.getByRole('link', { name: 'Change log March 2026' }).first().click();
  await onPage('Full records')(page);
  for (const record of await page.locator('details > summary', { hasText: 'CHG-' }).all()) await record.click();
  await onPage('Hash of the entry')(page);
};

/** Runs in every frame of the page, and some may keep nothing: what the visitor before chose is forgotten. */
const arriveAs = ({ accountId }: Person) => `
  try {
    localStorage.clear();
    localStorage.setItem('sandbox.person', '${accountId}');
  } catch {}
`;

const SCREENS: readonly (readonly [string, Person, string, (page: Page) => Promise<unknown>])[] = [
  ['the first page', priya, '/', onPage('Guided tour')],
  ['the changes of a project', priya, '/jira/projects/CHG', onPage('CHG-5')],
  ['a change that an approver opens', carla, '/browse/CHG-3', inApp('Go to your decision')],
  ['a change that somebody may not see', mia, '/browse/CHG-3', onPage('Could not load CHG-3')],
  ['the admin page', jonas, '/admin', inApp('What the app does')],
  ['a page of the change log with its records open', ada, '/wiki/spaces/CHANGELOG', unfolded],
  ['the change log with the macro', ada, '/wiki/spaces/CHANGELOG', inApp('2 changes')],
];

describeInBrowser('axe finds nothing to object to on the local site, with the app in it,', () => {
  let site: Site;
  let served: ServedSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    await seedChanges(site);
    await writeSpaceHome(site);
    [served, browser] = await Promise.all([serveLocalSite(site, 0), launchChromium()]);
    context = await browser.newContext({ viewport: { width: 1024, height: 900 }, reducedMotion: 'reduce' });
    await context.clock.setFixedTime(MONDAY);
    page = await context.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await site.close();
  });

  it.each(SCREENS)(
    'on %s, light and dark',
    async (_name, person, path, isThere) => {
      const arrival = await page.addInitScript(arriveAs(person));
      await page.goto(`${served.url}${path}`);
      await isThere(page);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Switch to dark colours' }).click();
      await page.locator('html[data-color-mode="dark"]').waitFor();
      expect(await violations(page, 'color-contrast')).toEqual([]);
      await arrival.dispose();
    },
    30_000,
  );
});
