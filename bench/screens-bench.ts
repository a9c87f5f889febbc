import { type Browser, type Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { launchChromium } from '../test/browser/chromium';
import { buildPart, isStale, PARTS } from '../test/build-parts';
import { bridgeStub } from '../test/ui/bridge-stub';
import { IN_USE } from '../test/ui/fixtures/admin';
import { FIRST_PAGE } from '../test/ui/fixtures/macro';
import { BLOCKED } from '../test/ui/fixtures/panel';
import { serveScreens } from '../test/ui/built-screens';
import { ok, UiBackend } from '../test/ui/ui-backend';
import { median } from './median';
import type { Section } from './section';

const LOADS = 9;

interface Screen {
  readonly entry: 'panel' | 'admin' | 'macro';
  readonly backend: UiBackend;
  /** What is on the screen as soon as the backend's answer is. */
  readonly content: string;
}

interface Load {
  readonly requests: number;
  readonly bytes: number;
  readonly gzipped: number;
  readonly firstPaint: number;
  readonly content: number;
}

function screens(): readonly Screen[] {
  return [
    { entry: 'panel', backend: new UiBackend().on('getPanel', () => ok(BLOCKED)), content: 'GEN-4.1d' },
    { entry: 'admin', backend: new UiBackend().on('getAdmin', () => ok(IN_USE)), content: 'GEN-4.1d' },
    { entry: 'macro', backend: new UiBackend().on('listRecords', () => ok(FIRST_PAGE)), content: 'CHG-812' },
  ];
}

/** A script after which `contentAt` and `paintedAt` promise when this text, and anything at all, was first on the page. */
function noteWhenShown(content: string): string {
  return `
    globalThis.contentAt = new Promise((resolve) => {
      const look = () => {
        if (document.body?.innerText.includes(${JSON.stringify(content)})) resolve(performance.now());
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    globalThis.paintedAt = new Promise((resolve) => {
      const isContent = ({ name }) => name === 'first-contentful-paint';
      const note = (list) => list.getEntries().filter(isContent).forEach(({ startTime }) => resolve(startTime));
      new PerformanceObserver(note).observe({ type: 'paint', buffered: true });
    });
  `;
}

/** One load with empty caches. Times are milliseconds since the navigation began, as the browser's own clock has them. */
async function load(browser: Browser, origin: string, { entry, backend, content }: Screen): Promise<Load> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.exposeFunction('answerInvoke', (key: string, payload: unknown) => backend.answer(key, payload));
    await page.addInitScript(bridgeStub('light'));
    await page.addInitScript(noteWhenShown(content));
    await page.goto(`${origin}/${entry}.html`);
    const seen = await page.evaluate('contentAt');
    const painted = await page.evaluate('paintedAt');
    const bodies = await Promise.all(responses.map((response) => response.body()));
    return {
      requests: bodies.length,
      bytes: bodies.reduce((sum, body) => sum + body.byteLength, 0),
      gzipped: bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0),
      firstPaint: Number(painted),
      content: Number(seen),
    };
  } finally {
    await context.close();
  }
}

/** What each front end costs before it says something: bytes and time, in Chromium, under Forge's security policy. */
export async function measureScreens(): Promise<Section> {
  for (const part of PARTS.filter((each) => each.name === 'screens' && isStale(each))) await buildPart(part);
  const browser = await launchChromium();
  const server = await serveScreens();
  try {
    const rows = [];
    for (const screen of screens()) {
      const loads: Load[] = [];
      for (let index = 0; index < LOADS; index += 1) loads.push(await load(browser, server.origin, screen));
      const middle = (figure: keyof Load) => median(loads.map((each) => each[figure]));
      const values = [middle('requests'), middle('bytes') / 1024, middle('gzipped') / 1024];
      rows.push({ name: screen.entry, values: [...values, middle('firstPaint'), middle('content')] });
    }
    return {
      title: 'Front ends',
      note: `Chromium ${browser.version()}, loopback, empty caches, a backend that answers at once; medians of ${LOADS} loads.`,
      columns: [
        { title: 'requests', unit: '' },
        { title: 'size', unit: 'KiB' },
        { title: 'gzipped', unit: 'KiB' },
        { title: 'first paint', unit: 'ms' },
        { title: 'content', unit: 'ms' },
      ],
      rows,
    };
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}
