import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { ROLE_HOLDERS } from '../../demo/role-holders';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { adminView, checkedCandidate, type AdminView } from '../../src/contracts/api/admin-api';
import { resultOf } from '../../src/contracts/api/result';
import { logPages, marchPage, tableRows } from '../../demo/log-pages';
import { restoring } from './restored-site';
import { closedChange, COMPLETE_PLAN, openBareSite, openSite } from './open-site';
import { askConfluence } from './confluence-requests';

const { jonas } = PEOPLE;

async function admin(site: Site, functionKey = 'getAdmin', payload: unknown = {}): Promise<AdminView> {
  const result = resultOf(adminView).parse(await visit(site, jonas).call('change-admin', functionKey, payload));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function putInForceWithoutSpace(site: Site): Promise<void> {
  const { settingsRevision } = await admin(site);
  await admin(site, 'saveRoles', { settingsRevision, roles: ROLE_HOLDERS });
  const candidate = { from: 'preset', presetId: 'GEN', answers: {} };
  const checked = resultOf(checkedCandidate).parse(
    await visit(site, jonas).call('change-admin', 'checkCandidate', { candidate }),
  );
  if (!checked.ok || !checked.value.readable) throw new Error('The generic policy cannot be read.');
  await admin(site, 'putInForce', { candidate, hash: checked.value.policy.hash });
}

/** The titles of the pages of the log, in order. */
async function titles(site: Site): Promise<readonly string[]> {
  return (await logPages(site)).map(({ title }) => title).sort();
}

const withRecord = restoring(async () => {
  const site = await openSite();
  const first = await closedChange(site);
  await site.deliver();
  return { site, first };
});

describe('a page of the change log that people meddled with', () => {
  let site: Site;
  let first: string;
  beforeEach(async () => {
    ({ site, first } = await withRecord());
  });
  afterEach(() => site.close());

  const another = async () => {
    const key = await closedChange(site, { ...COMPLETE_PLAN, Summary: 'Another one' });
    await site.deliver();
    return key;
  };

  it('is not made a second time when somebody deleted it; the admin page says so and the record waits', async () => {
    const { id } = await marchPage(site);
    await askConfluence(site, 'DELETE', `/wiki/api/v2/pages/${id}`);
    await another();
    expect(await titles(site)).toEqual(['Change log by month']);
    const { changeLog } = await admin(site);
    expect(changeLog.waiting).toBe(2);
    expect(changeLog.pages).toMatchObject([{ title: 'Change log March 2026', published: false, mayGiveUp: true }]);
    expect(changeLog.pages[0]?.problem).toContain('Somebody deleted this page in Confluence');
  });

  it('is seen to be deleted by the admin page also before anything is published again', async () => {
    await askConfluence(site, 'DELETE', `/wiki/api/v2/pages/${(await marchPage(site)).id}`);
    expect((await admin(site)).changeLog.pages).toMatchObject([{ published: false, mayGiveUp: true }]);
  });

  it('is made anew, with every record, when an admin gives the deleted one up; that is on record', async () => {
    await askConfluence(site, 'DELETE', `/wiki/api/v2/pages/${(await marchPage(site)).id}`);
    const second = await another();
    const before = (await admin(site)).ledger.entries;
    await admin(site, 'giveUpPage', { month: '2026-03', part: 0 });
    await site.deliver();
    const keys = tableRows((await marchPage(site)).document).map(([cell]) => cell);
    expect(keys).toEqual(expect.arrayContaining([first, second]));
    expect((await admin(site)).ledger.entries).toBe(before + 1);
    expect((await admin(site)).changeLog.waiting).toBe(0);
  });

  it('cannot be given up while it stands', async () => {
    await expect(admin(site, 'giveUpPage', { month: '2026-03', part: 0 })).rejects.toThrow(
      'This page stands in Confluence, so there is nothing to give up.',
    );
  });

  it('keeps the name that somebody gave it, goes on being written, and the admin page says so', async () => {
    const page = await marchPage(site);
    const body = { representation: 'atlas_doc_format', value: JSON.stringify(page.document) };
    const renamed = {
      id: page.id,
      status: 'current',
      title: 'Our changes',
      version: { number: page.version + 1 },
      body,
    };
    await askConfluence(site, 'PUT', `/wiki/api/v2/pages/${page.id}`, renamed);
    const second = await another();
    expect(await titles(site)).toEqual(['Change log by month']);
    const answer = await askConfluence(site, 'GET', `/wiki/api/v2/pages/${page.id}?body-format=atlas_doc_format`);
    expect(JSON.stringify(answer)).toContain(second);
    expect((await admin(site)).changeLog.pages).toMatchObject([
      { renamedTo: 'Our changes', published: true, problem: null },
    ]);
  });

  it('is not put in the place of a page that a stranger made under its title', async () => {
    await site.close();
    site = await openSite();
    const spaces = z.object({ results: z.array(z.object({ id: z.string() })) });
    const [space] = spaces.parse(await askConfluence(site, 'GET', '/wiki/api/v2/spaces?keys=CHANGELOG')).results;
    const value = JSON.stringify({ type: 'doc', version: 1, content: [] });
    const stranger = {
      spaceId: space?.id,
      status: 'current',
      title: 'Change log March 2026',
      body: { representation: 'atlas_doc_format', value },
    };
    await askConfluence(site, 'POST', '/wiki/api/v2/pages', stranger);
    await closedChange(site);
    await site.deliver();
    expect(tableRows((await marchPage(site)).document)).toEqual([]);
    expect((await admin(site)).changeLog.pages[0]?.problem).toContain('already called "Change log March 2026"');
  });

  it('waits while no space is chosen, and appears once one is', async () => {
    await site.close();
    site = await openBareSite();
    await putInForceWithoutSpace(site);
    const key = await visit(site, PEOPLE.priya).createChange(COMPLETE_PLAN);
    await visit(site, PEOPLE.priya).transition(key, 'Cancel');
    await site.deliver();
    const waiting = await admin(site);
    expect(waiting.changeLog).toMatchObject({ waiting: 1, space: null });
    expect(waiting.changeLog.pages[0]?.problem).toContain('No Confluence space is chosen yet');
    const spaces = z.object({ results: z.array(z.object({ id: z.string() })) });
    const [space] = spaces.parse(await askConfluence(site, 'GET', '/wiki/api/v2/spaces?keys=CHANGELOG')).results;
    await admin(site, 'chooseSpace', { settingsRevision: waiting.settingsRevision, spaceId: space?.id });
    await site.deliver();
    expect(tableRows((await marchPage(site)).document).map(([cell]) => cell)).toContain(key);
  });
});
