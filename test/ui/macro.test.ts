import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { describeInBrowser } from '../browser/describe-in-browser';
import { FIRST_PAGE, NO_ROWS, SECOND_PAGE } from './fixtures/macro';
import { cspViolations, openedPaths } from './screen';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused, UiBackend } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const NOTHING_LEFT_OUT = { text: '', type: null, stage: null };
const listing = (answer: unknown) => new UiBackend().on('listRecords', () => ok(answer));
const keys = (page: Page) => page.locator('tbody th').allInnerTexts();

describeInBrowser('the change log', () => {
  it('lists the records with names and opens the issue in Jira', async () => {
    const page = await session.open('macro', listing(FIRST_PAGE));
    await page.getByRole('link', { name: 'CHG-812' }).click();
    expect(await keys(page)).toEqual(['CHG-812', 'CHG-811', 'CHG-810']);
    expect(await page.locator('tbody tr').first().locator('td').allInnerTexts()).toEqual([
      'Move the payment queue to the new cluster',
      'Normal',
      'High',
      'Maya Chen',
      'Sam Okafor and Carla Ortiz',
      '27 Feb 2026, 20:30 UTC (5 days ago)',
      'Closed\n\nSuccessful',
      '812',
    ]);
    expect(await openedPaths(page)).toEqual(['new-tab /browse/CHG-812']);
    expect(await cspViolations(page)).toEqual([]);
  });

  it('loads more from where the page before ended', async () => {
    const backend = listing(FIRST_PAGE);
    const page = await session.open('macro', backend);
    await page.getByText('3 changes so far', { exact: true }).waitFor();
    backend.on('listRecords', () => ok(SECOND_PAGE));
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('5 changes', { exact: true }).waitFor();
    expect(await keys(page)).toEqual(['CHG-812', 'CHG-811', 'CHG-810', 'CHG-809', 'CHG-808']);
    expect(backend.payloadsOf('listRecords')).toEqual([
      { filter: NOTHING_LEFT_OUT, cursor: null },
      { filter: NOTHING_LEFT_OUT, cursor: 'after-810' },
    ]);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });

  it('reads on by itself over a page that the filter left empty', async () => {
    const pages = [{ ...NO_ROWS, cursor: 'further' }, SECOND_PAGE];
    const page = await session.open(
      'macro',
      new UiBackend().on('listRecords', () => ok(pages.shift())),
    );
    await page.getByText('2 changes', { exact: true }).waitFor();
  });

  it('asks once the typing pauses, for words, type and stage together', async () => {
    const backend = listing(FIRST_PAGE);
    const page = await session.open('macro', backend);
    await page.getByText('3 changes so far', { exact: true }).waitFor();
    backend.on('listRecords', () => ok(SECOND_PAGE));
    await page.getByLabel('Words in key or summary').pressSequentially('cert');
    await page.getByText('2 changes', { exact: true }).waitFor();
    await page.getByLabel('Type').click();
    await page.getByRole('option', { name: 'Normal' }).click();
    await page.getByLabel('Ended as').click();
    await page.getByRole('option', { name: 'Rejected' }).click();
    await page.locator('.results[aria-busy="false"]').waitFor();
    const payloads = backend.payloadsOf('listRecords');
    expect(payloads.at(-1)).toEqual({ filter: { text: 'cert', type: 'Normal', stage: 'rejected' }, cursor: null });
    expect(payloads).not.toContainEqual({ filter: { ...NOTHING_LEFT_OUT, text: 'c' }, cursor: null });
  });

  it('says what will appear here and who sets it up when nothing is on record', async () => {
    const page = await session.open('macro', listing(NO_ROWS));
    await page.getByText('There is no change for you to see here').waitFor();
    await page.getByText('Jira admins set the log up').waitFor();
    expect(await page.getByRole('search').count()).toBe(0);
  });

  it('offers to clear a filter that nothing matches', async () => {
    const backend = listing(FIRST_PAGE);
    const page = await session.open('macro', backend);
    await page.getByText('3 changes so far', { exact: true }).waitFor();
    backend.on('listRecords', () => ok(NO_ROWS));
    await page.getByLabel('Words in key or summary').fill('zzz');
    await page.getByText('No change matches').waitFor();
    backend.on('listRecords', () => ok(FIRST_PAGE));
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await page.getByText('3 changes so far', { exact: true }).waitFor();
    expect(await page.getByLabel('Words in key or summary').inputValue()).toBe('');
  });

  it('keeps the rows when the rest cannot be read, and tries again', async () => {
    const backend = listing(FIRST_PAGE);
    const page = await session.open('macro', backend);
    await page.getByText('3 changes so far', { exact: true }).waitFor();
    backend.on('listRecords', () => refused('storage', 'The records could not be read.', 'ab12'));
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('The records could not be read.').waitFor();
    expect(await keys(page)).toHaveLength(3);
    backend.on('listRecords', () => ok(SECOND_PAGE));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('5 changes', { exact: true }).waitFor();
  });

  it('fits a phone', async () => {
    const page = await session.open('macro', listing(FIRST_PAGE), { width: 320 });
    await page.getByText('3 changes so far', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});
