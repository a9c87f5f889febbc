import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../src/domain/failure';
import { checkGate } from '../../src/usecases/check-gate';
import { actorGuards } from '../../src/domain/guards/actor-guards';
import { besideOf } from '../../src/domain/guards/guard-digest';
import type { Rule } from '../../src/domain/policy/policy-rule';
import { changeFacts } from '../builders/change-facts';
import { governedSite, ONE_APPROVAL, UNREACHABLE } from '../builders/governed-site';
import { fieldsRule, policyWith } from '../builders/policies';
import { withVotes } from '../builders/votes';

const approved = withVotes(changeFacts(), ONE_APPROVAL, [{}]);

describe('the gate', () => {
  it('lets a change pass that the policy allows, and says what was decided', async () => {
    const answer = await checkGate(governedSite(approved), 'CHG-1', 'authorize', {});
    expect(answer).toMatchObject({
      decided: true,
      policy: ONE_APPROVAL,
      evaluation: { verdict: 'allow', gate: 'authorize', instant: '2026-03-02T09:00:00.000Z' },
    });
  });

  it('decides on the edits of the transition screen, not on what Jira had before', async () => {
    const edits = { description: 'Something else altogether.' };
    const answer = await checkGate(governedSite(approved), 'CHG-1', 'authorize', edits);
    expect(answer).toMatchObject({ decided: true, evaluation: { verdict: 'block' } });
  });

  it('writes nothing', async () => {
    const fakes = governedSite(approved);
    await checkGate(fakes, 'CHG-1', 'authorize', {});
    expect([fakes.store.entries, fakes.queue.messages]).toEqual([[], []]);
  });

  it('decides nothing while no policy is in force', async () => {
    const fakes = governedSite(approved);
    fakes.store.policy = undefined;
    expect(await checkGate(fakes, 'CHG-1', 'authorize', {})).toEqual({
      decided: false,
      why: 'no policy is in force. Ask a Jira admin to put one in force in the Change control settings.',
    });
  });

  it('decides nothing on an issue that it cannot find', async () => {
    expect(await checkGate(governedSite(approved), 'CHG-9', 'authorize', {})).toEqual({
      decided: false,
      why: 'There is no such issue.',
    });
  });
});

describe('the gate when something fails', () => {
  it.each(['changes.read', 'archive.policyInForce'] as const)('says why it could not decide: %s', async (call) => {
    const fakes = governedSite(approved);
    fakes.faults.fail(call, UNREACHABLE);
    expect(await checkGate(fakes, 'CHG-1', 'authorize', {})).toEqual({
      decided: false,
      why: 'The service did not answer.',
    });
  });

  it('does not count votes that it cannot read as approvals', async () => {
    const fakes = governedSite(approved);
    fakes.faults.fail('archive.approvalSheet', UNREACHABLE);
    const answer = await checkGate(fakes, 'CHG-1', 'authorize', {});
    expect(answer).toMatchObject({ evaluation: { verdict: 'block', rules: [{}, { status: 'unknown' }] } });
  });

  it('needs no votes where the policy asks for none', async () => {
    const fakes = governedSite(approved, policyWith([fieldsRule()]));
    fakes.faults.fail('archive.approvalSheet', UNREACHABLE);
    expect(await checkGate(fakes, 'CHG-1', 'authorize', {})).toMatchObject({ evaluation: { verdict: 'allow' } });
  });

  it('lets a defect through to its caller, who answers for it', async () => {
    const fakes = { ...governedSite(approved), clock: { now: () => decideNever() } };
    await expect(checkGate(fakes, 'CHG-1', 'authorize', {})).rejects.toThrow(TypeError);
  });
});

describe('the gate when time runs out', () => {
  it('answers that it could not decide, and does not wait for what is under way', async () => {
    const fakes = governedSite(approved);
    const never = { ...fakes, changes: { ...fakes.changes, read: () => new Promise<never>(() => undefined) } };
    const answer = checkGate(never, 'CHG-1', 'authorize', {});
    fakes.deadline.reach();
    expect(await answer).toEqual({ decided: false, why: 'Jira or the app did not answer in time.' });
  });

  it('swallows a failure that comes after it has answered', async () => {
    const fakes = governedSite(approved);
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_resolve, reject) => (fail = reject));
    const answer = checkGate({ ...fakes, changes: { ...fakes.changes, read: () => late } }, 'CHG-1', 'authorize', {});
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
    await checkGate(fakes, 'CHG-1', 'authorize', {});
    expect(fakes.deadline.open).toBe(0);
  });
});

function decideNever(): never {
  throw new TypeError('A defect of the test.');
}

describe('a rule about whoever closes the change', () => {
  const MAY_CLOSE: Rule = {
    id: 'may-close',
    clauses: ['T-1'],
    gates: ['close'],
    strength: 'block',
    kind: 'who-may',
    duty: 'closer',
    roles: ['owner'],
  };
  const policy = policyWith([MAY_CLOSE]);
  const site = () => governedSite(changeFacts({ stage: 'verification' }), policy);
  const besideNow = besideOf(actorGuards(policy, site().store.settings, 'close').guards);
  const NOT_GUARDED = { code: 'duty-unknown', duty: 'closer', cause: { code: 'not-guarded', detail: 'close' } };

  it('is left to Jira where its guard stands beside the gate', async () => {
    expect(await checkGate(site(), 'CHG-1', 'close', {}, besideNow)).toMatchObject({
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
    expect(await checkGate(site(), 'CHG-1', 'close', {}, beside)).toMatchObject({
      evaluation: {
        verdict: 'block',
        rules: [{ ruleId: 'change-type' }, { findings: [{ met: 'unknown', reason: NOT_GUARDED }] }],
      },
    });
  });

  it('stops the change when somebody else holds the role since the guard was put there', async () => {
    const fakes = site();
    fakes.store.settings = { ...fakes.store.settings, roles: {} };
    expect(await checkGate(fakes, 'CHG-1', 'close', {}, besideNow)).toMatchObject({ evaluation: { verdict: 'block' } });
  });

  it('makes nobody look up the settings where the policy says nothing of it', async () => {
    const fakes = governedSite(approved);
    fakes.faults.fail('archive.settings', UNREACHABLE);
    expect(await checkGate(fakes, 'CHG-1', 'authorize', {}, besideNow)).toMatchObject({
      evaluation: { verdict: 'allow' },
    });
  });
});
