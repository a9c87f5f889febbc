import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type AdminView } from '../../src/contracts/api/admin-api';
import { describeInBrowser } from '../browser/describe-in-browser';
import { FIRST_RUN, GROUPS, IN_USE, JUST_IN_FORCE, PREVIEW, SPACES } from './fixtures/admin';
import { cspViolations } from './screen';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused, UiBackend } from './ui-backend';

jest.setTimeout(30_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const showing = (admin: AdminView) =>
  new UiBackend()
    .on('getAdmin', () => ok(admin))
    .on('previewPolicy', () => ok(PREVIEW))
    .on('searchGroups', () => ok(GROUPS))
    .on('searchSpaces', () => ok(SPACES));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

describeInBrowser('the first run', () => {
  it('lets the admin read a policy, asks before it is put in force, and then shows it', async () => {
    const backend = showing(FIRST_RUN).on('putInForce', () => ok(JUST_IN_FORCE));
    const page = await session.open('admin', backend);
    await button(page, 'Read it').click();
    await page.getByText('All changes must include a rollback plan.').waitFor();
    await button(page, 'Put in force…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('every transition of a change request in Jira is checked').waitFor();
    expect(backend.payloadsOf('putInForce')).toEqual([]);
    await dialog.getByRole('button', { name: 'Put in force' }).click();
    await page.getByText('Nobody holds: Security Lead, CTO').waitFor();
    expect(backend.payloadsOf('putInForce')).toEqual([{ presetId: 'GEN' }]);
    expect(await cspViolations(page)).toEqual([]);
  });

  it('changes nothing when the admin cancels, and puts the focus back', async () => {
    const backend = showing(FIRST_RUN);
    const page = await session.open('admin', backend);
    await button(page, 'Put in force…').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect(focusedText(page)).resolves.toBe('Put in force…');
    expect(backend.payloadsOf('putInForce')).toEqual([]);
  });

  it('keeps the dialog open with the reason when it is refused', async () => {
    const backend = showing(FIRST_RUN).on('putInForce', () =>
      refused('conflict', 'Another policy was just put in force.'),
    );
    const page = await session.open('admin', backend);
    await button(page, 'Put in force…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put in force' }).click();
    await page.getByRole('dialog').getByText('Another policy was just put in force.').waitFor();
  });
});

describeInBrowser('the policy tab', () => {
  it('shows only the clauses of a figure, or those that a search finds', async () => {
    const page = await session.open('admin', showing(JUST_IN_FORCE));
    await page.getByRole('button', { name: '3 enforced' }).click();
    expect(await page.locator('.clause-head strong').allInnerTexts()).toEqual(['GEN-4.1d', 'GEN-4.2a', 'GEN-4.3a']);
    await page.getByLabel('Search the clauses').fill('rollback EMERGENCY');
    expect(await page.locator('.clause-head strong').allInnerTexts()).toEqual(['GEN-4.1d']);
    await page.getByLabel('Search the clauses').fill('nothing like this');
    await page.getByText('No clause matches.').waitFor();
  });
});

describeInBrowser('the approvers tab', () => {
  it('warns about roles without a group, with a deleted group, or with nobody', async () => {
    const page = await session.open('admin', showing(IN_USE));
    await tab(page, 'Approvers').click();
    expect(await page.locator('.warning > span:last-child').allInnerTexts()).toEqual([
      'A mapped group was deleted in Jira. Take it out and choose another.',
      'The mapped groups have no active member, so nobody can give this approval.',
      'No group is mapped, so nobody can give this approval: changes that need it stop here.',
    ]);
  });

  it('saves by keyboard what was chosen, and nothing else', async () => {
    const backend = showing(IN_USE).on('saveRoles', () => ok(IN_USE));
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    await chooseOperations(page);
    await button(page, 'Save').click();
    await button(page, 'Save').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('saveRoles')).toEqual([
      { settingsRevision: 7, roleGroups: { 'it-administrator': ['g-ops'] } },
    ]);
  });

  it('keeps the edits when somebody else was faster, and saves them on top of what is set now', async () => {
    const backend = showing(IN_USE).on('saveRoles', () => refused('conflict', 'Somebody else changed the settings.'));
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    await chooseOperations(page);
    await button(page, 'Save').click();
    await page.getByText('Somebody else changed the settings.').waitFor();
    backend.on('getAdmin', () => ok({ ...IN_USE, settingsRevision: 8 })).on('saveRoles', () => ok(IN_USE));
    await button(page, 'Show what is set now').click();
    await page.getByText('Somebody else changed the settings.').waitFor({ state: 'detached' });
    await tab(page, 'Policy').click();
    await tab(page, 'Approvers (not saved)').click();
    await button(page, 'Save').click();
    await button(page, 'Save').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('saveRoles')[1]).toEqual({
      settingsRevision: 8,
      roleGroups: { 'it-administrator': ['g-ops'] },
    });
  });

  it('discards edits without a call', async () => {
    const backend = showing(IN_USE);
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    await chooseOperations(page);
    await button(page, 'Discard').click();
    expect(await button(page, 'Save').count()).toBe(0);
    expect(backend.payloadsOf('saveRoles')).toEqual([]);
  });
});

