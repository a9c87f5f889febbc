import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type Page } from 'playwright-core';
import { type PanelView } from '../../src/contracts/api/panel-api';
import { describeInBrowser } from '../browser/describe-in-browser';
import {
  APPROVED_BY_ME,
  BLOCKED,
  CLOSED,
  CLOSED_UNPUBLISHED,
  FINGERPRINT,
  HOSTILE,
  HOSTILE_TEXT,
  PLAN_EDITED,
  TO_APPROVE,
  UNMAPPED,
} from './fixtures/panel';
import {
  ALL_VOTES,
  BLOCKED_BY_TIME,
  HANDED_OVER,
  IN_A_FREEZE,
  NEWEST,
  OLDEST,
  OVERDUE,
  RUNNING,
  TO_EXPEDITE,
  TO_GRANT,
} from './fixtures/panel-states';
import { cspViolations, openedPaths } from './screen';
import { ScreenSession, STARTING_TAKES } from './screen-session';
import { ok, refused, UiBackend } from './ui-backend';

jest.setTimeout(60_000);

const session = new ScreenSession();
beforeAll(() => session.start(), STARTING_TAKES);
afterAll(() => session.stop());
afterEach(() => session.clear());

const showing = (panel: PanelView) => new UiBackend().on('getPanel', () => ok(panel));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page, name: string) => button(page, name).and(page.locator(':focus')).waitFor();

async function texts(page: Page, selector: string): Promise<string[]> {
  await page.locator(selector).first().waitFor();
  return page.locator(selector).allInnerTexts();
}

