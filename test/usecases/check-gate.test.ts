import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { checkGate } from '../../src/usecases/check-gate';
import { actorGuards } from '../../src/domain/guards/actor-guards';
import { besideOf } from '../../src/domain/guards/guard-digest';
import { changeFacts } from '../builders/change-facts';
import { governedSite, ONE_APPROVAL, UNREACHABLE } from '../builders/governed-site';
import { fieldsRule, OWNER_CLOSES, policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';

const ASKED = { key: 'CHG-1', gate: 'authorize', edits: {}, way: { from: '3', to: '5' } } as const;
const approved = withVotes(changeFacts(), ONE_APPROVAL, [{}]);

describe('the gate', () => {
  it('lets a change pass that the policy allows, and says what was decided', async () => {
    const answer = await checkGate(governedSite(approved), ASKED);
    expect(answer).toMatchObject({
      decided: true,
      policy: ONE_APPROVAL,
      evaluation: { verdict: 'allow', gate: 'authorize', instant: '2026-03-02T09:00:00.000Z' },
    });
  });

  it('decides on the edits of the transition screen, not on what Jira had before', async () => {
    const edits = { description: 'Something else altogether.' };
    const answer = await checkGate(governedSite(approved), { ...ASKED, edits });
    expect(answer).toMatchObject({ decided: true, evaluation: { verdict: 'block' } });
  });

  it('records the verdict before the change moves, and nothing else', async () => {
    const fakes = governedSite(approved);
    await checkGate(fakes, ASKED);
    expect([fakes.store.entries, fakes.queue.messages]).toEqual([[], []]);
    expect([...fakes.store.trails.values()]).toMatchObject([
      {
        revision: 1,
        changeId: '10001',
        settled: [],
        verdicts: [
          {
            gate: 'authorize',
            verdict: 'allow',
            at: '2026-03-02T09:00:00.000Z',
            from: '3',
            to: '5',
            policyHash: fakes.store.policy?.hash,
            fingerprint: approved.fingerprint,
            moveId: null,
          },
        ],
      },
    ]);
  });

  it('writes nothing where it blocks', async () => {
    const fakes = governedSite(changeFacts());
    expect(await checkGate(fakes, ASKED)).toMatchObject({ evaluation: { verdict: 'block' } });
    expect(fakes.store.trails.size).toBe(0);
  });

  it('lets nothing pass that it could not record', async () => {
    const fakes = governedSite(approved);
    fakes.faults.fail('trails.save', UNREACHABLE);
    expect(await checkGate(fakes, ASKED)).toEqual({ decided: false, why: 'The service did not answer.' });
  });

  it('records its verdict beside that of another gate that decided at the same time', async () => {
    const fakes = governedSite(approved);
    await Promise.all([checkGate(fakes, ASKED), checkGate(fakes, { ...ASKED, way: { from: '3', to: '6' } })]);
    expect(
      fakes.store.trails
        .get('10001')
        ?.verdicts.map(({ to }) => to)
        .sort(),
    ).toEqual(['5', '6']);
  });

  it('decides nothing while no policy is in force', async () => {
    const fakes = governedSite(approved);
    fakes.store.policy = undefined;
    expect(await checkGate(fakes, ASKED)).toEqual({
      decided: false,
      why: 'no policy is in force. Ask a Jira admin to put one in force in the Change control settings.',
    });
  });

  it('decides nothing on an issue that it cannot find', async () => {
    expect(await checkGate(governedSite(approved), { ...ASKED, key: 'CHG-9' })).toEqual({
      decided: false,
      why: 'There is no such issue.',
    });
  });
});

describe('the gate when something fails', () => {
  it.each(['changes.read', 'archive.policyInForce'] as const)('says why it could not decide: %s', async (call) => {
    const fakes = governedSite(approved);
    fakes.faults.fail(call, UNREACHABLE);
    expect(await checkGate(fakes, ASKED)).toEqual({
      decided: false,
      why: 'The service did not answer.',
    });
  });

  it('does not count votes that it cannot read as approvals', async () => {
    const fakes = governedSite(approved);
    fakes.faults.fail('archive.approvalSheet', UNREACHABLE);
    const answer = await checkGate(fakes, ASKED);
    expect(answer).toMatchObject({ evaluation: { verdict: 'block', rules: [{}, { status: 'unknown' }] } });
  });

  it('needs no votes where the policy asks for none', async () => {
    const fakes = governedSite(approved, policyWith([fieldsRule()]));
    fakes.faults.fail('archive.approvalSheet', UNREACHABLE);
    expect(await checkGate(fakes, ASKED)).toMatchObject({ evaluation: { verdict: 'allow' } });
  });

  it('lets a defect through to its caller, who answers for it', async () => {
    const fakes = { ...governedSite(approved), clock: { now: () => decideNever() } };
    await expect(checkGate(fakes, ASKED)).rejects.toThrow(TypeError);
  });
});

describe('the gate when time runs out', () => {
  it('answers that it could not decide, and does not wait for what is under way', async () => {
    const fakes = governedSite(approved);
    const never = { ...fakes, changes: { ...fakes.changes, read: () => new Promise<never>(() => undefined) } };
    const answer = checkGate(never, ASKED);
    fakes.deadline.reach();
    expect(await answer).toEqual({ decided: false, why: 'Jira or the app did not answer in time.' });
  });

  it('swallows a failure that comes after it has answered', async () => {
    const fakes = governedSite(approved);
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_resolve, reject) => (fail = reject));
    const answer = checkGate({ ...fakes, changes: { ...fakes.changes, read: () => late } }, ASKED);
    fakes.deadline.reach();
    await answer;
    fail(new Failure('unreachable', 'Too late.'));
    await expect(late).rejects.toThrow('Too late.');
    expect(await answer).toMatchObject({ decided: false });
  });

  it.each(['answers', 'fails', 'is late'])('releases its timer when it %s', async (how) => {
    const fakes = governedSite(approved);
    if (how === 'fails') fakes.faults.fail('changes.read', UNREACHABLE);
    if (how === 'is late') fakes.deadline.reach();
    await checkGate(fakes, ASKED);
    expect(fakes.deadline.open).toBe(0);
  });
});

