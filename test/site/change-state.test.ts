import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { COMPLETION, ROLLBACK, UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit, type FieldInput } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { close, COMPLETE_PLAN, must, openSite, ROOT, submittedChange, TESTED } from './open-site';

const { priya, sam, carla, dev, ivo, jonas } = PEOPLE;
const fields = z.array(z.object({ id: z.string(), name: z.string() }));
const issue = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });
const found = z.object({ issues: z.array(z.object({ key: z.string() })) });
const people = z.array(z.object({ accountId: z.string() })).nullable();

describe('the field Change control', () => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite();
    await site.deliver();
  });
  afterEach(() => site.close());

  const fieldId = async (name: string): Promise<string> => {
    const all = fields.parse(await visit(site, jonas).get('/rest/api/3/field'));
    return all.find((field) => field.name === name)?.id ?? '';
  };
  const read = async (key: string): Promise<z.output<typeof issue>> =>
    issue.parse(await visit(site, priya).get(`/rest/api/3/issue/${key}`));
  const says = async (key: string): Promise<unknown> => (await read(key)).fields[await fieldId('Change control')];
  const approvers = async (key: string): Promise<readonly string[]> =>
    (people.parse((await read(key)).fields[await fieldId('Awaited approvers')]) ?? []).map((one) => one.accountId);
  const search = async (jql: string, as = priya): Promise<readonly string[]> => {
    const path = `/rest/api/3/search/jql?fields=key&jql=${encodeURIComponent(jql)}`;
    return found.parse(await visit(site, as).get(path)).issues.map(({ key }) => key);
  };
  const writes = (): number => site.log.entries().filter(({ path }) => path.includes('/app/field/')).length;

  it('follows a change on its way, and tells what is missing and who is waited for', async () => {
    const key = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
    expect(await says(key)).toBeNull();
    await site.deliver();
    expect(await says(key)).toEqual({
      text: 'Blocked before Submit: Rollback steps',
      verdict: 'blocked',
      gate: 'Submit',
      missing: ['Rollback steps'],
      since: '2026-03-02T09:00Z',
      open: 1,
    });
    site.clock.advance(3_600_000);
    await visit(site, priya).edit(key, ROLLBACK);
    await site.deliver();
    expect(await says(key)).toMatchObject({
      text: 'Ready: Submit',
      verdict: 'ready',
      since: '2026-03-02T10:00Z',
      open: 0,
    });
    await must(site, priya, key, 'Submit');
    await site.deliver();
    expect(await says(key)).toMatchObject({
      text: 'Waiting for approval before Authorize: Security Lead and CTO',
      missing: ['Approval: Security Lead', 'Approval: CTO'],
      verdict: 'waiting',
      waitingFor: ['Security Lead', 'CTO'],
      open: 2,
    });
    expect(await approvers(key)).toEqual([carla.accountId, dev.accountId, sam.accountId].sort());
    await visit(site, sam).vote(key, 'approve', 'Looks safe.');
    await site.deliver();
    expect(await says(key)).toMatchObject({ verdict: 'waiting', waitingFor: ['CTO'], open: 1 });
    expect(await approvers(key)).toEqual([carla.accountId, dev.accountId].sort());
    await visit(site, carla).vote(key, 'approve');
    await must(site, priya, key, 'Authorize');
    await must(site, ivo, key, 'Implement', TESTED);
    await must(site, ivo, key, 'Complete', { Implementer: ivo });
    await close(site, ivo, key);
    await site.deliver();
    expect(await says(key)).toMatchObject({ text: 'Closed', verdict: 'closed', open: 0 });
    expect(await approvers(key)).toEqual([]);
  });

  it('is found by its properties, and the approvals that I am waited for are found by mine', async () => {
    const key = await submittedChange(site);
    const blocked = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
    await site.deliver();
    expect(await search('"Change control.verdict" = waiting')).toEqual([key]);
    expect(await search('"Change control.waitingFor" = "Security Lead"')).toEqual([key]);
    expect(await search('"Change control.missing" = "Rollback steps"')).toEqual([blocked]);
    expect(await search('"Change control.open" > 1')).toEqual([key]);
    expect(await search('"Awaited approvers" = currentUser()', sam)).toEqual([key]);
    expect(await search('"Awaited approvers" = currentUser()', ivo)).toEqual([]);
  });

  it('is written by nobody but the app', async () => {
    const key = await submittedChange(site);
    await site.deliver();
    const before = await says(key);
    const id = await fieldId('Change control');
    const edit = visit(site, jonas).put(`/rest/api/3/issue/${key}`, { fields: { [id]: { verdict: 'ready' } } });
    await expect(edit).rejects.toThrow('cannot be set');
    const update = { updates: [{ issueIds: [Number((await read(key)).id)], value: null }] };
    await expect(visit(site, jonas).put(`/rest/api/3/app/field/${id}/value`, update)).rejects.toThrow('403');
    expect(await says(key)).toEqual(before);
  });

  it('is written once for what has happened: neither the own write nor a second message makes another', async () => {
    await submittedChange(site);
    site.log.clear();
    await site.deliver();
    const first = writes();
    expect(first).toBe(2);
    await site.deliver();
    expect([writes(), site.forge.pending()]).toEqual([first, { events: 0, messages: 0, due: 0 }]);
  });

  it('is mended by the next event where one was lost, and by the next hour at the latest', async () => {
    site.faults.inject({ seed: 1, rates: { drop: 1 } });
    const key = await submittedChange(site);
    const silent = await submittedChange(site);
    await site.deliver();
    expect(await says(key)).toBeNull();
    site.faults.clear();
    await visit(site, priya).edit(key, { Description: 'The same, said better.' });
    await site.deliver();
    expect([await says(key), await says(silent)]).toEqual([expect.objectContaining({ verdict: 'waiting' }), null]);
    await site.tick('hourly-sweep');
    await site.deliver();
    expect(await says(silent)).toMatchObject({ verdict: 'waiting' });
  });

  it('keeps nobody from anything while it cannot be written', async () => {
    const key = await visit(site, priya).createChange(COMPLETE_PLAN);
    site.faults.failCall({ match: { path: '/app/field/' }, times: 99, status: 500 });
    await must(site, priya, key, 'Submit');
    await site.deliver();
    await visit(site, sam).vote(key, 'approve');
    expect(await says(key)).toBeNull();
    site.faults.clear();
    await site.deliver({ advanceClock: true });
    expect(await says(key)).toMatchObject({ verdict: 'waiting', waitingFor: ['CTO'] });
  });
});

