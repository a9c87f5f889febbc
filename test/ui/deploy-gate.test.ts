import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type DeployGatesView } from '../../src/contracts/api/deploy-api';
import { DEPLOY_SCRIPT } from '../../src/contracts/deploy-script';
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

const NONE: DeployGatesView = { revision: 0, url: 'https://example.org/public/abc', gates: [], names: {} };
const gate = { projectKey: 'CHG', since: '2026-03-02T09:00:00.000Z', by: 'acc-jonas', previousUntil: null };
const ONE: DeployGatesView = { ...NONE, revision: 4, gates: [gate], names: { 'acc-jonas': 'Jonas Weber' } };
const REPLACED: DeployGatesView = {
  ...ONE,
  revision: 5,
  gates: [{ ...gate, previousUntil: '2026-03-03T09:00:00.000Z' }],
};
const PROJECTS = [
  { key: 'CHG', name: 'Changes' },
  { key: 'OPS', name: 'Operations' },
];

const gates = (view: DeployGatesView) =>
  administered(IN_USE)
    .on('deployGates', () => ok(view))
    .on('searchDeployProjects', () => ok(PROJECTS));

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openTab(backend: UiBackend): Promise<Page> {
  const page = await session.open('admin', backend);
  await page.getByRole('tab', { name: 'Deploy gate' }).click();
  return page;
}

async function chooseProject(page: Page, name: string): Promise<void> {
  await page.getByLabel('Project', { exact: true }).click();
  await page.getByRole('option', { name }).click();
}

describeInBrowser('the tab of the deploy gate', () => {
  it('says where the gate is and how to ask it, also while no project has a secret', async () => {
    const page = await openTab(gates(NONE));
    await page.getByText('No project has a secret yet, so nobody can ask the gate.').waitFor();
    expect(await page.locator('pre').allInnerTexts()).toEqual([NONE.url, DEPLOY_SCRIPT]);
  });

  it('makes a secret for a project and shows it until it is stored', async () => {
    const backend = gates(NONE).on('makeDeploySecret', () => ok({ secret: 'ccdg_only-once', gates: ONE }));
    const page = await openTab(backend);
    await chooseProject(page, 'Changes (CHG)');
    await button(page, 'Make a secret').click();
    await page.getByRole('alert').getByText('The secret of CHG is shown only this once').waitFor();
    expect(await page.locator('pre').first().innerText()).toBe('ccdg_only-once');
    expect(backend.payloadsOf('makeDeploySecret')).toEqual([{ revision: 0, projectKey: 'CHG' }]);
    await button(page, 'I have stored it').click();
    expect(await page.getByText('ccdg_only-once').count()).toBe(0);
    await page.getByRole('row', { name: 'CHG' }).getByText('Jonas Weber').waitFor();
  });

  it('makes no second secret for a project by the form: that is what Replace is for', async () => {
    const page = await openTab(gates(ONE));
    await chooseProject(page, 'Changes (CHG)');
    await page.getByText('This project has a secret already. Replace it in the table above.').waitFor();
    expect(await button(page, 'Make a secret').isDisabled()).toBe(true);
    await chooseProject(page, 'Operations (OPS)');
    expect(await button(page, 'Make a secret').isEnabled()).toBe(true);
  });

  it('replaces a secret after asking, announces the new one and says how long the old one works', async () => {
    const backend = gates(ONE).on('makeDeploySecret', () => ok({ secret: 'ccdg_the-next-one', gates: REPLACED }));
    const page = await openTab(backend);
    await button(page, 'Replace the secret of CHG…').click();
    await page.getByText('goes on working for 24 hours').waitFor();
    expect(backend.payloadsOf('makeDeploySecret')).toEqual([]);
    await button(page, 'Make a new one').click();
    await page.getByRole('alert').getByText('ccdg_the-next-one').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByText('The one before works until').count()).toBe(1);
    expect(backend.payloadsOf('makeDeploySecret')).toEqual([{ revision: 4, projectKey: 'CHG' }]);
  });

  it('revokes a secret after asking, and changes nothing when it is left', async () => {
    const backend = gates(ONE).on('revokeDeploySecret', () => ok(NONE));
    const page = await openTab(backend);
    await button(page, 'Revoke the secret of CHG…').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('revokeDeploySecret')).toEqual([]);
    await button(page, 'Revoke the secret of CHG…').click();
    await button(page, 'Revoke it').click();
    await page.getByText('No project has a secret yet').waitFor();
    expect(backend.payloadsOf('revokeDeploySecret')).toEqual([{ revision: 4, projectKey: 'CHG' }]);
  });

  it('shows what somebody else did meanwhile when it is told that it came too late', async () => {
    let view = ONE;
    const backend = gates(ONE)
      .on('deployGates', () => ok(view))
      .on('revokeDeploySecret', () => refused('moved-on', 'Somebody else changed the secrets.'));
    const page = await openTab(backend);
    await button(page, 'Revoke the secret of CHG…').click();
    await button(page, 'Revoke it').click();
    await page.getByText('Somebody else changed the secrets.').waitFor();
    view = NONE;
    await button(page, 'Look again').click();
    await page.getByText('No project has a secret yet').waitFor();
  });

  it('says so when the secrets cannot be read, and reads them again', async () => {
    let isDown = true;
    const backend = gates(ONE).on('deployGates', () => (isDown ? refused('down', 'The storage is busy.') : ok(ONE)));
    const page = await openTab(backend);
    await page.getByText('The secrets could not be read.').waitFor();
    isDown = false;
    await button(page, 'Try again').click();
    await button(page, 'Revoke the secret of CHG…').waitFor();
  });

  it('can revoke a secret also where nobody says where the gate is', async () => {
    const page = await openTab(gates({ ...ONE, url: null }));
    await page.getByText('Atlassian does not say at the moment where the gate is.').waitFor();
    expect(await button(page, 'Revoke the secret of CHG…').isEnabled()).toBe(true);
  });

  it('has nothing that axe objects to with a secret on the page, or a question that failed, light and dark', async () => {
    const backend = gates(REPLACED)
      .on('makeDeploySecret', () => ok({ secret: 'ccdg_only-once', gates: REPLACED }))
      .on('revokeDeploySecret', () => refused('unreachable', 'The storage is busy.'));
    const page = await openTab(backend);
    await chooseProject(page, 'Operations (OPS)');
    await button(page, 'Make a secret').click();
    await page.getByText('ccdg_only-once').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, 'Revoke the secret of CHG…').click();
    await button(page, 'Revoke it').click();
    await page.getByText('The storage is busy.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate("document.documentElement.dataset.colorMode = 'dark'");
    expect(await violations(page, 'color-contrast')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await violations(page, 'color-contrast')).toEqual([]);
  });
});