function decideNever(): never {
  throw new TypeError('A defect of the test.');
}

describe('a rule about whoever closes the change', () => {
  const policy = policyWith([OWNER_CLOSES]);
  const site = () => governedSite(changeFacts({ stage: 'verification' }), policy);
  const besideNow = besideOf(actorGuards(policy, site().store.settings, 'close').guards);
  const NOT_GUARDED = { code: 'duty-unknown', duty: 'closer', cause: { code: 'not-guarded', detail: 'close' } };

  it('is left to Jira where its guard stands beside the gate', async () => {
    expect(await checkGate(site(), { ...ASKED, gate: 'close', beside: besideNow })).toMatchObject({
      evaluation: {
        verdict: 'allow',
        rules: [
          { ruleId: 'change-type' },
          { findings: [{ met: 'yes', reason: { code: 'left-to-jira', duty: 'closer' } }] },
        ],
      },
    });
  });

  it.each([
    ['there is no guard', {}],
    ['the guard asks for something else', { 'may-close': '0123456789abcdef' }],
    ['another rule has a guard', { other: besideNow['may-close'] ?? '' }],
  ])('stops the change where %s', async (_, beside) => {
    expect(await checkGate(site(), { ...ASKED, gate: 'close', beside })).toMatchObject({
      evaluation: {
        verdict: 'block',
        rules: [{ ruleId: 'change-type' }, { findings: [{ met: 'unknown', reason: NOT_GUARDED }] }],
      },
    });
  });

  it('stops the change when somebody else holds the role since the guard was put there', async () => {
    const fakes = site();
    fakes.store.settings = { ...fakes.store.settings, roles: {} };
    expect(await checkGate(fakes, { ...ASKED, gate: 'close', beside: besideNow })).toMatchObject({
      evaluation: { verdict: 'block' },
    });
  });

  it('makes nobody look up the settings where the policy says nothing of it', async () => {
    const fakes = governedSite(approved);
    fakes.faults.fail('archive.settings', UNREACHABLE);
    expect(await checkGate(fakes, { ...ASKED, beside: besideNow })).toMatchObject({
      evaluation: { verdict: 'allow' },
    });
  });
});
