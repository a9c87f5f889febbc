import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createSite } from '../sandbox';
import type { Person } from '../sandbox/platform';
import { launchChromium } from '../test/browser/chromium';
import { buildPart, isStale, PARTS } from '../test/build-parts';
import { govern } from './govern';
import { PEOPLE } from './people';
import { seedChanges } from './seeded-changes';
import { serveLocalSite } from './serve-local-site';
import { siteSeed } from './site-seed';
import { writeSpaceHome } from './space-home';

/** `npx tsx demo/pictures.ts`: takes the pictures of the README in a real browser, on a site whose clock stands still. */
const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'demo/pictures');
const NOW = '2026-03-02T09:00:00.000Z';
const WIDTH = 1280;
const { carla, jonas, ada } = PEOPLE;

interface Picture {
  readonly name: string;
  readonly as: Person;
  readonly path: string;
  readonly height: number;
  /** What has to be on the screen, and what is done before the picture is taken. */
  readonly prepare: (page: Page) => Promise<unknown>;
}

const framed = (page: Page, words: string) => page.frameLocator('iframe').getByText(words).first().waitFor();

const PICTURES: readonly Picture[] = [
  {
    name: 'panel',
    as: carla,
    path: '/browse/CHG-3',
    height: 852,
    prepare: (page) => framed(page, 'What you put your name to'),
  },
  {
    name: 'admin',
    as: jonas,
    path: '/admin',
    height: 900,
    prepare: (page) => framed(page, 'Description of the change'),
  },
  {
    name: 'change-log',
    as: ada,
    path: '/wiki/spaces/CHANGELOG',
    height: 1000,
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Change log March 2026' }).first().click();
      await page.getByText('CHG-1 · Rotate the TLS certificates').click();
      await page.getByText('What and why').first().waitFor();
    },
  },
  {
    name: 'macro',
    as: ada,
    path: '/wiki/spaces/CHANGELOG',
    height: 560,
    prepare: (page) => framed(page, '2 changes'),
  },
];

for (const part of PARTS.filter(isStale)) await buildPart(part);
const site = await createSite({ appDir: root, bundle: join(root, 'build/app.cjs'), seed: siteSeed, now: NOW });
await govern(site, 'GEN');
await seedChanges(site);
await writeSpaceHome(site);
const [served, browser] = await Promise.all([serveLocalSite(site, 0), launchChromium()]);
mkdirSync(folder, { recursive: true });
for (const picture of PICTURES) {
  await take(browser, served.url, picture);
  console.log(`demo/pictures/${picture.name}.png`);
}
await browser.close();
await served.close();
await site.close();

async function take(from: Browser, url: string, { name, as, path, height, prepare }: Picture): Promise<void> {
  const context = await from.newContext({
    viewport: { width: WIDTH, height },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  await context.clock.setFixedTime(NOW);
  const page = await context.newPage();
  // Who is asking is kept by the pages of the site in the browser, as after a choice in the switcher of people.
  await page.addInitScript(`try { localStorage.setItem('sandbox.person', '${as.accountId}'); } catch {}`);
  await page.goto(`${url}${path}`);
  await prepare(page);
  writeFileSync(join(folder, `${name}.png`), await settled(page));
  await context.close();
}

/** The page when nothing moves any more: the frame of the app takes its height a moment after its content is there. */
async function settled(page: Page): Promise<Buffer> {
  const before = await page.screenshot({ animations: 'disabled' });
  await page.waitForTimeout(300);
  const after = await page.screenshot({ animations: 'disabled' });
  return before.equals(after) ? after : settled(page);
}
