import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** No browser was found on this machine; the message says which places were looked at. */
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

function installedPaths(): readonly string[] {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].filter((path) =>
    existsSync(path),
  );
}

async function launched(options: { readonly executablePath?: string; readonly channel?: string }) {
  try {
    return await chromium.launch({ args: ARGS, ...options });
  } catch {
    return undefined;
  }
}

/**
 * A headless Chromium: the one that CHROMIUM_PATH names (and then no other), else the first of an installed Chromium or
 * Chrome, the `chrome` and `msedge` channels, and Playwright's own download. The caller closes it.
 * @throws NoBrowserError when there is none.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  const candidates = named
    ? [{ executablePath: named }]
    : [
        ...installedPaths().map((executablePath) => ({ executablePath })),
        { channel: 'chrome' },
        { channel: 'msedge' },
        {},
      ];
  for (const candidate of candidates) {
    const browser = await launched(candidate);
    if (browser) return browser;
  }
  throw new NoBrowserError(
    named
      ? `No Chromium could be started from CHROMIUM_PATH=${named}.`
      : 'No Chromium was found (tried /usr/bin, the channels chrome and msedge, and the download of Playwright). Set CHROMIUM_PATH.',
  );
}
