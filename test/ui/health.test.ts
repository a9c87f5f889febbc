import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type HealthView } from '../../src/contracts/api/health-api';
import { describeInBrowser } from '../browser/describe-in-browser';
import { violations } from './axe';
import { IN_USE } from './fixtures/admin';
import { administered } from './fixtures/admin-backend';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused, type UiBackend } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const NEVER: HealthView = {
  last: null,
  running: null,
  failure: null,
  findings: [],
  older: 0,
  quietSince: null,
  projects: 0,
  waitingRecords: 0,
};
const QUIET: HealthView = {
  ...NEVER,
  last: {
    startedAt: '2026-03-02T09:00:00.000Z',
    finishedAt: '2026-03-02T09:00:42.000Z',
    looked: 12,
    found: 0,
    problems: [],
  },
  quietSince: '2026-03-01T09:00:00.000Z',
  projects: 1,
};
const TROUBLED: HealthView = {
  ...QUIET,
  last: {
    startedAt: '2026-03-02T09:00:00.000Z',
    finishedAt: '2026-03-02T09:00:42.000Z',
    looked: 12,
    found: 2,
    problems: ['The stored document "gate-trail:10001" cannot be read.'],
  },
  running: { startedAt: '2026-03-02T10:00:00.000Z', pending: 7 },
  failure: { at: '2026-03-02T09:30:00.000Z', why: 'Jira did not answer.' },
  findings: [
    {
      seq: 12,
      at: '2026-03-02T09:00:00.000Z',
      text: 'In CHG, the transition for Authorize has no gate any more.',
      remedy: 'Put the guard back.',
      place: 'CHG',
      lasts: true,
      mendable: { projectId: '10000', projectKey: 'CHG' },
    },
    {
      seq: 11,
      at: '2026-03-02T08:00:00.000Z',
      text: 'CHG-7 is gone from Jira.',
      remedy: 'Ask who deleted it.',
      place: null,
      lasts: null,
      mendable: null,
    },
  ],
  older: 3,
  waitingRecords: 1,
};

async function openTab(backend: UiBackend): Promise<Page> {
  const page = await session.open('admin', backend);
  await page.getByRole('tab', { name: 'Health' }).click();
  return page;
}

const healthy = (view: HealthView) => administered(IN_USE).on('health', () => ok(view));

describeInBrowser('the tab that says how the record stands', () => {
  it('says that nothing was found, since when, and how the last sweep went', async () => {
    const page = await openTab(healthy(QUIET));
    await page.getByText('Nothing was found since').waitFor();
    const facts = await page.locator('dl.facts').last().innerText();
    expect(
      facts
        .split('\n')
        .filter((line) => line !== '')
        .slice(2),
    ).toEqual([
      'Took',
      '42 seconds',
      'Looked at',
      '12 changes that were touched',
      'Found',
      'Nothing new',
      'Watched',
      '1 project',
      'Waiting',
      'Nothing',
    ]);
  });

  it('says that nobody has looked yet, and begins a sweep when asked', async () => {
    const backend = healthy(NEVER).on('sweepNow', () => ok({ ...NEVER, running: TROUBLED.running }));
    const page = await openTab(backend);
    await page.getByText('The first sweep comes within an hour').waitFor();
    await page.getByRole('button', { name: 'Sweep now' }).click();
    await page.getByText('A sweep is under way since').waitFor();
    expect(backend.payloadsOf('sweepNow')).toEqual([{}]);
  });

  it('lists what was found with what to do next, and whether it is still so', async () => {
    const page = await openTab(healthy(TROUBLED));
    await page.getByText('3 more in the ledger.').waitFor();
    const [, first, second] = await page.getByRole('row').allInnerTexts();
    expect(first).toContain('Still so');
    expect(first).toContain('Put the guard back.');
    expect(first).toContain('Open CHG');
    expect(second).toContain('Ask who deleted it.');
    expect(second).not.toContain('Open');
    await page.getByText('The stored document "gate-trail:10001" cannot be read.').waitFor();
    await page.getByText('7 to look at, 1 record for its page').waitFor();
  });

  it('puts a guard back once that is agreed to, and says why where Jira refuses', async () => {
    const [gate, ...others] = TROUBLED.findings;
    if (gate === undefined) throw new Error('Nothing was found.');
    const mended = { ...TROUBLED, findings: [{ ...gate, remedy: '', lasts: false, mendable: null }, ...others] };
    const backend = healthy(TROUBLED).on('putGuardsBack', () =>
      refused('conflict', 'Somebody else changes the configuration of Jira.'),
    );
    const page = await openTab(backend);
    await page.getByRole('button', { name: 'Put the guard back (entry 12)…' }).waitFor();
    expect(await page.getByRole('button', { name: /^Put the guard back/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Put the guard back (entry 12)…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('This goes on record with your name.').waitFor();
    expect(backend.payloadsOf('putGuardsBack')).toEqual([]);
    await dialog.getByRole('button', { name: 'Put them back' }).click();
    await dialog.getByText('Somebody else changes the configuration of Jira.').waitFor();
    expect(await violations(page)).toEqual([]);
    backend.on('putGuardsBack', () => ok(mended));
    await dialog.getByRole('button', { name: 'Put them back' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Mended', { exact: true }).waitFor();
    await page.getByText('The guards of CHG are back on their transitions.').last().waitFor();
    expect(await page.getByRole('button', { name: /^Put the guard back/ }).count()).toBe(0);
    expect(backend.payloadsOf('putGuardsBack')).toEqual([{ projectId: '10000' }, { projectId: '10000' }]);
  });

  it('says so when the state cannot be read, or a sweep cannot be asked for', async () => {
    let isDown = true;
    const backend = healthy(QUIET)
      .on('health', () => (isDown ? refused('unreachable', 'The storage is busy.') : ok(QUIET)))
      .on('sweepNow', () => refused('unreachable', 'The work could not be queued.'));
    const page = await openTab(backend);
    await page.getByText('The state could not be read.').waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Sweep now' }).click();
    await page.getByText('The sweep could not be asked for.').waitFor();
  });

  it('has nothing that axe objects to, light and dark', async () => {
    const page = await openTab(healthy(TROUBLED));
    await page.getByText('3 more in the ledger.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate("document.documentElement.dataset.colorMode = 'dark'");
    expect(await violations(page, 'color-contrast')).toEqual([]);
  });
});
