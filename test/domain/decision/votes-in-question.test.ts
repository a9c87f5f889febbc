import { describe, expect, it } from '@jest/globals';
import type { DelegatedRole, Vote } from '../../../src/domain/approval/vote';
import { whyMayNotVote } from '../../../src/domain/decision/decide-vote';
import { changeFacts, edited, REQUESTER, unread } from '../../builders/change-facts';
import { approvalRule, policyWith, separationRule } from '../../builders/policies';
import { by, minute, withVotes } from '../../builders/votes';
import { attempt, IN_ASSESSMENT, POLICY, refusal, RULE, voterOf, type Attempt } from './attempt-vote';

const UNREAD = unread('Jira did not answer');
const LENT: DelegatedRole = { role: 'owner', of: 'cat', since: minute(0), until: minute(60) };
const LENDING = policyWith(POLICY.rules, { delegation: { longestDays: 1 } });

function votes(under: typeof POLICY, ...cast: readonly Partial<Vote>[]) {
  return withVotes(IN_ASSESSMENT, under, cast);
}

/** The roles of the vote that is taken, own and from others. */
function rolesOf(of: Attempt): unknown {
  const outcome = attempt(of);
  return outcome.taken ? [outcome.vote.roles, outcome.vote.delegated] : outcome.refusal;
}

describe('a vote in the name of somebody else', () => {
  const deputy: Attempt = { under: LENDING, roles: [], delegated: [LENT] };

  it('is taken in the roles that were handed over, and says whose they are', () => {
    expect(rolesOf(deputy)).toEqual([[], [LENT]]);
    expect(rolesOf({ ...deputy, roles: ['security'] })).toEqual([['security'], [LENT]]);
  });

  it('is not given in a role that is not asked for', () => {
    const board = { ...LENT, role: 'board' };
    expect(rolesOf({ ...deputy, delegated: [board, LENT] })).toEqual([[], [LENT]]);
    expect(refusal({ ...deputy, delegated: [board] })).toMatchObject({ code: 'not-an-approver' });
  });

  it('is not given where the policy knows no deputies, nor before or after the time', () => {
    expect(refusal({ ...deputy, under: POLICY })).toMatchObject({ code: 'not-an-approver' });
    expect(refusal({ ...deputy, at: minute(60) })).toMatchObject({ code: 'not-an-approver' });
    expect(refusal({ ...deputy, at: minute(0) })).toBe('taken');
  });

  it('is not given for somebody who may not vote, nor by somebody who may not', () => {
    const delegated = [{ ...LENT, of: REQUESTER }];
    expect(refusal({ ...deputy, delegated })).toEqual({ code: 'not-an-approver', roles: ['owner', 'security'] });
    expect(rolesOf({ ...deputy, delegated, roles: ['security'] })).toEqual([['security'], []]);
    expect(refusal({ ...deputy, voter: REQUESTER })).toEqual({ code: 'requester-may-not-approve' });
  });
});

describe('somebody with another duty', () => {
  const separated = policyWith([RULE, separationRule({ pairs: [['approver', 'implementer']] })]);

  it('may not vote where the policy separates it from approving', () => {
    expect(refusal({ under: separated, voter: 'account-implementer' })).toEqual({
      code: 'duty-bars-vote',
      duty: 'implementer',
    });
    expect(refusal({ under: separated })).toBe('taken');
  });

  it('may not vote where it does so at the gate ahead', () => {
    const under = policyWith([
      approvalRule({ gates: ['implement'] }),
      separationRule({ pairs: [['approver', 'implementer']], gates: ['implement'] }),
    ]);
    const on = changeFacts({ stage: 'approved' });
    expect(refusal({ under, on, voter: 'account-implementer' })).toMatchObject({ code: 'duty-bars-vote' });
  });

  it('may vote where the policy only warns', () => {
    const under = policyWith([RULE, separationRule({ strength: 'warn' })]);
    expect(refusal({ under, voter: REQUESTER })).toBe('taken');
  });
});

