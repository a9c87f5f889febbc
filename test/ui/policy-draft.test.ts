import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { describeInBrowser } from '../browser/describe-in-browser';
import { FIRST_RUN, IN_USE, JUST_IN_FORCE } from './fixtures/admin';
import { administered } from './fixtures/admin-backend';
import { CLEAN, DEAD_END, FIRST_CHANGES, LAST_CHANGES, TEXT, UNREADABLE } from './fixtures/candidates';
import { HASH } from './fixtures/panel';
import { cspViolations, openedPaths } from './screen';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const GENERIC = { from: 'preset', presetId: 'GEN', answers: {} };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const bar = (page: Page) => page.getByRole('region', { name: 'Draft' });
const chooseGeneric = (page: Page) => button(page, 'Choose Generic change management policy').click();

describeInBrowser('the first run', () => {
  it('checks the chosen policy at once, asks before it is put in force, and then shows it', async () => {
    const backend = administered(FIRST_RUN).on('putInForce', () => ok(JUST_IN_FORCE));
    const page = await session.open('admin', backend);
    await chooseGeneric(page);
    await page.getByText('All changes must include a rollback plan.').waitFor();
    await bar(page).getByText('0 errors · 0 dead ends · 0 warnings · 0 open changes would be stuck').waitFor();
    await button(page, 'Put in force…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('No open change would be stuck.').waitFor();
    await dialog.getByText('This step goes on record with your name.').waitFor();
    expect(backend.payloadsOf('putInForce')).toEqual([]);
    await dialog.getByRole('button', { name: 'Put in force' }).click();
    await page.getByText('Nobody holds: Security Lead, CTO').waitFor();
    expect(backend.payloadsOf('putInForce')).toEqual([{ candidate: GENERIC, hash: HASH }]);
    const said = page.locator('[role="status"]', { hasText: 'Generic change management policy is in force.' });
    expect(await said.count()).toBe(1);
    await page.locator('#policy:focus').waitFor();
    expect(await cspViolations(page)).toEqual([]);
  });

  it('changes nothing when the admin cancels, and puts the focus back', async () => {
    const backend = administered(FIRST_RUN);
    const page = await session.open('admin', backend);
    await chooseGeneric(page);
    await button(page, 'Put in force…').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await button(page, 'Put in force…').and(page.locator(':focus')).waitFor();
    await button(page, 'Discard').click();
    await page.getByText('No change policy is in force yet').waitFor();
    expect(backend.payloadsOf('putInForce')).toEqual([]);
  });
});

describeInBrowser('the questions of a policy', () => {
  it('stay in view while they are open, and go to the backend as text', async () => {
    const backend = administered(FIRST_RUN);
    const page = await session.open('admin', backend, { timezone: 'Europe/Berlin' });
    await button(page, 'Choose Policy with open questions').click();
    await bar(page).getByText('5 of 5 questions are open · not checked yet').waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual([
      '[Name of the owner]',
      '[X years]',
      '[Define any change freeze periods.]',
    ]);
    await page.getByText('In the document: [Date]').waitFor();
    await page.getByLabel('1. Who owns this policy?').fill(' Head of IT ');
    await page.getByLabel('2. When was the policy last updated?').fill('2026-02-03');
    await page.getByLabel('3. How long are change records kept').fill('2 years');
    await page.getByText('Write a whole number of months, e.g. 24.').waitFor();
    await page.getByLabel('3. How long are change records kept').fill('24');
    await page.getByLabel('In these times').check();
    await button(page, 'Add a freeze').click();
    await button(page, 'Remove freeze 2').click();
    await page.getByLabel('Name', { exact: true }).fill('Year end');
    await page.getByLabel('From').fill('2026-12-20T18:00');
    await page.getByLabel('Until').fill('2026-12-10T06:00');
    await page.getByText('It must end after it begins.').waitFor();
    await button(page, 'Check').click();
    await bar(page).getByText('2 of 5 questions are open · 0 errors').waitFor();
    expect(await button(page, 'Put in force…').count()).toBe(0);
    await page.getByLabel('Until').fill('2027-01-04T06:00');
    await page.getByLabel('Clause 6: a freeze stops emergencies too').check();
    await bar(page).getByText('Draft · edited since the last check').waitFor();
    await button(page, 'Check again').click();
    await button(page, 'Put in force…').waitFor();
    const interval = { from: '2026-12-20T17:00:00.000Z', until: '2027-01-04T05:00:00.000Z' };
    const freeze = { id: 'freeze-1', title: 'Year end', kind: 'freeze', strength: 'hard', interval };
    const answers = {
      owner: 'Head of IT',
      'last-updated': '2026-02-03',
      retention: '24',
      freezes: JSON.stringify([freeze]),
      'emergency-in-freeze': 'prohibited',
    };
    expect(backend.payloadsOf('checkCandidate')[1]).toEqual({
      candidate: { from: 'preset', presetId: 'NOIM', answers },
    });
    await page.getByLabel('We have none').check();
    await button(page, 'Check again').click();
    await button(page, 'Put in force…').waitFor();
    expect(backend.payloadsOf('checkCandidate')[2]).toEqual({
      candidate: { from: 'preset', presetId: 'NOIM', answers: { ...answers, freezes: '[]' } },
    });
  });
});

describeInBrowser("a text of one's own", () => {
  it('that cannot be read shows where, and a click goes there', async () => {
    const page = await session.open(
      'admin',
      administered(FIRST_RUN).on('checkCandidate', () => ok(UNREADABLE)),
    );
    await button(page, 'Write your own policy').click();
    await page.getByLabel('The policy, in YAML or JSON').fill(TEXT);
    await button(page, 'Check').click();
    await bar(page).getByText('Draft · 2 problems').waitFor();
    await button(page, 'Line 6, column 14').click();
    expect(await page.evaluate('document.activeElement.selectionStart')).toBe(TEXT.indexOf('rollbackPlan'));
    expect(await button(page, 'Put in force…').count()).toBe(0);
  });

  it('starts from the policy in force, opens a file, and is not replaced or discarded unasked', async () => {
    const backend = administered(IN_USE);
    const page = await session.open('admin', backend);
    await button(page, 'Edit a draft of it').click();
    const area = page.getByLabel('The policy, in YAML or JSON');
    expect(await area.inputValue()).toBe(TEXT);
    await page
      .getByLabel('File with a policy')
      .setInputFiles({ name: 'own.yaml', mimeType: 'text/yaml', buffer: Buffer.from('id: FILE\n') });
    // The screen allows no evaluation of text, so what is awaited is looked at from here, from frame to frame.
    while ((await area.inputValue()) !== 'id: FILE\n') await page.evaluate('new Promise(requestAnimationFrame)');
    await page.getByLabel('Start from').click();
    await page.getByRole('option', { name: 'Policy with open questions' }).click();
    await button(page, 'Take its text').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await area.inputValue()).toBe('id: FILE\n');
    await page.getByRole('tab', { name: 'Approvers' }).click();
    await page.getByRole('tab', { name: 'Policy (draft)' }).click();
    await button(page, 'Discard').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard it' }).click();
    await button(page, 'Edit a draft of it').waitFor();
  });
});

