import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { restoring } from './restored-site';
import { openSite, submittedChange } from './open-site';

const issue = z.object({ id: z.string() });

const withVote = restoring(async () => {
  const site = await openSite();
  const key = await submittedChange(site);
  await visit(site, PEOPLE.sam).vote(key, 'decline', 'The port stays open.');
  return { site, key };
});

describe('a change that is asked for by another name than its key', () => {
  let site: Site;
  let key: string;
  beforeEach(async () => {
    ({ site, key } = await withVote());
  });
  afterEach(() => site.close());

  it.each<[string, () => Promise<string>]>([
    ['small letters', () => Promise.resolve(key.toLowerCase())],
    ['its id', async () => issue.parse(await visit(site, PEOPLE.sam).get(`/rest/api/3/issue/${key}?fields=id`)).id],
  ])('shows the same votes under %s', async (_name, other) => {
    const panel = await visit(site, PEOPLE.carla).panel(await other());
    expect(panel).toMatchObject({ change: { key }, votes: [{ by: PEOPLE.sam.accountId, decision: 'decline' }] });
  });
});
