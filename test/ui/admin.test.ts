import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { describeInBrowser } from '../browser/describe-in-browser';
import { IN_USE, JUST_IN_FORCE } from './fixtures/admin';
import { administered } from './fixtures/admin-backend';
import { TEXT } from './fixtures/candidates';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

describeInBrowser('the policy tab', () => {
  it('shows only the clauses of a figure, or those that a search finds', async () => {
    const page = await session.open('admin', administered(JUST_IN_FORCE));
    await page.getByRole('button', { name: '3 enforced' }).click();
    expect(await page.locator('.clause-head strong').allInnerTexts()).toEqual(['GEN-4.1d', 'GEN-4.2a', 'GEN-4.3a']);
    await page.getByLabel('Search the clauses').fill('rollback EMERGENCY');
    expect(await page.locator('.clause-head strong').allInnerTexts()).toEqual(['GEN-4.1d']);
    await page.getByLabel('Search the clauses').fill('nothing like this');
    await page.getByText('No clause matches.').waitFor();
  });

  it('names what is still missing for the policy to do anything, and leads there', async () => {
    const page = await session.open('admin', administered(JUST_IN_FORCE));
    await page.getByText('No project is under change control').waitFor();
    await button(page, 'Open Setup').click();
    await page.getByRole('tab', { name: 'Setup', selected: true }).waitFor();
  });

  it('hands out the text of the policy in force as a file', async () => {
    const backend = administered(IN_USE);
    const page = await session.open('admin', backend);
    const downloading = page.waitForEvent('download');
    await button(page, 'Download its text').click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('GEN-1.0.yaml');
    expect(await readFile(await file.path(), 'utf8')).toBe(TEXT);
    expect(backend.payloadsOf('policyText')).toEqual([{ presetId: null }]);
  });
});

describeInBrowser('the approvers tab', () => {
  it('warns about roles that nobody is named for, with a deleted group, or without an active member', async () => {
    const page = await session.open('admin', administered(IN_USE));
    await tab(page, 'Approvers').click();
    expect(await page.locator('.warning > span:last-child').allInnerTexts()).toEqual([
      'A group that was named does not exist any more. Take it out.',
      'There is no active member, so nobody can give this approval.',
      'Nobody is named, so nobody can give this approval: changes that need it stop here.',
    ]);
  });

  it('saves by keyboard what was chosen, and nothing else', async () => {
    const backend = administered(IN_USE).on('saveRoles', () => ok(IN_USE));
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    await chooseOperations(page);
    await button(page, 'Save').click();
    await button(page, 'Save').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('saveRoles')).toEqual([
      { settingsRevision: 7, roles: { 'it-administrator': { groups: ['g-ops'], people: [], projectRoles: [] } } },
    ]);
  });

  it('saves groups, people and project roles of one role together, without what is gone', async () => {
    const backend = administered(IN_USE).on('saveRoles', () => ok(IN_USE));
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    await button(page, 'Remove Deleted group 5b1f0c').click();
    await page.getByLabel('Security Lead').click();
    await page.getByRole('option', { name: 'Carla Ortiz' }).click();
    await page.getByRole('option', { name: 'Administrators' }).click();
    await page.keyboard.press('Escape');
    await button(page, 'Save').click();
    await button(page, 'Save').waitFor({ state: 'detached' });
    const holders = { groups: ['g-sec'], people: ['acc-sam', 'acc-carla'], projectRoles: ['10004', '10002'] };
    expect(backend.payloadsOf('saveRoles')).toEqual([{ settingsRevision: 7, roles: { 'security-lead': holders } }]);
  });

  it('keeps the edits when somebody else was faster, and saves them on top of what is set now', async () => {
    const backend = administered(IN_USE).on('saveRoles', () =>
      refused('conflict', 'Somebody else changed the settings.'),
    );
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
      roles: { 'it-administrator': { groups: ['g-ops'], people: [], projectRoles: [] } },
    });
  });

  it('discards edits without a call', async () => {
    const backend = administered(IN_USE);
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    await chooseOperations(page);
    await button(page, 'Discard').click();
    expect(await button(page, 'Save').count()).toBe(0);
    expect(backend.payloadsOf('saveRoles')).toEqual([]);
  });
});

