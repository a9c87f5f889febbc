import { type Browser, type Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { serveScreens } from './built-screens';
import { openScreen, screenPage, type OpenScreen, type ScreenOptions } from './screen';
import { type StaticServer } from './static-server';
import { type UiBackend } from './ui-backend';

/** Longer than a build of the screens takes on a busy machine. */
export const STARTING_TAKES = 120_000;

/** One browser, one page and one server for the tests of a file: a page of its own costs four times what a screen costs. */
export class ScreenSession {
  #browser: Browser | undefined;
  #page: Page | undefined;
  #server: StaticServer | undefined;
  #screen: OpenScreen | undefined;

  /** @param script what every screen begins with */
  async start(script?: string): Promise<void> {
    // One after the other: without a browser there must be no server that nobody stops.
    this.#browser = await launchChromium();
    this.#server = await serveScreens();
    this.#page = await screenPage(this.#browser);
    if (script !== undefined) await this.#page.addInitScript(script);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }

  /** Takes the screen of the test before away. */
  async clear(): Promise<void> {
    await this.#screen?.close();
    this.#screen = undefined;
  }

  /** Opens a screen, in place of the one that this test opened before. */
  async open(entry: 'panel' | 'admin' | 'macro', backend: UiBackend, options?: ScreenOptions): Promise<Page> {
    if (!this.#page || !this.#server) throw new Error('The session has not been started.');
    await this.clear();
    this.#screen = await openScreen(this.#page, this.#server.origin, entry, backend, options);
    return this.#page;
  }
}
