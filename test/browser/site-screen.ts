import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Person } from '../../sandbox/platform';

/** What somebody does who sits before a site: everything by what stands on the screen. */
export interface SiteScreen {
  readonly page: Page;
  /** The screen of the app that is shown. */
  readonly app: FrameLocator;
  readonly dialog: Locator;
  readonly open: (path: string) => Promise<void>;
  readonly become: (person: Person) => Promise<void>;
  /** Presses a button of Jira or Confluence, the first of this name. */
  readonly press: (name: string) => Promise<void>;
  /** Presses a button of the dialog that is open, and waits until it is gone. */
  readonly confirm: (name: string) => Promise<void>;
  /** Waits until the issue is in this status. */
  readonly status: (name: string) => Promise<void>;
  readonly typeInto: (label: string, text: string) => Promise<void>;
  /** Chooses out of a list in the dialog that is open. */
  readonly choose: (label: string, option: string) => Promise<void>;
  /** Chooses out of a list that the app shows. */
  readonly chooseInApp: (label: string, option: string) => Promise<void>;
  readonly pressInApp: (name: string) => Promise<void>;
  /** Presses a button that the app shows, and again where nothing came of it: a frame that still grows loses a click. */
  readonly pressInAppUntil: (name: string, follows: Locator) => Promise<void>;
  readonly openTab: (name: string) => Promise<void>;
}

/** A window of the browser on a site. @param now The instant that the browser believes in; its own clock where absent. */
export async function siteScreen(browser: Browser, url: string, now?: string): Promise<SiteScreen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  if (now !== undefined) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  const app = page.frameLocator('main iframe');
  const dialog = page.getByRole('dialog');
  const exactly = (option: string) => ({ name: option, exact: true });
  return {
    page,
    app,
    dialog,
    open: async (path) => {
      await page.goto(`${url}${path}`);
    },
    become: async ({ displayName }) => {
      await page.getByRole('button', { name: /Switch to somebody else/ }).click();
      await dialog.getByRole('button', { name: new RegExp(`^(?!Stay).*${displayName}`) }).click();
      await page.getByRole('button', { name: new RegExp(`You are ${displayName}`) }).waitFor();
    },
    press: (name) => page.getByRole('button', exactly(name)).first().click(),
    confirm: async (name) => {
      await dialog.getByRole('button', exactly(name)).last().click();
      await dialog.waitFor({ state: 'detached' });
    },
    status: (name) => page.locator('.status-now').getByText(name, { exact: true }).waitFor(),
    typeInto: (label, text) => dialog.getByLabel(label, { exact: true }).fill(text),
    choose: async (label, option) => {
      await dialog.getByLabel(label, { exact: true }).fill(option);
      await page.getByRole('option', exactly(option)).click();
    },
    chooseInApp: async (label, option) => {
      await app.getByLabel(label, { exact: true }).fill(option);
      await app.getByRole('option', { name: option }).first().click();
      // A list of which several can be chosen stays open.
      await page.keyboard.press('Escape');
    },
    pressInApp: (name) => app.getByRole('button', exactly(name)).click(),
    pressInAppUntil: async (name, follows) => {
      const isThere = () =>
        follows.waitFor({ timeout: 4000 }).then(
          () => true,
          () => false,
        );
      for (let times = 1; times <= 4; times += 1) {
        await app.getByRole('button', exactly(name)).click();
        if (await isThere()) return;
      }
      await follows.waitFor();
    },
    openTab: (name) => app.getByRole('tab', { name }).click(),
  };
}
