import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { UPGRADE_WITHOUT_ROLLBACK } from '../../demo/plan';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import type { Person } from '../../sandbox/platform';
import { checkedCandidate } from '../../src/contracts/api/admin-api';
import { panelApi, panelView, type GovernedPanel } from '../../src/contracts/api/panel-api';
import { resultOf } from '../../src/contracts/api/result';
import { policyText } from '../../src/contracts/policy-text';
import { FORGIVING_POLICY } from './forgiving-policy';
import { openSite, submittedChange } from './open-site';

const { priya, sam, carla, rosa, ivo, ada, mia, jonas } = PEOPLE;
const answer = z.object({ ok: z.boolean(), error: z.object({ code: z.string(), message: z.string() }).optional() });

const POLICY = policyText(FORGIVING_POLICY);

describe('the panel on a site', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    const admin = visit(site, jonas);
    const candidate = { from: 'text', text: POLICY };
    const checked = resultOf(checkedCandidate).parse(await admin.call('change-admin', 'checkCandidate', { candidate }));
    if (!checked.ok || !checked.value.readable) throw new Error(JSON.stringify(checked));
    const { hash } = checked.value.policy;
    const put = answer.parse(await admin.call('change-admin', 'putInForce', { candidate, hash }));
    if (!put.ok) throw new Error(JSON.stringify(put));
  });
  afterAll(() => site.close());

  const now = () => new Date(site.clock.now()).toISOString();
  const call = async (person: Person, name: string, payload: unknown, issueKey: string) =>
    answer.parse(await visit(site, person).call('change-panel', name, payload, { issueKey }));
  const codeOf = async (person: Person, name: string, payload: unknown, issueKey: string) =>
    (await call(person, name, payload, issueKey)).error?.code;
  const panel = async (person: Person, key: string): Promise<GovernedPanel> => {
    const view = panelView.parse(await visit(site, person).panel(key));
    if (view.state !== 'governed') throw new Error(`The panel is ${view.state}.`);
    return view;
  };
  const history = async (person: Person, issueKey: string) => {
    const result = resultOf(panelApi.getHistory.response).parse(
      await visit(site, person).call('change-panel', 'getHistory', { before: null }, { issueKey }),
    );
    if (!result.ok) throw new Error(result.error.message);
    return result.value.entries;
  };

  it('shows what an edit made of the plan since a vote, with who edited it, and waits since then', async () => {
    const key = await submittedChange(site);
    await visit(site, sam).vote(key, 'approve');
    site.clock.advance(3_600_000);
    await visit(site, priya).edit(key, { 'Rollback steps': 'Hope for the best.' });
    const { votes, waitingFor, names } = await panel(sam, key);
    expect(votes[0]?.differences).toMatchObject([
      { label: 'Rollback steps', after: 'Hope for the best.', by: priya.accountId, at: now() },
    ]);
    expect(votes[0]?.differences[0]?.before).toMatch(/\w/);
    expect(waitingFor.find(({ role }) => role === 'security-lead')?.since).toBe(now());
    expect(names[priya.accountId]).toBe('Priya Nair');
  });

  it('asks for an exception as the person who asks, which an approval then grants by name', async () => {
    const key = await visit(site, priya).createChange({ ...UPGRADE_WITHOUT_ROLLBACK, 'Deviation reason': null });
    const { exceptions } = await panel(priya, key);
    const offer = exceptions.offered.find(({ names }) => names.includes('GEN-4.1d'));
    expect(exceptions.fields).toMatchObject([{ id: 'deviationReason', isText: true, value: null }]);
    const payload = { names: offer?.names, fields: { deviationReason: 'There is no way back.' }, reason: '' };
    expect(await codeOf(ada, 'askException', payload, key)).toBe('not-allowed');
    expect(await codeOf(priya, 'askException', { ...payload, names: ['GEN-9'] }, key)).toBe('bad-request');
    expect(await codeOf(priya, 'askException', { ...payload, accountId: carla.accountId }, key)).toBe('bad-request');
    expect(await call(priya, 'askException', payload, key)).toEqual({ ok: true });
    const asked = await panel(carla, key);
    expect(asked.me.grants).toEqual(offer?.names);
    expect(asked.plan.find(({ label }) => label === 'Exception to')?.value).toBe(offer?.names.join(', '));
    await visit(site, carla).vote(key, 'approve');
    const granted = await panel(priya, key);
    expect([granted.votes[0]?.grants, granted.gate?.verdict]).toEqual([offer?.names, 'warn']);
    expect((await history(ada, key)).map(({ by, text }) => [by, text])).toEqual([
      [carla.accountId, `approved as CTO, granted an exception from ${offer?.names.join(' and ') ?? ''} at Submit`],
      [priya.accountId, `asked for an exception from ${offer?.names.join(' and ') ?? ''}`],
    ]);
  });

  it('lets a holder hand over a role and take it back, and nobody hand over another’s', async () => {
    const key = await submittedChange(site);
    const since = now();
    const until = new Date(Date.parse(since) + 86_400_000).toISOString();
    const wanted = { role: 'security-lead', to: rosa.accountId, since, until };
    expect(await codeOf(priya, 'handOverRole', wanted, key)).toBe('bad-request');
    expect(await codeOf(priya, 'findDeputies', { text: 'rosa' }, key)).toBe('not-allowed');
    expect(await codeOf(sam, 'handOverRole', { ...wanted, from: carla.accountId }, key)).toBe('bad-request');
    expect((await panel(rosa, key)).me.mayVote).toBe(false);
    expect(await call(sam, 'handOverRole', wanted, key)).toEqual({ ok: true });
    site.clock.advance(60_000);
    await visit(site, rosa).vote(key, 'approve');
    expect((await panel(priya, key)).votes).toMatchObject([
      { by: rosa.accountId, weight: 'stands', lent: [{ roleTitle: 'Security Lead', of: sam.accountId, counts: true }] },
    ]);
    const { role, to } = wanted;
    expect(await codeOf(rosa, 'takeBackRole', { role, to, since }, key)).toBe('bad-request');
    expect(await call(sam, 'takeBackRole', { role, to, since }, key)).toEqual({ ok: true });
    expect((await panel(sam, key)).delegations).toMatchObject({ given: [], roles: [{ role: 'security-lead' }] });
  });

  it('expedites an emergency as the person who asks, starts its clock, and says when it has run out', async () => {
    const key = await visit(site, ivo).createChange({
      Summary: 'Restart the order queue',
      'Change type': 'Emergency',
      'Risk level': 'High',
      Description: 'The disk was full.',
      'Emergency reason': 'Restore service',
    });
    expect((await panel(ivo, key)).emergency).toMatchObject({ mayExpedite: true });
    expect(await codeOf(ada, 'expedite', {}, key)).toBe('not-allowed');
    expect(await call(ivo, 'expedite', {}, key)).toEqual({ ok: true });
    const running = await panel(ivo, key);
    expect(running.change.stage).toBe('implementing');
    expect(running.clocks).toMatchObject([{ id: 'emergency-documented', state: 'running' }]);
    expect(running.emergency?.afterwards.map(({ state }) => state)).toEqual(['unmet', 'unmet']);
    site.clock.advance(25 * 3_600_000);
    expect((await panel(ivo, key)).clocks).toMatchObject([{ state: 'overdue' }]);
    expect(await codeOf(ivo, 'expedite', {}, key)).toBe('moved-on');
  });

  it('tells nothing and does nothing for somebody who may not see the change', async () => {
    const issueKey = await submittedChange(site);
    for (const name of ['getHistory', 'askException', 'expedite', 'handOverRole', 'takeBackRole', 'findDeputies']) {
      await expect(visit(site, mia).call('change-panel', name, {}, { issueKey })).rejects.toThrow();
    }
  });
});
