import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium';

/** No browser was found on this machine. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless browser: the one that `findChromium` finds. The caller closes it.
 * @throws NoBrowserError when there is none
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    const named = process.env['CHROMIUM_PATH'];
    throw new NoBrowserError(
      named === undefined || named === ''
        ? 'No Chromium, Chrome or Edge was found where they install themselves, and no download of Playwright. Set CHROMIUM_PATH.'
        : `There is no browser at CHROMIUM_PATH=${named}.`,
    );
  }
  return chromium.launch({ args: ARGS, executablePath });
}