describeInBrowser('the change log tab', () => {
  it('takes the space that was chosen', async () => {
    const backend = showing(JUST_IN_FORCE).on('chooseSpace', () => ok(IN_USE));
    const page = await session.open('admin', backend);
    await tab(page, 'Change log').click();
    await page.getByLabel('Space', { exact: true }).click();
    await page.getByRole('option', { name: 'Operations (OPS)' }).click();
    await button(page, 'Keep the change log here').click();
    await page.getByText('1 page needs you. 2 records stand on no page yet.').waitFor();
    expect(backend.payloadsOf('chooseSpace')).toEqual([{ settingsRevision: 1, spaceId: '102' }]);
  });

  it('says how each page is, and asks with what is lost before one is given up', async () => {
    const backend = showing(IN_USE).on('giveUpPage', () => ok(IN_USE));
    const page = await session.open('admin', backend);
    await tab(page, 'Change log').click();
    expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/March 2026[\s\S]*Waiting/),
      expect.stringMatching(/February 2026[\s\S]*Problem[\s\S]*The page was deleted in Confluence/),
      expect.stringMatching(/January 2026, part 2[\s\S]*January, second half[\s\S]*Renamed[\s\S]*Published/),
    ]);
    await button(page, 'Give up the page of February 2026…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Lost are notes that people wrote on the old page').waitFor();
    await dialog.getByRole('button', { name: 'Give the page up' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(backend.payloadsOf('giveUpPage')).toEqual([{ month: '2026-02', part: 0 }]);
  });

  it('says when publishing could not be started, and what the check of the ledger found', async () => {
    const backend = showing(IN_USE)
      .on('publishAgain', () => refused('confluence-down', 'Confluence did not answer in time.'))
      .on('checkLedger', () =>
        ok({ intact: false, entries: 904, head: '', brokenAt: 17, text: 'Entry 17 is not as it was written.' }),
      );
    const page = await session.open('admin', backend);
    await tab(page, 'Change log').click();
    await button(page, 'Publish again').click();
    await page.getByText('Confluence did not answer in time.').waitFor();
    await button(page, 'Verify the ledger').click();
    await page.getByText('Entry 17 is not as it was written.').waitFor();
    expect(await page.getByText('The ledger was altered').count()).toBe(1);
  });
});

async function chooseOperations(page: Page): Promise<void> {
  await page.getByLabel('IT Administrator').focus();
  await page.keyboard.type('oper');
  await page.getByRole('option', { name: 'operations' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function focusedText(page: Page): Promise<unknown> {
  await page.waitForFunction('document.activeElement !== document.body');
  return page.evaluate('document.activeElement.textContent');
}
