import { type Browser, type Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { serveScreens } from './built-screens';
import { openScreen, type ScreenOptions } from './screen';
import { type StaticServer } from './static-server';
import { type UiBackend } from './ui-backend';

/** Longer than a build of the screens takes on a busy machine. */
export const STARTING_TAKES = 120_000;

/** One browser and one server for the tests of a file. */
export class ScreenSession {
  #browser: Browser | undefined;
  #server: StaticServer | undefined;

  async start(): Promise<void> {
    // One after the other: without a browser there must be no server that nobody stops.
    this.#browser = await launchChromium();
    this.#server = await serveScreens();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }

  /** Closes the pages of the test before. */
  async clear(): Promise<void> {
    await Promise.all((this.#browser?.contexts() ?? []).map((context) => context.close()));
  }

  open(entry: 'panel' | 'admin' | 'macro', backend: UiBackend, options?: ScreenOptions): Promise<Page> {
    if (!this.#browser || !this.#server) throw new Error('The session has not been started.');
    return openScreen(this.#browser, this.#server.origin, entry, backend, options);
  }
}