describeInBrowser('a policy with a dead end', () => {
  it('cannot be put in force until somebody holds the role, who can be named right there', async () => {
    const backend = administered(FIRST_RUN)
      .on('checkCandidate', () => ok(DEAD_END))
      .on('saveRoles', () => ok({ ...FIRST_RUN, settingsRevision: 1 }));
    const page = await session.open('admin', backend);
    await chooseGeneric(page);
    await bar(page).getByText('1 error · 1 dead end · 2 warnings').waitFor();
    expect(await page.locator('.finding strong').allInnerTexts()).toEqual(['Error:', 'Dead end:', 'Warning:']);
    expect(await button(page, 'Put in force…').count()).toBe(0);
    expect(backend.payloadsOf('previewSwitch')).toEqual([]);
    await button(page, 'With one person away: 1 warning').click();
    await page.getByText('With Carla Ortiz away: Emergency changes').waitFor();
    backend.on('checkCandidate', () => ok(CLEAN));
    await page.getByLabel('IT Administrator').click();
    await page.getByRole('option', { name: 'Sam Okafor' }).click();
    await page.keyboard.press('Escape');
    await button(page, 'Save holders and check again').click();
    await button(page, 'Put in force…').waitFor();
    expect(backend.payloadsOf('saveRoles')).toEqual([
      { settingsRevision: 0, roles: { 'it-administrator': { groups: [], people: ['acc-sam'], projectRoles: [] } } },
    ]);
  });
});

describeInBrowser('the switch to another policy', () => {
  it('goes through the open changes page by page, can be stopped, and names those that would be stuck', async () => {
    const backend = administered(IN_USE).on('previewSwitch', (payload) =>
      isFirst(payload) ? ok(FIRST_CHANGES) : new Promise(() => undefined),
    );
    const page = await session.open('admin', backend);
    await button(page, 'Put another policy in force').click();
    await chooseGeneric(page);
    await page.getByText('Looking at the open changes: 10 looked at…').waitFor();
    expect(await button(page, 'Put in force…').isDisabled()).toBe(true);
    await button(page, 'Stop').click();
    await bar(page).getByText('1 open change would be stuck of the 10 looked at').waitFor();
    backend.on('previewSwitch', () => ok(LAST_CHANGES));
    await button(page, 'Go on').click();
    await page.getByText('13 open changes looked at; 2 would be stuck until what is newly asked is there:').waitFor();
    expect(backend.payloadsOf('previewSwitch').at(-1)).toEqual({ candidate: GENERIC, cursor: 'after-10' });
    expect(await page.locator('.newly-asked li').allInnerTexts()).toEqual([
      'Not yet approved by the CTO. (GEN-4.2a)',
      'Rollback trigger is empty. (GEN-4.1d)',
      'Test results should be filled in. (GEN-4.3a)',
    ]);
    await page.getByRole('link', { name: 'CHG-12' }).click();
    expect(await openedPaths(page)).toEqual(['new-tab /browse/CHG-12']);
  });

  it('keeps the draft when the policy has moved on, and offers to check it again', async () => {
    const backend = administered(IN_USE)
      .on('previewSwitch', (payload) => ok(isFirst(payload) ? FIRST_CHANGES : LAST_CHANGES))
      .on('putInForce', () => refused('moved-on', 'This is not the policy that was checked.'));
    const page = await session.open('admin', backend);
    await button(page, 'Put another policy in force').click();
    await chooseGeneric(page);
    await button(page, 'Put in force…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 open changes would be stuck until what is newly asked is there').waitFor();
    await dialog.getByRole('button', { name: 'Put in force' }).click();
    await dialog.getByText('This is not the policy that was checked.').waitFor();
    await dialog.getByRole('button', { name: 'Check again' }).click();
    await dialog.waitFor({ state: 'detached' });
    await bar(page).getByText('2 open changes would be stuck').waitFor();
    expect(backend.payloadsOf('checkCandidate')).toEqual([{ candidate: GENERIC }, { candidate: GENERIC }]);
  });
});

function isFirst(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'cursor' in payload && payload.cursor === null;
}
