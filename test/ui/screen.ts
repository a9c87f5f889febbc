import { type Browser, type Page } from 'playwright-core';
import { bridgeStub } from './bridge-stub';
import { type UiBackend } from './ui-backend';

/** The instant that the browser of these tests believes in. */
export const NOW = '2026-03-05T10:00:00.000Z';

/** To be evaluated in a page: resolves when no colour is on its way to another any more. A spinner turns for ever. */
export const TRANSITIONS_END = `Promise.all(
  document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished),
)`;

export interface ScreenOptions {
  readonly colorMode?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** The time zone that the reader has set in their Atlassian account; that of the computer is always UTC. */
  readonly timezone?: string;
}

/** Opens a screen with this backend behind the bridge, on a computer in UTC and English, at a fixed instant. */
export async function openScreen(
  browser: Browser,
  origin: string,
  entry: 'panel' | 'admin' | 'macro',
  backend: UiBackend,
  { colorMode = 'light', width = 1280, height = 900, timezone = 'UTC' }: ScreenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.exposeFunction('answerInvoke', (functionKey: string, payload: unknown) =>
    backend.answer(functionKey, payload),
  );
  await page.addInitScript(bridgeStub(colorMode, timezone));
  await page.goto(`${origin}/${entry}.html`);
  return page;
}

/** The violations of the Content-Security-Policy since the page was opened. */
export async function cspViolations(page: Page): Promise<unknown> {
  return page.evaluate('cspViolations');
}

/** What the page asked the product to open. */
export async function openedPaths(page: Page): Promise<unknown> {
  return page.evaluate('openedPaths');
}
