import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../../demo/people';
import { UPGRADE_WITHOUT_ROLLBACK } from '../../../demo/plan';
import { visit } from '../../../demo/visitor';
import type { Site } from '../../../sandbox';
import { openSite } from '../../site/open-site';

const { priya, mia } = PEOPLE;

describe('the fields of an app on an issue', () => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite();
  });
  afterEach(() => site.close());

  it('are read as the formatter of each renders them; those without a formatter or a value are left out', async () => {
    const key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
    expect(await visit(site, priya).get(`/sandbox/fields/${key}`)).toEqual({});
    await site.deliver();
    const texts = z.record(z.string(), z.string()).parse(await visit(site, priya).get(`/sandbox/fields/${key}`));
    expect(Object.values(texts)).toEqual(['Blocked before Submit: Rollback steps']);
  });

  it('are read by nobody who may not see the issue', async () => {
    const key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
    await expect(visit(site, mia).get(`/sandbox/fields/${key}`)).rejects.toThrow('404');
  });
});
