import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE } from '../../demo/people';
import { visit } from '../../demo/visitor';
import type { Site } from '../../sandbox';
import { restoring } from './restored-site';
import { openSite, submittedChange } from './open-site';
import { storedValues } from './stored-values';

const { priya, sam, carla, mia, ada, jonas } = PEOPLE;
const answer = z.object({ ok: z.boolean(), error: z.object({ code: z.string(), message: z.string() }).optional() });

const withChange = restoring(async () => {
  const site = await openSite();
  const key = await submittedChange(site);
  const panel = await visit(site, sam).panel(key);
  return { site, key, seen: panel.state === 'governed' ? panel.fingerprint : '' };
});

describe('a vote in the panel', () => {
  let site: Site;
  let key: string;
  let seen: string;
  beforeEach(async () => {
    ({ site, key, seen } = await withChange());
  });
  afterEach(() => site.close());

  const cast = async (person: typeof sam, payload: unknown, issueKey = key) =>
    answer.parse(await visit(site, person).call('change-panel', 'castVote', payload, { issueKey }));
  const ballot = (more: object = {}) => ({ decision: 'approve', comment: '', seenFingerprint: seen, ...more });

  /** Does something that must be refused, and insists that nothing of it is stored. */
  const refused = async (attempt: () => Promise<z.infer<typeof answer>>) => {
    const before = JSON.stringify([...storedValues(site)]);
    const result = await attempt();
    expect(JSON.stringify([...storedValues(site)])).toBe(before);
    return result.error;
  };

  it('is recorded with the role it was given in, for everybody to see', async () => {
    expect(await cast(sam, ballot({ comment: 'Looks safe.' }))).toEqual({ ok: true });
    const panel = await visit(site, priya).panel(key);
    expect(panel).toMatchObject({
      votes: [
        {
          by: sam.accountId,
          decision: 'approve',
          roles: ['Security Lead'],
          comment: 'Looks safe.',
          weight: 'stands',
          why: null,
        },
      ],
      waitingFor: [{ role: 'cto', people: [carla.accountId, PEOPLE.dev.accountId] }],
    });
  });

  it('is refused from somebody who holds no role that is asked for', async () => {
    expect(await refused(() => cast(priya, ballot()))).toEqual({
      code: 'not-allowed',
      message: 'This approval is for the Security Lead or CTO. You hold none of these roles.',
    });
  });

  it('is refused when the payload names somebody else, whoever that is', async () => {
    const error = await refused(() => cast(priya, ballot({ accountId: sam.accountId, voter: sam.accountId })));
    expect(error?.code).toBe('bad-request');
  });

  it('is refused when the plan was edited after the voter read it', async () => {
    await visit(site, priya).edit(key, { 'Test plan': 'None.' });
    expect(await refused(() => cast(sam, ballot()))).toEqual({
      code: 'moved-on',
      message: 'The plan was edited while you were reading it. Look at it again before you vote.',
    });
  });

  it('is refused on a change that has moved on', async () => {
    await visit(site, priya).transition(key, 'Cancel');
    expect((await refused(() => cast(sam, ballot())))?.code).toBe('moved-on');
  });

  it('is refused from somebody who may not see the change, in the same words as for one that does not exist', async () => {
    const hidden = visit(site, mia).call('change-panel', 'castVote', ballot(), { issueKey: key });
    await expect(hidden).rejects.toThrow();
    expect(storedVotes(site)).toEqual([]);
  });

  it('is refused as a decline without a reason', async () => {
    expect((await refused(() => cast(sam, ballot({ decision: 'decline' }))))?.message).toBe(
      'Say why you decline, so that it can be put right.',
    );
  });

  it('is refused twice on the same plan', async () => {
    await cast(sam, ballot());
    expect((await refused(() => cast(sam, ballot())))?.message).toBe('You have approved this plan already.');
  });

  it('stops the change as a decline, until it is withdrawn', async () => {
    // The reason for going without a maintenance window is on record, so what may pass passes with a warning.
    await cast(carla, ballot());
    await cast(sam, ballot({ decision: 'decline', comment: 'The port stays open.' }));
    const declined = await visit(site, priya).panel(key);
    expect(declined).toMatchObject({ gate: { verdict: 'block' } });
    expect(JSON.stringify(declined)).toContain('Declined by the Security Lead.');
    await cast(sam, ballot({ decision: 'withdraw' }));
    await cast(sam, ballot());
    expect(await visit(site, priya).panel(key)).toMatchObject({ gate: { verdict: 'warn' } });
  });

  it('no longer counts once the rollback plan is edited, and the panel says so to whoever cast it', async () => {
    await cast(sam, ballot());
    await visit(site, priya).edit(key, { 'Rollback steps': 'Hope.' });
    expect(await visit(site, sam).panel(key)).toMatchObject({
      votes: [{ weight: 'void', why: 'Rollback steps was edited after this vote.' }],
      me: { mayVote: true, standing: 'void' },
    });
  });

  it('still counts when a field is edited that is no part of the plan', async () => {
    await cast(sam, ballot());
    await visit(site, priya).edit(key, { Implementer: PEOPLE.ivo });
    expect(await visit(site, sam).panel(key)).toMatchObject({ votes: [{ weight: 'stands' }] });
  });

  it('is lost by a change of the reporter, so that nobody can slip out of having asked for it', async () => {
    await cast(sam, ballot());
    await visit(site, priya).edit(key, { Reporter: jonas });
    expect(await visit(site, sam).panel(key)).toMatchObject({
      votes: [{ weight: 'void', why: 'Reporter was edited after this vote.' }],
    });
  });

  it('is not offered to an auditor, who sees everything else', async () => {
    expect(await visit(site, ada).panel(key)).toMatchObject({ state: 'governed', me: { mayVote: false } });
  });
});

function storedVotes(site: Site): readonly string[] {
  return [...storedValues(site).keys()].filter((name) => name.includes('approvals:'));
}