describe('an account that is not known to be human', () => {
  const people = approvalRule({ humansOnly: true });
  const anybody = approvalRule({ requirement: { role: 'owner' } });

  it.each(['app', 'unknown'] as const)('may not vote where people are asked for: %s', (account) => {
    expect(refusal({ under: policyWith([people]), account })).toEqual({ code: 'human-account-needed' });
  });

  it('is asked no more of somebody who is known to be', () => {
    expect(refusal({ under: policyWith([people]), account: 'human' })).toBe('taken');
  });

  it('may not vote either in one of several roles, or in a role from somebody else', () => {
    const both = policyWith([{ ...RULE, humansOnly: true }], { delegation: { longestDays: 1 } });
    expect(refusal({ under: both, account: 'app' })).toEqual({ code: 'human-account-needed' });
    expect(refusal({ under: both, account: 'app', roles: [], delegated: [LENT] })).toEqual({
      code: 'human-account-needed',
    });
  });

  it('may vote where some rule that asks for the role asks for anybody', () => {
    expect(refusal({ under: policyWith([people, anybody]), account: 'app' })).toBe('taken');
    const others = approvalRule({ requirement: { role: 'security' } });
    expect(refusal({ under: policyWith([people, others]), account: 'app' })).toEqual({ code: 'human-account-needed' });
    expect(refusal({ under: policyWith([{ ...people, humansOnly: false }]), account: 'app' })).toBe('taken');
  });

  it('may vote in a role that only grants exceptions', () => {
    const exceptions = { clauses: [], requirement: { role: 'cto' }, askedWith: [], granted: [] };
    const under = policyWith([people], { exceptions });
    const on = changeFacts({ stage: 'assessment', fields: { exceptionTo: ['T-1'] } });
    expect(rolesOf({ under, on, roles: ['cto'], account: 'app' })).toEqual([['cto'], []]);
  });
});

describe('an approval that comes before its turn', () => {
  const inOrder = policyWith([
    approvalRule({ requirement: { allOf: [{ role: 'owner' }, { role: 'security' }], inOrder: true } }),
  ]);
  const [ann, ben] = [by('account-owner', 'owner'), by('ben', 'security')];

  it('is taken', () => {
    expect(refusal({ under: inOrder, voter: 'ben', roles: ['security'] })).toBe('taken');
  });

  it('is taken again once it is its turn, and not before', () => {
    const again = { under: inOrder, voter: 'ben', roles: ['security'] };
    expect(refusal({ ...again, on: votes(inOrder, ben) })).toEqual({ code: 'already-voted', decision: 'approve' });
    expect(refusal({ ...again, on: votes(inOrder, ben, ann) })).toBe('taken');
    expect(refusal({ ...again, on: votes(inOrder, ben, ann, ben) })).toEqual({
      code: 'already-voted',
      decision: 'approve',
    });
  });
});

describe('an approval by somebody who has approved', () => {
  const mine = by('account-owner', 'owner');

  it('is taken in another role, own or from somebody else', () => {
    const on = votes(LENDING, mine);
    expect(refusal({ on, under: LENDING, roles: ['owner', 'security'] })).toBe('taken');
    expect(refusal({ on, under: LENDING, delegated: [LENT] })).toBe('taken');
    expect(refusal({ on: votes(LENDING, by('account-owner', 'owner', 'security')), under: LENDING })).toMatchObject({
      code: 'already-voted',
    });
  });

  it('is taken in another role also where that changes nothing yet', () => {
    const on = votes(LENDING, mine, by('ben', 'security'));
    expect(refusal({ on, under: LENDING, roles: ['owner', 'security'] })).toBe('taken');
    expect(refusal({ on, under: LENDING, delegated: [{ ...LENT, role: 'security' }] })).toBe('taken');
  });

  it('is not taken in roles that several approvals of the same person cover', () => {
    const more = { ...by('account-owner', 'owner', 'security'), delegated: [LENT] };
    const on = votes(LENDING, mine, more);
    expect(refusal({ on, under: LENDING, roles: ['owner', 'security'], delegated: [LENT] })).toMatchObject({
      code: 'already-voted',
    });
  });

  it('is taken after one that an edit voided, also beside that of another', () => {
    const on = votes(POLICY, { ...mine, fingerprint: 'f' }, by('ben', 'owner'));
    expect(refusal({ on })).toBe('taken');
  });

  it('is not taken in the same name again, and is in another', () => {
    const on = votes(LENDING, { ...mine, delegated: [LENT] });
    const again = (delegated: readonly DelegatedRole[]) => refusal({ on, under: LENDING, delegated });
    expect(again([{ ...LENT, until: minute(50) }])).toMatchObject({ code: 'already-voted' });
    expect(again([{ ...LENT, of: 'dan' }])).toBe('taken');
    expect(again([{ ...LENT, role: 'security' }])).toBe('taken');
    const heard = votes(LENDING, { ...mine, delegated: [LENT] }, by('ben', 'security'));
    expect(refusal({ on: heard, under: LENDING, delegated: [{ ...LENT, role: 'security' }] })).toBe('taken');
    expect(again([LENT, { ...LENT, of: 'dan' }])).toBe('taken');
  });

  it('is taken once the one before has expired', () => {
    const under = policyWith([approvalRule({ expiresAfterHours: 1 })]);
    const on = votes(under, mine);
    expect(refusal({ on, under, at: minute(59) })).toMatchObject({ code: 'already-voted' });
    expect(refusal({ on, under, at: minute(60) })).toBe('taken');
  });

  it('is taken where it changes what one of several rules finds', () => {
    const under = policyWith([RULE, approvalRule({ expiresAfterHours: 1 })]);
    const on = votes(under, by('account-owner', 'owner', 'security'));
    expect(refusal({ on, under, at: minute(59) })).toMatchObject({ code: 'already-voted' });
    expect(refusal({ on, under, at: minute(60) })).toBe('taken');
  });

  it('is taken at another point, and a decline after it where somebody else declined', () => {
    const under = policyWith([approvalRule({ gates: ['implement'], point: 'implement' })]);
    const on = withVotes(changeFacts({ stage: 'approved' }), under, [
      mine,
      { ...mine, by: 'dan', decision: 'decline' },
    ]);
    expect(refusal({ on, under })).toBe('taken');
    expect(refusal({ on, under, decision: 'decline', comment: 'No.' })).toBe('taken');
  });

  it('is not taken for a decline in another role', () => {
    const on = votes(POLICY, { ...mine, decision: 'decline' });
    expect(refusal({ on, decision: 'decline', comment: 'No.', roles: ['owner', 'security'] })).toEqual({
      code: 'already-voted',
      decision: 'decline',
    });
  });
});

