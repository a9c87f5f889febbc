import { describe, expect, it } from '@jest/globals';
import { GATE_CONFIG } from './jira-seed';
import { ANNA, APP_ARI, at, BEN, CARL, createChange, createTestSite, doc, fieldsOf, move } from './test-site';
import type { TestSite } from './test-site';

const SUBMIT = '11';
const AUTHORIZE = '21';
const CLOSE = '91';

/** A change that Anna submitted, with a rollback plan. */
async function submitted(site: TestSite, fields: Record<string, unknown> = {}): Promise<string> {
  const key = await createChange(site, { [site.field('Rollback plan')]: doc('Restore the keys'), ...fields });
  expect((await move(site, ANNA, key, SUBMIT)).status).toBe(204);
  return key;
}

async function statusOf(site: TestSite, key: string): Promise<unknown> {
  return at(await fieldsOf(site, key), 'status', 'name');
}

describe("an app's validator", () => {
  it('is given the rule, its configuration, the issue, both statuses and what was edited, and no user', async () => {
    const site = createTestSite();
    const key = await submitted(site, { labels: ['old'], [site.field('Testers')]: [{ accountId: 'anna' }] });
    await move(site, BEN, key, AUTHORIZE, {
      fields: {
        [site.field('Rollback owner')]: { accountId: 'anna' },
        labels: [],
        [site.field('Testers')]: [{ accountId: 'anna' }],
      },
    });
    expect(site.calls).toEqual([
      {
        ruleArn: `${APP_ARI}/change-gate`,
        configuration: GATE_CONFIG,
        issue: { id: '10000', key },
        transition: {
          from: { id: '10004' },
          to: { id: '10005' },
          modifiedFields: { [site.field('Rollback owner')]: { accountId: 'anna' }, labels: null },
        },
      },
    ]);
  });

  it('refuses the transition with its message, together with the messages of the native rules, and nothing changes', async () => {
    const site = createTestSite();
    const key = await submitted(site, {
      [site.field('Rollback plan')]: null,
      [site.field('Planned start')]: '2026-03-05T10:00:00.000+0100',
      [site.field('Planned end')]: '2026-03-05T08:00:00.000+0000',
    });
    const before = site.jira.snapshot();
    site.events.length = 0;
    site.validateWith(() => Promise.resolve({ result: false, errorMessage: 'Not approved yet.' }));
    const answer = await move(site, BEN, key, AUTHORIZE, { fields: { labels: ['x'] } });
    expect(answer).toEqual({
      status: 400,
      body: {
        errorMessages: [
          'Rollback plan is required.',
          'Not approved yet.',
          'The planned end must come after the planned start.',
        ],
        errors: {},
      },
    });
    expect(site.jira.snapshot()).toEqual(before);
    expect(site.events).toEqual([]);
  });

  it('sees the edits of the screen in its native neighbours, which may satisfy a required field', async () => {
    const site = createTestSite();
    const key = await submitted(site, { [site.field('Rollback plan')]: null });
    const edits = { fields: { [site.field('Rollback plan')]: doc('Undo') } };
    expect((await move(site, BEN, key, AUTHORIZE, edits)).status).toBe(204);
  });

  it.each([
    ['is not installed', () => Promise.resolve(undefined)],
    ['throws', () => Promise.reject(new Error('secret detail'))],
  ])('blocks with a general message when the rule %s', async (_, validate) => {
    const site = createTestSite();
    const key = await submitted(site);
    site.validateWith(validate);
    expect(await move(site, BEN, key, AUTHORIZE)).toEqual({
      status: 400,
      body: {
        errorMessages: ['This transition was blocked because one of its workflow rules could not be run.'],
        errors: {},
      },
    });
    expect(await statusOf(site, key)).toBe('Assessment');
  });

  it('finds its answer void when somebody moved the issue meanwhile', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    site.validateWith(async () => {
      expect((await move(site, CARL, key, CLOSE)).status).toBe(204);
      return { result: true };
    });
    expect(await move(site, BEN, key, AUTHORIZE)).toEqual({
      status: 409,
      body: { errorMessages: ['The issue could not be updated due to a conflicting update.'], errors: {} },
    });
    expect(await statusOf(site, key)).toBe('Closed');
  });

  it('lets edits of others stand that were made while it ran', async () => {
    const site = createTestSite();
    const key = await submitted(site);
    site.validateWith(async () => {
      await site.ask(ANNA, 'PUT', `/rest/api/3/issue/${key}`, { fields: { summary: 'Edited meanwhile' } });
      return { result: true };
    });
    expect((await move(site, BEN, key, AUTHORIZE)).status).toBe(204);
    expect(at(await fieldsOf(site, key), 'summary')).toBe('Edited meanwhile');
  });
});

describe('a native date rule', () => {
  it('refuses with the message of the rule', async () => {
    const site = createTestSite();
    const key = await submitted(site, {
      [site.field('Planned start')]: '2026-03-05T10:00:00.000+0000',
      [site.field('Planned end')]: '2026-03-05T10:00:00.000+0000',
    });
    expect(at((await move(site, BEN, key, AUTHORIZE)).body, 'errorMessages')).toEqual([
      'The planned end must come after the planned start.',
    ]);
  });
});
