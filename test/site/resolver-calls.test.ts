import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { marchPage } from '../../demo/log-pages';
import { restoring } from './restored-site';
import { closedChange, openSite } from './open-site';

const withRecord = restoring(async () => {
  const site = await openSite();
  const issueKey = await closedChange(site);
  await site.deliver();
  return { site, issueKey, contentId: (await marchPage(site)).id };
});

describe('a call of a resolver', () => {
  let site: Site;
  let contexts: Readonly<Record<string, { issueKey?: string; contentId?: string }>>;
  beforeEach(async () => {
    const { issueKey, contentId, ...opened } = await withRecord();
    site = opened.site;
    contexts = { 'change-panel': { issueKey }, 'change-admin': {}, 'change-log': { contentId } };
  });
  afterEach(() => site.close());

  it.each(['change-panel', 'change-admin', 'change-log'])(
    'runs nothing but the functions of %s, whatever name it gives',
    async (module) => {
      for (const name of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'getEverything']) {
        expect([name, await visit(site, PEOPLE.sam).call(module, name, {}, contexts[module])]).toEqual([
          name,
          { ok: false, error: { code: 'bad-request', message: 'The app has no such function.' } },
        ]);
      }
    },
  );
});