describeInBrowser('the panel of an engineer', () => {
  it('says what is missing first, what to do, whom to ask, and hides what is done behind a button', async () => {
    const page = await session.open('panel', showing(BLOCKED));
    expect(await texts(page, '.checklist-open')).toEqual([
      'Rollback trigger is empty.',
      'Not yet approved by the CTO.',
    ]);
    expect(await texts(page, '.waiting-list li')).toEqual([
      'CTO: Carla Ortiz or Dev Shah can approve. Waiting for 2 days.',
    ]);
    await button(page, '3 more are done').click();
    expect(await page.locator('.checklist-item').count()).toBe(5);
    expect(await page.locator('[aria-current="step"] .stage-title').innerText()).toContain('Assessment');
    expect(await cspViolations(page)).toEqual([]);
  });

  it('says of what an exception lets pass that it does', async () => {
    const [first, ...others] = BLOCKED.checklist.filter(({ state }) => state === 'met');
    const excepted = first ? [{ ...first, state: 'excepted' as const }] : [];
    const page = await session.open('panel', showing({ ...BLOCKED, checklist: [...others, ...excepted] }));
    await button(page, '3 are done').click();
    expect((await texts(page, '.checklist-words'))[0]).toBe('Description is filled in. (passed by an exception)');
  });

  it('says each thing once: who is waited for, or else that the step is refused', async () => {
    const waiting = await session.open('panel', showing(BLOCKED));
    await waiting.getByText('Carla Ortiz or Dev Shah').waitFor();
    expect(await waiting.getByText('is refused until then').count()).toBe(0);
    const draft = await session.open('panel', showing({ ...BLOCKED, waitingFor: [] }));
    await draft.getByText('"Authorize" is refused until then.').waitFor();
  });

  it('puts what is empty in the plan together at its end', async () => {
    const page = await session.open('panel', showing(BLOCKED));
    const lines = await texts(page, '.plan-line');
    expect(lines.at(-1)).toMatch(/^Empty\n+Rollback trigger$/);
    expect(lines).toHaveLength(9);
  });

  it('shows times in the zone of the reader, not of the computer', async () => {
    const page = await session.open('panel', showing(BLOCKED), { timezone: 'Asia/Kolkata' });
    await page.getByText('Carla Ortiz or Dev Shah').waitFor();
    expect(await page.locator('.plan time').first().innerText()).toBe('8 Mar 2026, 03:30 GMT+5:30');
    expect(await page.locator('.vote time').first().innerText()).toBe('3 Mar 2026, 15:42 GMT+5:30');
  });

  it('shows the text of a clause when asked for it', async () => {
    const page = await session.open('panel', showing(BLOCKED));
    await button(page, 'Clause GEN-4.1d').click();
    expect(await page.locator('.clause-text').innerText()).toBe('All changes must include a rollback plan.');
    await button(page, 'Clause GEN-4.1d').click();
    expect(await page.locator('.clause-text').count()).toBe(0);
  });

  it('says why the reader may not vote and offers no vote', async () => {
    const page = await session.open('panel', showing(BLOCKED));
    expect(await texts(page, '.decision-why-not')).toEqual([
      'You asked for this change, so your vote would not count. (GEN-5)',
    ]);
    expect(await page.getByRole('button', { name: /Approve|Decline/ }).count()).toBe(0);
  });

  it('says of a role whether nobody is named for it or nobody holds it', async () => {
    const page = await session.open('panel', showing(UNMAPPED));
    const [unmapped, empty] = await texts(page, '.waiting-list li');
    expect(unmapped).toMatch(/^Security Lead: nobody can approve, because nobody is named for this role/);
    expect(empty).toMatch(/^CTO: nobody who holds this role may approve/);
  });

  it('reads again when Jira says that the issue changed', async () => {
    const backend = showing(BLOCKED);
    const page = await session.open('panel', backend);
    await page.getByText('Blocked: 2 things').waitFor();
    backend.on('getPanel', () => ok(TO_APPROVE));
    await page.evaluate("emitForgeEvent('JIRA_ISSUE_CHANGED', { issueId: '1' })");
    await page.getByText('Waiting for the approval of the CTO').waitFor();
    expect(backend.payloadsOf('getPanel')).toHaveLength(2);
  });

  it('offers to try again when the app does not answer, and shows the change afterwards', async () => {
    const backend = new UiBackend().on('getPanel', () => Promise.reject(new Error('lost')));
    const page = await session.open('panel', backend);
    await page.getByText('This change could not be checked.').waitFor();
    backend.on('getPanel', () => ok(BLOCKED));
    await button(page, 'Try again').click();
    await page.getByText('Blocked: 2 things').waitFor();
  });

  it('shows the words and the reference of a refusal', async () => {
    const backend = new UiBackend().on('getPanel', () => refused('jira-down', 'Jira did not answer in time.', '8f2c'));
    const page = await session.open('panel', backend);
    expect(await page.getByRole('alert').innerText()).toContain('Jira did not answer in time. (ref 8f2c)');
  });

  it('names the record of a closed change and opens its page in Confluence', async () => {
    const page = await session.open('panel', showing(CLOSED));
    await page.getByText('Closed, and on record').waitFor();
    await page.getByRole('link', { name: 'Open the change log in Confluence' }).click();
    expect(await openedPaths(page)).toEqual(['new-tab /wiki/pages/viewpage.action?pageId=98765']);
  });

  it('says that a record is not published yet', async () => {
    const page = await session.open('panel', showing(CLOSED_UNPUBLISHED));
    await page.getByText('Not published yet.').waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  });
});

