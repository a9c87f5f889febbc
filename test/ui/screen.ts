import { type Browser, type Page } from 'playwright-core';
import { bridgeStub } from './bridge-stub';
import { type UiBackend } from './ui-backend';

/** The instant that the browser of these tests believes in. */
export const NOW = '2026-03-05T10:00:00.000Z';

export interface ScreenOptions {
  readonly width?: number;
  readonly height?: number;
  /** The time zone that the reader has set in their Atlassian account; that of the computer is always UTC. */
  readonly timezone?: string;
}

export interface OpenScreen {
  /**
   * Takes the backend away.
   * @throws Error when the screen kept something in the browser: the next one would find it there
   */
  close(): Promise<void>;
}

/** A page on a computer in UTC and English, at a fixed instant, on which one screen after the other is opened. */
export async function screenPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  // Less than a test may take: what a test that failed was waiting for must not happen to the next one.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  return page;
}

/** Opens a screen with this backend behind the bridge. */
export async function openScreen(
  page: Page,
  origin: string,
  entry: 'panel' | 'admin' | 'macro',
  backend: UiBackend,
  { width = 1280, height = 900, timezone = 'UTC' }: ScreenOptions = {},
): Promise<OpenScreen> {
  await page.setViewportSize({ width, height });
  const bridge = [
    await page.exposeFunction('answerInvoke', (functionKey: string, payload: unknown) =>
      backend.answer(functionKey, payload),
    ),
    await page.addInitScript(bridgeStub('light', timezone)),
  ];
  await page.goto(`${origin}/${entry}.html`);
  return {
    close: async () => {
      await Promise.all(bridge.map((part) => part.dispose()));
      const kept = await page.evaluate('document.cookie.length + localStorage.length + sessionStorage.length');
      if (kept !== 0) throw new Error(`The screen ${entry} kept something in the browser.`);
    },
  };
}

/** The violations of the Content-Security-Policy since the page was opened. */
export async function cspViolations(page: Page): Promise<unknown> {
  return page.evaluate('cspViolations');
}

/** What the page asked the product to open. */
export async function openedPaths(page: Page): Promise<unknown> {
  return page.evaluate('openedPaths');
}