describe('the filters of the README', () => {
  /** The lines of JQL under the heading, by what they are for. */
  async function filters(): Promise<ReadonlyMap<string, string>> {
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| ([^|`]+?) +\| `([^`]*"(?:Change control|Awaited)[^`]*)` +\|$/gm)];
    return new Map(rows.map(([, name = '', jql = '']) => [name.trim(), jql]));
  }

  it('each find what they promise, and nothing else', async () => {
    const site = await openSite();
    const emergency: FieldInput = { ...UPGRADE_WITHOUT_ROLLBACK, 'Change type': 'Emergency', 'Emergency reason': 'Restore service', Incident: 'INC-1' }; // prettier-ignore
    const waiting = await submittedChange(site);
    const blocked = await visit(site, priya).createChange(UPGRADE_WITHOUT_ROLLBACK);
    const approved = await submittedChange(site);
    await visit(site, sam).vote(approved, 'approve');
    await visit(site, carla).vote(approved, 'approve');
    await must(site, priya, approved, 'Authorize');
    const silent = site.jira.importIssues([{ project: 'CHG', issueType: 'Change Request', status: 'Closed', fields: { summary: 'From elsewhere' } }], jonas.accountId); // prettier-ignore
    const urgent = await visit(site, priya).createChange(emergency);
    await must(site, priya, urgent, 'Expedite');
    const closed = await submittedChange(site);
    await visit(site, sam).vote(closed, 'approve');
    await visit(site, carla).vote(closed, 'approve');
    await must(site, priya, closed, 'Authorize');
    await must(site, ivo, closed, 'Implement', TESTED);
    await must(site, ivo, closed, 'Complete', { Implementer: ivo });
    await visit(site, ivo).edit(closed, COMPLETION);
    await must(site, ivo, closed, 'Close');
    await site.deliver();
    const named = new Map([
      [waiting, 'waiting'],
      [blocked, 'blocked'],
      [approved, 'approved'],
      [urgent, 'urgent'],
      [closed, 'closed'],
      [String(silent[0]), 'imported'],
    ]);
    const run = async (now: string): Promise<Record<string, string>> => {
      site.clock.set(now);
      const results = [...(await filters())].map(async ([name, jql]) => {
        const path = `/rest/api/3/search/jql?fields=key&jql=${encodeURIComponent(jql)}`;
        const { issues } = found.parse(await visit(site, sam).get(path));
        return [name, issues.map(({ key }) => named.get(key) ?? key).join(' ')] as const;
      });
      return Object.fromEntries(await Promise.all(results));
    };
    const today = {
      'CAB queue: what waits for approval, longest first': 'waiting',
      'What waits for one role': 'waiting',
      'My approvals': 'waiting',
      'Stuck for a week': '',
      'One thing short': 'urgent blocked',
      'Without rollback steps': 'blocked',
      'Ready to implement': 'approved',
      'Emergencies whose documentation is overdue': '',
      'Closed without an outcome': 'imported',
    };
    expect(await run('2026-03-02T10:00:00Z')).toEqual(today);
    expect(await run('2026-03-12T10:00:00Z')).toEqual({
      ...today,
      'Stuck for a week': 'urgent blocked waiting',
      'Emergencies whose documentation is overdue': 'urgent',
    });
    await site.close();
  });
});
