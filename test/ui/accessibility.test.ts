import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { describeInBrowser } from '../browser/describe-in-browser';
import { AXE, violations } from './axe';
import { FIRST_RUN, IN_USE, JUST_IN_FORCE } from './fixtures/admin';
import { administered } from './fixtures/admin-backend';
import { DEAD_END, FIRST_CHANGES, LAST_CHANGES, TEXT, UNREADABLE } from './fixtures/candidates';
import { FIRST_PAGE, NO_ROWS } from './fixtures/macro';
import { APPROVED_BY_ME, BLOCKED, CLOSED, REJECTED, TO_APPROVE, UNKNOWN } from './fixtures/panel';
import {
  ALL_VOTES,
  BLOCKED_BY_TIME,
  HANDED_OVER,
  IN_A_FREEZE,
  NEWEST,
  OVERDUE,
  RUNNING,
  TO_EXPEDITE,
  TO_GRANT,
} from './fixtures/panel-states';
import { cspViolations } from './screen';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused, UiBackend } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(AXE), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

interface State {
  readonly name: string;
  readonly entry: 'panel' | 'admin' | 'macro';
  readonly backend: UiBackend;
  /** What brings the screen into the state; it is there when this resolves. */
  readonly reach: (page: Page) => Promise<unknown>;
}

