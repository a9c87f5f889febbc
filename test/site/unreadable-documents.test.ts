import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { adminView, type AdminView } from '../../src/contracts/api/admin-api';
import { resultOf } from '../../src/contracts/api/result';
import { marchPage, tableRows } from '../../demo/log-pages';
import { restoring } from './restored-site';
import { closedChange, COMPLETE_PLAN, openSite } from './open-site';
import { overwriteStored, storedValues } from './stored-values';

/** The app's own words for a document of which half is gone. */
const cannotRead = (key: string) =>
  `The stored document "${key}" cannot be read: it is not a stored document of this app. It is left as it is.`;

const half = (value: Record<string, unknown>) => ({ ...value, body: '{"schemaVersion":1,' });

async function admin(site: Site): Promise<AdminView> {
  const result = resultOf(adminView).parse(await visit(site, PEOPLE.jonas).call('change-admin', 'getAdmin', {}));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The key of the only record on the site. */
function recordKey(site: Site): string {
  const name = [...storedValues(site).keys()].find((key) => key.includes('/record:'));
  return name?.slice(name.indexOf('/') + 1) ?? '';
}

const withRecord = restoring(async () => {
  const site = await openSite();
  const key = await closedChange(site);
  await site.deliver();
  return { site, key };
});

describe('a stored document that cannot be read', () => {
  let site: Site;
  let key: string;
  beforeEach(async () => {
    ({ site, key } = await withRecord());
  });
  afterEach(() => site.close());

  it.each(['policy-in-force', 'settings', 'ledger-head', 'log-months', 'log-month:2026-03'])(
    'is named by the admin page, which opens all the same: %s',
    async (document) => {
      const stored = overwriteStored(site, document, half);
      expect((await admin(site)).unreadable).toEqual([cannotRead(document)]);
      stored.expectUntouched();
    },
  );

  it.each([
    ['a record', recordKey],
    ['the settings', () => 'settings'],
    ['the first entry of the ledger', () => 'entry:1'],
  ])('is named as the reason why a page waits: %s', async (_name, document) => {
    await closedChange(site, { ...COMPLETE_PLAN, Summary: 'Another one' });
    const stored = overwriteStored(site, document(site), half);
    await site.deliver();
    const { waiting, pages } = (await admin(site)).changeLog;
    expect({ waiting, problems: pages.map(({ problem }) => problem) }).toEqual({
      waiting: 2,
      problems: [`This page could not be written: ${cannotRead(document(site))} Publish again once that is mended.`],
    });
    stored.expectUntouched();
    expect(tableRows((await marchPage(site)).document).map(([cell]) => cell)).toEqual(['Key', key]);
  });

  it('hides no record from the readers of the log when it is the policy', async () => {
    overwriteStored(site, 'policy-in-force', half);
    const contentId = (await marchPage(site)).id;
    const question = { filter: { text: '', type: null, stage: null }, cursor: null };
    const answer = await visit(site, PEOPLE.ada).call('change-log', 'listRecords', question, { contentId });
    expect(answer).toMatchObject({ ok: true, value: { rows: [{ key }], types: [] } });
  });
});