describe('several points at the gate ahead', () => {
  const under = policyWith([
    approvalRule({ gates: ['implement'] }),
    approvalRule({ gates: ['implement'], point: 'implement', requirement: { role: 'board' } }),
  ]);
  const on = (...cast: readonly Partial<Vote>[]) => withVotes(changeFacts({ stage: 'approved' }), under, cast);
  const gateOf = (of: Attempt) => {
    const outcome = attempt({ under, ...of });
    return outcome.taken ? outcome.vote.gate : outcome.refusal.code;
  };
  const mine = by('account-owner', 'owner');

  it('take each vote where its roles are heard', () => {
    expect(gateOf({ on: on() })).toBe('authorize');
    expect(gateOf({ on: on(), roles: ['board'] })).toBe('implement');
    expect(gateOf({ on: on(), roles: ['security'] })).toBe('not-an-approver');
  });

  it('let a vote be taken back where it was cast', () => {
    const withdraw = { decision: 'withdraw' } as const;
    expect(gateOf({ on: on(mine), ...withdraw })).toBe('authorize');
    expect(gateOf({ on: on({ ...mine, gate: 'implement' }), ...withdraw })).toBe('implement');
    expect(gateOf({ on: on({ ...mine, gate: 'close' }), ...withdraw })).toBe('nothing-to-withdraw');
    expect(gateOf({ on: on(mine, { ...mine, ...withdraw }), ...withdraw })).toBe('nothing-to-withdraw');
  });
});

describe('the plan that a vote is cast on', () => {
  it('may lack a field that is no part of it', () => {
    expect(refusal({ on: edited(IN_ASSESSMENT, { testPlan: UNREAD }) })).toBe('taken');
  });

  it('has no half of a character in its comment', () => {
    expect(attempt({ comment: 'Fine \ud800.' })).toMatchObject({ vote: { comment: 'Fine \ufffd.' } });
  });
});

describe('why somebody may not vote', () => {
  const why = (of: Attempt, on = IN_ASSESSMENT) => whyMayNotVote(of.under ?? POLICY, on, voterOf(of), minute(30));

  it('is nothing where a vote would be taken', () => {
    expect(why({})).toBeUndefined();
    expect(why({}, votes(POLICY, by('account-owner', 'owner')))).toBeUndefined();
  });

  it.each<[object, Attempt, ReturnType<typeof changeFacts>]>([
    [{ code: 'stage-unknown' }, {}, changeFacts({ stage: UNREAD })],
    [{ code: 'stage-unknown' }, {}, { ...IN_ASSESSMENT, votes: UNREAD }],
    [{ code: 'no-approval-here' }, {}, changeFacts({ stage: 'draft' })],
    [{ code: 'not-an-approver', roles: ['owner', 'security'] }, { roles: ['board'] }, IN_ASSESSMENT],
    [{ code: 'plan-unknown' }, {}, { ...IN_ASSESSMENT, requesters: UNREAD }],
    [{ code: 'requester-may-not-approve' }, { voter: REQUESTER }, IN_ASSESSMENT],
    [{ code: 'plan-unknown' }, {}, edited(IN_ASSESSMENT, { description: UNREAD })],
  ])('is %j', (expected, of, on) => {
    expect(why(of, on)).toEqual(expected);
  });
});