describeInBrowser('the vote of an approver', () => {
  it('sends an approval with the fingerprint that was shown, and says that it is on record', async () => {
    const backend = showing(TO_APPROVE).on('castVote', () => ok(APPROVED_BY_ME));
    const page = await session.open('panel', backend);
    await button(page, 'Approve again…').click();
    await page.getByLabel('Comment (optional)').fill('  Looks right.  ');
    await button(page, 'Approve').click();
    await page.getByText('Ready: move it to Approved').waitFor();
    expect(backend.payloadsOf('castVote')).toEqual([
      { decision: 'approve', comment: 'Looks right.', seenFingerprint: FINGERPRINT },
    ]);
    expect(await page.locator('[role="status"]', { hasText: 'Your approval is on record.' }).count()).toBe(1);
    expect(await page.evaluate('document.activeElement.id')).toBe('decision');
  });

  it('is a click away from the headline', async () => {
    const page = await session.open('panel', showing(TO_APPROVE), { height: 500 });
    await button(page, 'Go to your decision').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('decision');
    expect((await page.locator('#decision').boundingBox())?.y).toBeLessThan(500);
  });

  it('does not send a decline without a reason', async () => {
    const backend = showing(TO_APPROVE).on('castVote', () => ok(TO_APPROVE));
    const page = await session.open('panel', backend);
    await button(page, 'Decline…').click();
    await button(page, 'Decline').click();
    await page.getByText('Say why, so that the requester knows what to change.').waitFor();
    expect(backend.payloadsOf('castVote')).toEqual([]);
    await page.getByLabel('Why do you decline? (required)').fill('No test results.');
    await button(page, 'Decline').click();
    await page.getByText('Your decline is on record.').first().waitFor();
    expect(backend.payloadsOf('castVote')).toEqual([
      { decision: 'decline', comment: 'No test results.', seenFingerprint: FINGERPRINT },
    ]);
  });

  it('refuses a comment of more than 2000 characters and counts them', async () => {
    const backend = showing(TO_APPROVE).on('castVote', () => ok(APPROVED_BY_ME));
    const page = await session.open('panel', backend);
    await button(page, 'Decline…').click();
    await page.getByLabel('Why do you decline? (required)').fill('x'.repeat(2003));
    await button(page, 'Decline').click();
    expect(await page.locator('.vote-note').innerText()).toBe(
      'The comment is 3 characters too long.\n2003 of 2000 characters',
    );
    expect(backend.payloadsOf('castVote')).toEqual([]);
  });

  it('keeps the comment when the plan has changed, shows what changed, and sends the new fingerprint next', async () => {
    const backend = showing(TO_APPROVE);
    backend.on('castVote', () => refused('moved-on', 'The plan was edited after you opened it.'));
    const page = await session.open('panel', backend);
    await button(page, 'Approve again…').click();
    await page.getByLabel('Comment (optional)').fill('Looks right.');
    backend.on('getPanel', () => ok(PLAN_EDITED));
    await button(page, 'Approve').click();
    await page.getByText('Read it again before you send your vote: Rollback steps.').waitFor();
    expect(await page.getByText('Your vote was not taken').count()).toBe(1);
    expect(await page.getByText('The plan was edited after you opened it.').count()).toBe(0);
    expect(await page.getByLabel('Comment (optional)').inputValue()).toBe('Looks right.');
    backend.on('castVote', () => ok(APPROVED_BY_ME));
    await button(page, 'Approve').click();
    await page.getByText('Ready: move it to Approved').waitFor();
    expect(backend.payloadsOf('castVote')[1]).toEqual({
      decision: 'approve',
      comment: 'Looks right.',
      seenFingerprint: PLAN_EDITED.fingerprint,
    });
  });

  it('says that it is not certain whether a vote without an answer arrived', async () => {
    const backend = showing(TO_APPROVE).on('castVote', () => Promise.reject(new Error('lost')));
    const page = await session.open('panel', backend);
    await button(page, 'Approve again…').click();
    await button(page, 'Approve').click();
    await page.getByText('it is not certain whether your vote arrived').waitFor();
  });

  it('gives up on Escape and puts the focus back', async () => {
    const page = await session.open('panel', showing(APPROVED_BY_ME));
    await button(page, 'Take my approval back…').click();
    await button(page, 'Take my approval back…').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await focused(page, 'Take my approval back…');
  });

  it('keeps Approve in view on a phone, large enough for a thumb', async () => {
    const page = await session.open('panel', showing(TO_APPROVE), { width: 390, height: 700 });
    const box = await button(page, 'Approve again…').boundingBox();
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    expect(box?.height).toBeGreaterThanOrEqual(40);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

describeInBrowser('a vote that is on the sheet', () => {
  it('shows what changed since it was cast, with who edited it, and marks it in words', async () => {
    const page = await session.open('panel', showing(BLOCKED));
    await button(page, 'See what changed').click();
    expect(await texts(page, '.difference')).toEqual([
      expect.stringMatching(/^Rollback steps · edited by Maya Chen 3 Mar 2026, 09:30 UTC \(2 days ago\)\n/),
    ]);
    expect(await page.locator('.difference del').textContent()).toBe('(removed:) Restore the snapshot.\n');
    expect(await page.locator('.difference ins').textContent()).toBe('(added:) Point DNS back.\n');
  });

  it('says whose voice it is, what it grants, and why it does not count', async () => {
    const page = await session.open('panel', showing(ALL_VOTES));
    const [first, ...others] = await texts(page, '.vote-words');
    expect(first).toContain('Dev Shah approved as Security Lead, and for Carla Ortiz as CTO');
    expect(first).toContain('It does not speak for Maya Chen as CTO');
    expect(first).toContain('Grants an exception from GEN-4.1d.');
    expect(others.join(' ')).toContain('Not eligible: this person is the requester of this change');
  });
});

describeInBrowser('an emergency', () => {
  it('says how it passes, and is expedited after a question, once', async () => {
    const backend = showing(TO_EXPEDITE).on('expedite', () => ok(RUNNING));
    const page = await session.open('panel', backend);
    await button(page, 'Expedite…').click();
    await focused(page, 'Expedite now');
    await page.keyboard.press('Escape');
    await focused(page, 'Expedite…');
    await button(page, 'Expedite…').click();
    await button(page, 'Expedite now').click();
    await page.getByText('due in 3 hours, Thu 13:00 UTC').waitFor();
    expect(backend.payloadsOf('expedite')).toEqual([{}]);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Change control');
    expect(await texts(page, '.clock')).toEqual([expect.stringContaining('Business justification, Impact analysis')]);
  });

  it('shows the words of a gate that refuses', async () => {
    const backend = showing(TO_EXPEDITE).on('expedite', () => refused('not-allowed', 'Emergency reason is empty.'));
    const page = await session.open('panel', backend);
    await button(page, 'Expedite…').click();
    await button(page, 'Expedite now').click();
    await page.getByText('Emergency reason is empty.').waitFor();
  });

  it('says in words and not by colour alone that its documentation is overdue', async () => {
    const page = await session.open('panel', showing(OVERDUE));
    const [clock] = await texts(page, '.clock');
    expect(clock).toMatch(/^Emergency documented: was due 2 hours ago, Thu 08:00 UTC\s+Overdue\s/);
  });
});

describeInBrowser('the rest of the panel', () => {
  it('counts what is in the way of the planned time, and shows it', async () => {
    const page = await session.open('panel', showing(IN_A_FREEZE));
    await button(page, 'Window and conflicts (2 in the way)').click();
    const [frozen, other, conflict] = await texts(page, '.windows li');
    expect(frozen).toMatch(
      /^Hard freeze\s+Quarter end 6 Mar 2026, 00:00 UTC \(in 14 hours\) until 9 Mar 2026, 00:00 UTC$/,
    );
    expect(other).toContain('not for this change');
    expect(conflict).toContain('CHG-14');
  });

  it('asks for an exception with what the policy wants to be told', async () => {
    const backend = showing(IN_A_FREEZE).on('askException', () => ok(TO_GRANT));
    const page = await session.open('panel', backend);
    await button(page, 'Exceptions').click();
    await button(page, 'Ask for an exception…').click();
    await button(page, 'Ask').click();
    await page.getByText('Choose from what you ask an exception.').waitFor();
    await page.getByLabel('GEN-4.1d Rollback trigger is empty.').check();
    await button(page, 'Ask').click();
    await page.getByText('Fill in Deviation reason.').waitFor();
    await page.getByLabel('Deviation reason (required)').fill(' There is no way back. ');
    await button(page, 'Ask').click();
    await page.getByText('This change asks for an exception from:').waitFor();
    expect(backend.payloadsOf('askException')).toEqual([
      { names: ['GEN-4.1d'], fields: { deviationReason: 'There is no way back.' }, reason: '' },
    ]);
  });

  it('tells an approver what the approval grants', async () => {
    const page = await session.open('panel', showing(TO_GRANT));
    await button(page, 'Approve again…').click();
    await page.getByText('You also grant the exception that it asks for: GEN-4.1d.').waitFor();
  });

  it('hands over a role of the reader from the first day to the end of the last, and takes one back', async () => {
    const backend = showing(HANDED_OVER)
      .on('findDeputies', () => ok([{ accountId: 'acc-dev', name: 'Dev Shah' }]))
      .on('handOverRole', () => ok(HANDED_OVER))
      .on('takeBackRole', () => ok(TO_APPROVE));
    const page = await session.open('panel', backend, { timezone: 'Asia/Kolkata' });
    await button(page, 'Your roles').click();
    await page.getByText('You act for Sam Okafor as Security Lead until 8 Mar 2026.').waitFor();
    await button(page, 'Hand a role over…').click();
    await button(page, 'Hand over').click();
    await page.getByText('Choose the role, the person, and both days.').waitFor();
    await page.getByLabel('To', { exact: true }).click();
    await page.getByRole('option', { name: 'Dev Shah' }).click();
    await page.getByLabel('First day').fill('2026-03-10');
    await page.getByLabel('Last day').fill('2026-03-11');
    await button(page, 'Hand over').click();
    await button(page, 'Hand a role over…').waitFor();
    expect(backend.payloadsOf('handOverRole')).toEqual([
      { role: 'cto', to: 'acc-dev', since: '2026-03-09T18:30:00.000Z', until: '2026-03-11T18:30:00.000Z' },
    ]);
    await button(page, 'End it: Dev Shah as CTO').click();
    await button(page, 'End it now').click();
    await button(page, 'Your roles').waitFor({ state: 'detached' });
    expect(backend.payloadsOf('takeBackRole')).toEqual([
      { role: 'cto', to: 'acc-dev', since: '2026-03-04T00:00:00.000Z' },
    ]);
  });

  it('reads the history when it is opened, and older entries when they are asked for', async () => {
    const backend = showing(BLOCKED_BY_TIME).on('getHistory', (payload) =>
      ok((payload as { before: number | null }).before === null ? NEWEST : OLDEST),
    );
    const page = await session.open('panel', backend);
    await page.getByText('Blocked by time').waitFor();
    expect(backend.payloadsOf('getHistory')).toEqual([]);
    await button(page, 'History').click();
    await button(page, 'Show older entries').click();
    await page.getByText('The app answered a pipeline').waitFor();
    expect(await page.locator('.history li').count()).toBe(3);
    expect(await button(page, 'Show older entries').count()).toBe(0);
    expect(backend.payloadsOf('getHistory')).toEqual([{ before: null }, { before: 38 }]);
  });

  it('says of a change that the reader may not see just that, without a way to try again', async () => {
    const backend = new UiBackend().on('getPanel', () =>
      refused('not-found', 'There is no such change, or you may not see it.'),
    );
    const page = await session.open('panel', backend);
    await page.getByText('You cannot see this change').waitFor();
    expect(await button(page, 'Try again').count()).toBe(0);
  });
});

describeInBrowser('text', () => {
  it('is shown as text, cut until somebody asks for all of it', async () => {
    const page = await session.open('panel', showing(HOSTILE), { width: 320 });
    const all = page.getByRole('button', { name: 'Show all of What', exact: true });
    await all.waitFor();
    expect(await page.locator('.plan').innerText()).not.toContain(HOSTILE_TEXT.trim());
    await all.click();
    expect(await page.getByRole('region', { name: 'What', exact: true }).textContent()).toBe(HOSTILE_TEXT);
    expect(await page.locator('img, b, i, main script').count()).toBe(0);
    expect(await page.title()).toBe('Change control');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await cspViolations(page)).toEqual([]);
  });
});
