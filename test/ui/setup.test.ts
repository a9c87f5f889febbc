import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { describeInBrowser } from '../browser/describe-in-browser';
import { violations } from './axe';
import { FIRST_RUN, IN_USE } from './fixtures/admin';
import { administered } from './fixtures/admin-backend';
import {
  COMPLETE,
  FIELD_MAP,
  FINISHED,
  GOVERNED,
  NOTHING_YET,
  ONE_GOVERNED,
  OPS,
  PLAN,
  RUNNING,
  STOPPED,
} from './fixtures/setup';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused, type UiBackend } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const setUp = (): UiBackend =>
  administered(IN_USE)
    .on('setup', () => ok(NOTHING_YET))
    .on('searchSetupProjects', () => ok([OPS]))
    .on('planSetup', () => ok(PLAN));

async function openTab(backend: UiBackend, width?: number): Promise<Page> {
  const page = await session.open('admin', backend, width === undefined ? {} : { width });
  await page.getByRole('tab', { name: 'Setup' }).click();
  return page;
}

async function chooseOps(page: Page): Promise<void> {
  await page.getByLabel('Company-managed project').fill('ops');
  await page.getByText('Operations (OPS)').click();
  await page.getByRole('heading', { name: 'Operations (OPS)' }).waitFor();
}

describeInBrowser('the setup tab', () => {
  it('says what each step touches before anything is made, and makes nothing until it is agreed to', async () => {
    const backend = setUp();
    const page = await openTab(backend);
    await page.getByText('No project was set up here yet.').waitFor();
    await chooseOps(page);
    await page.getByText('39 of 41 steps are missing. Nothing is made until you say so.').waitFor();
    await page.getByText('which 2 other projects have, to a copy of its own.').waitFor();
    await page.getByText('A new workflow, for this project only, with the gates on its transitions.').waitFor();
    await button(page, 'Show the names under Fields').click();
    await page.getByText('Change type (there before, used as it is)').waitFor();
    await button(page, 'Put OPS under change control…').click();
    await button(page, 'Cancel').click();
    expect(backend.payloadsOf('startSetup')).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it('shows how far the work is until it has finished, and then where to look', async () => {
    const looks = [RUNNING, FINISHED];
    const backend = setUp()
      .on('startSetup', () => ok(RUNNING))
      .on('setupProgress', () => {
        const look = looks.shift() ?? FINISHED;
        if (look === FINISHED) backend.on('planSetup', () => ok(COMPLETE)).on('setup', () => ok(ONE_GOVERNED));
        return ok(look);
      });
    const page = await openTab(backend);
    await chooseOps(page);
    await button(page, 'Put OPS under change control…').click();
    await button(page, 'Put it under change control').click();
    const bar = page.getByRole('progressbar', { name: 'Setting OPS up' });
    await bar.waitFor();
    expect(await bar.getAttribute('value')).toBe('12');
    expect(await page.getByRole('list', { name: 'What the project consists of' }).count()).toBe(0);
    await page.getByText('Everything is there: this project is under change control.').waitFor();
    await page.getByRole('link', { name: 'Open OPS' }).waitFor();
    await page.getByRole('cell', { name: 'Jonas Weber' }).waitFor();
    expect(backend.payloadsOf('startSetup')).toEqual([{ projectId: '10000' }]);
    expect(await violations(page)).toEqual([]);
  });

  it('says why the work has stopped, and goes on when asked', async () => {
    const backend = setUp()
      .on('planSetup', () => ok({ ...PLAN, progress: STOPPED }))
      .on('goOnWithSetup', () => ok(RUNNING))
      .on('setupProgress', () => ok(RUNNING));
    const page = await openTab(backend, 360);
    await chooseOps(page);
    await page.getByText('Jira does not allow the app to change its configuration.').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, 'Go on').click();
    await page.getByText('The work has stopped').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('goOnWithSetup')).toEqual([{ projectId: '10000' }]);
  });

  it('says before a policy is in force what to do first, and leads there', async () => {
    const page = await openTab(setUp().on('getAdmin', () => ok(FIRST_RUN)));
    await page.getByText('its gates stay shut').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Choose a policy first' }).click();
    await page.getByText('No change policy is in force yet').waitFor();
    await page.getByRole('tab', { name: 'Policy', selected: true }).waitFor();
  });

  it('tells what a project lacks that was set up before the policy in force, and makes only that', async () => {
    const before = { ...GOVERNED, since: '2026-03-01T09:00:00.000Z' };
    const lacking = { ...COMPLETE, done: 39, governed: before };
    const backend = setUp()
      .on('setup', () => ok({ ...ONE_GOVERNED, governed: [before] }))
      .on('planSetup', () => ok(lacking));
    const page = await openTab(backend);
    await page.getByText('Lacks 2 things that the policy in force asks for.').waitFor();
    await button(page, 'Look at the set-up of OPS').click();
    await page.getByText('2 of 41 steps are missing.').waitFor();
    await button(page, 'Make what OPS lacks…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make it', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('cannot be started while something stands in the way, and says what to do instead', async () => {
    const words = 'This project is team-managed. Choose a company-managed project, or create one here.';
    const page = await openTab(setUp().on('planSetup', () => ok({ ...PLAN, obstacles: [words] })));
    await chooseOps(page);
    await page.getByText(words).waitFor();
    expect(await button(page, 'Put OPS under change control…').isDisabled()).toBe(true);
  });

  it('creates a project and looks at it, and keeps what was typed when Jira refuses it', async () => {
    const backend = setUp().on('createSetupProject', () => refused('bad-request', 'The key is taken.'));
    const page = await openTab(backend);
    await button(page, 'Create a project…').click();
    await page.getByLabel('Name of the project').fill('Operations');
    await page.getByLabel('Key').fill('ops');
    await button(page, 'Create the project').click();
    await page.getByText('The key is taken.').waitFor();
    expect(await violations(page)).toEqual([]);
    backend.on('createSetupProject', () => ok(OPS));
    await button(page, 'Create the project').click();
    await page.getByRole('heading', { name: 'Operations (OPS)' }).waitFor();
    expect(backend.payloadsOf('createSetupProject')).toEqual([
      { key: 'OPS', name: 'Operations' },
      { key: 'OPS', name: 'Operations' },
    ]);
  });

  it('moves a part of a change to another field, and saves only that', async () => {
    const backend = setUp()
      .on('fieldMap', () => ok(FIELD_MAP))
      .on('saveFieldMap', () => ok({ ...FIELD_MAP, revision: 4 }));
    const page = await openTab(backend);
    await button(page, 'Show the field map').click();
    await page.getByLabel('Scope').selectOption('What is touched');
    await page.getByText('1 part moves').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, 'Save the field map').click();
    await page.getByText('1 part moves').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('saveFieldMap')).toEqual([{ revision: 3, fields: { scope: 'customfield_10002' } }]);
  });
});