const panel = (view: unknown) => new UiBackend().on('getPanel', () => ok(view));
const text = (words: string) => (page: Page) => page.getByText(words).first().waitFor();
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const STATES: readonly State[] = [
  {
    name: 'a blocked change with a clause open',
    entry: 'panel',
    backend: panel(BLOCKED),
    reach: async (page) => {
      await click(page, 'Clause GEN-4.1d');
      await click(page, '3 more are done');
    },
  },
  {
    name: 'a decline without its reason',
    entry: 'panel',
    backend: panel(TO_APPROVE),
    reach: async (page) => {
      await click(page, 'Decline…');
      await click(page, 'Decline');
      await text('Say why')(page);
    },
  },
  { name: 'a change that may go on', entry: 'panel', backend: panel(APPROVED_BY_ME), reach: text('Ready') },
  { name: 'a change that could not be checked', entry: 'panel', backend: panel(UNKNOWN), reach: text('could not be') },
  { name: 'a closed change', entry: 'panel', backend: panel(CLOSED), reach: text('Closed, and on record') },
  { name: 'a rejected change', entry: 'panel', backend: panel(REJECTED), reach: text('Rejected, and on record') },
  {
    name: 'votes of all kinds with what changed',
    entry: 'panel',
    backend: panel(ALL_VOTES),
    reach: (page) => click(page, 'See what changed'),
  },
  {
    name: 'an emergency about to be expedited',
    entry: 'panel',
    backend: panel(TO_EXPEDITE),
    reach: (page) => click(page, 'Expedite…'),
  },
  {
    name: 'an emergency with a term to keep',
    entry: 'panel',
    backend: panel(RUNNING),
    reach: text('due in 3 hours'),
  },
  {
    name: 'an overdue emergency',
    entry: 'panel',
    backend: panel(OVERDUE),
    reach: (page) => click(page, 'Clause GEN-8b'),
  },
  { name: 'a change blocked by time', entry: 'panel', backend: panel(BLOCKED_BY_TIME), reach: text('Blocked by time') },
  {
    name: 'a change in a freeze with an exception half asked for',
    entry: 'panel',
    backend: panel(IN_A_FREEZE),
    reach: async (page) => {
      await click(page, 'Window and conflicts (2 in the way)');
      await click(page, 'Exceptions');
      await click(page, 'Ask for an exception…');
      await click(page, 'Ask');
      await text('Choose from what')(page);
    },
  },
  {
    name: 'an exception to be granted',
    entry: 'panel',
    backend: panel(TO_GRANT),
    reach: async (page) => {
      await click(page, 'Exceptions (1 asked for)');
      await click(page, 'Approve again…');
    },
  },
  {
    name: 'own roles and the history',
    entry: 'panel',
    backend: panel(HANDED_OVER).on('getHistory', () => ok(NEWEST)),
    reach: async (page) => {
      await click(page, 'History');
      await text('Checked.')(page);
      await click(page, 'Your roles');
      await click(page, 'End it: Dev Shah as CTO');
      await click(page, 'Hand a role over…');
      await click(page, 'Hand over');
      await text('Choose the role')(page);
    },
  },
  {
    name: 'a change that the reader may not see',
    entry: 'panel',
    backend: new UiBackend().on('getPanel', () => refused('not-found', 'There is no such change.')),
    reach: text('You cannot see this change'),
  },
  { name: 'no policy', entry: 'panel', backend: panel({ state: 'no-policy' }), reach: text('No change policy') },
  {
    name: 'another kind of issue',
    entry: 'panel',
    backend: panel({ state: 'not-a-change-request' }),
    reach: text('not a change request'),
  },
  {
    name: 'a failed panel',
    entry: 'panel',
    backend: new UiBackend().on('getPanel', () => refused('down', 'Jira did not answer.', '8f2c')),
    reach: text('Jira did not answer.'),
  },
  {
    name: 'a panel that loads',
    entry: 'panel',
    backend: new UiBackend().on('getPanel', () => new Promise(() => undefined)),
    reach: text('Checking this change'),
  },
  {
    name: 'the first run with a dead end',
    entry: 'admin',
    backend: administered(FIRST_RUN).on('checkCandidate', () => ok(DEAD_END)),
    reach: async (page) => {
      await click(page, 'Choose Generic change management policy');
      await click(page, 'With one person away: 1 warning');
      await click(page, 'Clause GEN-6');
    },
  },
  {
    name: 'the questions of a policy',
    entry: 'admin',
    backend: administered(FIRST_RUN),
    reach: async (page) => {
      await click(page, 'Choose Policy with open questions');
      await page.getByLabel('3. How long').fill('x');
      await page.getByLabel('In these times').check();
      await page.getByLabel('From').fill('2026-12-20T00:00');
      await page.getByLabel('Until').fill('2026-12-10T00:00');
      await text('It must end after it begins.')(page);
    },
  },
  {
    name: 'a text that cannot be read',
    entry: 'admin',
    backend: administered(FIRST_RUN).on('checkCandidate', () => ok(UNREADABLE)),
    reach: async (page) => {
      await click(page, 'Write your own policy');
      await page.getByLabel('The policy, in YAML or JSON').fill(TEXT);
      await click(page, 'Check');
      await click(page, 'Line 6, column 14');
    },
  },
  {
    name: 'the question before a policy is put in force',
    entry: 'admin',
    backend: administered(IN_USE)
      .on('previewSwitch', () => ok(LAST_CHANGES))
      .on('putInForce', () => refused('moved-on', 'This is not the policy that was checked.')),
    reach: async (page) => {
      await click(page, 'Put another policy in force');
      await click(page, 'Choose Generic change management policy');
      await click(page, 'Put in force…');
      await page.getByRole('dialog').getByRole('button', { name: 'Put in force' }).click();
      await text('This is not the policy that was checked.')(page);
    },
  },
  {
    name: 'open changes that would be stuck',
    entry: 'admin',
    backend: administered(IN_USE).on('previewSwitch', () => ok({ ...FIRST_CHANGES, cursor: null })),
    reach: async (page) => {
      await click(page, 'Put another policy in force');
      await click(page, 'Choose Generic change management policy');
      await text('CHG-12')(page);
    },
  },
  { name: 'the policy tab', entry: 'admin', backend: administered(JUST_IN_FORCE), reach: text('Nobody holds') },
  {
    name: 'the approvers tab with a conflict',
    entry: 'admin',
    backend: administered(IN_USE).on('saveRoles', () => refused('moved-on', 'Somebody else changed the settings.')),
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Approvers' }).click();
      await click(page, 'Over (1)');
      await click(page, 'Hand over');
      await page.getByLabel('CTO', { exact: true }).click();
      await page.getByRole('option', { name: 'operations' }).click();
      await page.keyboard.press('Escape');
      await click(page, 'Save');
      await text('Somebody else changed the settings.')(page);
    },
  },
  {
    name: 'the change log tab',
    entry: 'admin',
    backend: administered({ ...IN_USE, unreadable: ['policy: not JSON'] }),
    reach: (page) => page.getByRole('tab', { name: 'Change log' }).click(),
  },
  {
    name: 'the macro with records',
    entry: 'macro',
    backend: new UiBackend().on('listRecords', () => ok(FIRST_PAGE)),
    reach: text('3 changes so far'),
  },
  {
    name: 'the macro without records',
    entry: 'macro',
    backend: new UiBackend().on('listRecords', () => ok(NO_ROWS)),
    reach: text('There is no change for you to see here'),
  },
];

describeInBrowser('axe finds nothing to object to', () => {
  it.each(STATES)('in $name, light and dark', async ({ entry, backend, reach }) => {
    const page = await session.open(entry, backend, { width: 1024 });
    await reach(page);
    expect({ light: await violations(page) }).toEqual({ light: [] });
    await page.evaluate("document.documentElement.dataset.colorMode = 'dark'");
    // Of all that axe looks at, only the colours depend on the theme.
    expect({ dark: await violations(page, 'color-contrast') }).toEqual({ dark: [] });
    expect(await cspViolations(page)).toEqual([]);
  });

  it('and does find seeded buttons without a name, in the page and in a frame of it', async () => {
    const page = await session.open('panel', panel(BLOCKED));
    await text('Blocked')(page);
    await page.evaluate(`
      const frame = document.createElement('iframe');
      frame.title = 'A frame';
      frame.srcdoc = '<html lang="en"><title>A frame</title><main><h1>A frame</h1><button class="inner"></button></main>';
      document.querySelector('main').append(document.createElement('button'), frame);
    `);
    await page.frameLocator('iframe').locator('.inner').waitFor();
    expect(await violations(page)).toEqual([
      'button-name: <button></button>',
      'button-name: <button class="inner"></button>',
    ]);
  });
});
