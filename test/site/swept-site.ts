import { expect } from '@jest/globals';
import { govern } from '../../demo/govern';
import type { Site } from '../../sandbox';
import { findingsOf, type OnRecord } from './on-record';
import { submittedChange } from './open-site';
import { openPlainSite, PLAIN_PROJECT, projectId, provision } from './setup-site';

/** A site whose project CHG is under change control. */
export interface WatchedSite {
  readonly site: Site;
  readonly project: string;
}

/** Puts the project CHG of a new site under change control; people who administer Jira may delete its changes. */
export async function openWatchedSite(): Promise<WatchedSite> {
  const permissions = { ...PLAIN_PROJECT.permissions, DELETE_ISSUES: ['jira-administrators'] };
  const chg = { ...PLAIN_PROJECT, key: 'CHG', name: 'Changes', permissions };
  const site = await openPlainSite({ projects: [chg, PLAIN_PROJECT] });
  await govern(site, 'GEN');
  const project = await projectId(site, 'CHG');
  await provision(site, project);
  return { site, project };
}

/** The same, with a change that waits for its approvals; the answer has its key. */
export async function openSiteWithChange(): Promise<WatchedSite & { readonly key: string }> {
  const { site, project } = await openWatchedSite();
  const key = await submittedChange(site);
  await site.deliver();
  return { site, project, key };
}

/** An hour passes, and the sweep with it. */
export async function sweep(site: Site): Promise<void> {
  site.clock.advance(3_600_000);
  await site.tick('hourly-sweep');
  await site.deliver({ advanceClock: true });
}

/** What is amiss after the next sweep; the one after it finds nothing new. */
export async function sweepTwice(site: Site): Promise<readonly OnRecord['event'][]> {
  await sweep(site);
  const found = findingsOf(site);
  await sweep(site);
  expect(findingsOf(site)).toEqual(found);
  return found;
}