describeInBrowser('a role that is handed over', () => {
  it('goes from midnight to midnight on the clocks of the reader, the last day included', async () => {
    const backend = administered(IN_USE).on('delegate', () => ok(IN_USE));
    const page = await session.open('admin', backend, { timezone: 'Europe/Berlin' });
    await tab(page, 'Approvers').click();
    await pick(page, 'Role', 'Security Lead');
    await pick(page, 'Of', 'Sam Okafor');
    await pick(page, 'To', 'Dev Shah');
    await page.getByLabel('First day').fill('2026-03-28');
    await page.getByLabel('Last day').fill('2026-05-30');
    await button(page, 'Hand over').click();
    await page.getByText('That is 64 days; the policy lets a role be handed over for 30 at most.').waitFor();
    await page.getByLabel('Last day').fill('2026-03-29');
    await button(page, 'Hand over').click();
    await page.locator('[role="status"]', { hasText: 'The role is handed over.' }).waitFor({ state: 'attached' });
    expect(backend.payloadsOf('delegate')).toEqual([
      {
        settingsRevision: 7,
        role: 'security-lead',
        from: 'acc-sam',
        to: 'acc-dev',
        since: '2026-03-27T23:00:00.000Z',
        until: '2026-03-29T22:00:00.000Z',
      },
    ]);
  });

  it('is listed with its days, ends when asked twice, and stays while that is refused', async () => {
    const backend = administered(IN_USE).on('endDelegation', () => refused('moved-on', 'Somebody else was faster.'));
    const page = await session.open('admin', backend);
    await tab(page, 'Approvers').click();
    expect(await page.locator('.delegation p').allTextContents()).toEqual([
      'Dev Shah for Carla Ortiz as CTO now',
      '1 Mar 2026 to 9 Mar 2026',
      'Dev Shah for Carla Ortiz as CTO later',
      '1 Apr 2026 to 3 Apr 2026',
    ]);
    await button(page, 'Take back: Dev Shah for Carla Ortiz as CTO').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await dialog.getByText('Somebody else was faster.').waitFor();
    backend.on('endDelegation', () => ok({ ...IN_USE, delegations: [] }));
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('No role is handed over now or later.').waitFor();
    expect(backend.payloadsOf('endDelegation')[1]).toEqual({
      settingsRevision: 7,
      role: 'cto',
      from: 'acc-carla',
      to: 'acc-dev',
      since: '2026-04-01T00:00:00.000Z',
    });
  });

  it('is not offered where the policy does not allow it', async () => {
    const page = await session.open('admin', administered(JUST_IN_FORCE));
    await tab(page, 'Approvers').click();
    await page.getByText('The policy in force does not let its roles be handed over.').waitFor();
    expect(await button(page, 'Hand over').count()).toBe(0);
  });
});

describeInBrowser('the change log tab', () => {
  it('takes the space that was chosen', async () => {
    const backend = administered(JUST_IN_FORCE).on('chooseSpace', () => ok(IN_USE));
    const page = await session.open('admin', backend);
    await tab(page, 'Change log').click();
    await page.getByLabel('Space', { exact: true }).click();
    await page.getByRole('option', { name: 'Operations (OPS)' }).click();
    await button(page, 'Keep the change log here').click();
    await page.getByText('1 page needs you. 2 records stand on no page yet.').waitFor();
    expect(backend.payloadsOf('chooseSpace')).toEqual([{ settingsRevision: 1, spaceId: '102' }]);
  });

  it('says how each page is, and asks with what is lost before one is given up', async () => {
    const backend = administered(IN_USE).on('giveUpPage', () => ok(IN_USE));
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
    const backend = administered(IN_USE)
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

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
