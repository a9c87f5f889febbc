import { describe, expect, it } from '@jest/globals';
import type { Stage } from '../../../src/domain/change/lifecycle';
import { approvalPoint, approvalPoints } from '../../../src/domain/decision/approval-point';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts, edited, unread, type FactsOverrides } from '../../builders/change-facts';
import { approvalRule, policyWith } from '../../builders/policies';
import { by, minute, withVotes } from '../../builders/votes';
import { freeze } from '../../builders/windows';

const HIGH = { field: 'riskLevel', in: ['High'] } as const;
const UNREAD = unread('Jira did not answer');

const policy = policyWith([
  approvalRule({ id: 'all', gates: ['authorize', 'implement'] }),
  approvalRule({ id: 'high', gates: ['authorize'], when: HIGH }),
  approvalRule({ id: 'after', gates: ['close'], point: 'close' }),
]);

/** The point and the rules that ask there, e.g. `authorize: all high`. */
function point(overrides: FactsOverrides, under: Policy = policy): string | undefined {
  const found = approvalPoint(under, changeFacts(overrides), minute(0));
  return found && `${found.gate}: ${found.rules.map(({ id }) => id).join(' ')}`;
}

describe('the point at which approvals are asked for', () => {
  it('is the one of the gate ahead', () => {
    expect(point({ stage: 'assessment' })).toBe('authorize: all');
    expect(point({ stage: 'verification' })).toBe('close: after');
    expect(point({ stage: 'rolled-back' })).toBe('close: after');
  });

  it('stays where the votes are collected while a later gate looks at them again', () => {
    expect(point({ stage: 'approved' })).toBe('authorize: all');
    expect(approvalPoint(policy, changeFacts({ stage: 'approved' }), minute(0))?.ahead).toBe('implement');
  });

  it('counts the rules whose condition holds, and those of which nobody knows', () => {
    expect(point({ stage: 'assessment', fields: { riskLevel: 'High' } })).toBe('authorize: all high');
    expect(point({ stage: 'assessment', fields: { riskLevel: UNREAD } })).toBe('authorize: all high');
  });

  it.each(['draft', 'implementing', 'closed', 'rejected', 'cancelled'] as const)('is none in %s', (stage) => {
    expect(point({ stage })).toBeUndefined();
  });

  it('is none while nobody knows where the change stands', () => {
    expect(point({ stage: UNREAD })).toBeUndefined();
  });

  it('is that of the way of emergencies for one of them in draft', () => {
    const emergencies = policyWith([approvalRule({ id: 'first', gates: ['expedite'], point: 'expedite' })]);
    expect(point({ stage: 'draft', fields: { changeType: 'Emergency' } }, emergencies)).toBe('expedite: first');
    expect(point({ stage: 'draft' }, emergencies)).toBeUndefined();
  });
});

describe('several points at the gate ahead', () => {
  const both = policyWith([
    approvalRule({ id: 'early', gates: ['authorize', 'implement'] }),
    approvalRule({ id: 'late', gates: ['implement'], point: 'implement', requirement: { role: 'board' } }),
    approvalRule({ id: 'too', gates: ['implement'], requirement: { role: 'security' }, veto: ['board'] }),
  ]);
  const facts = changeFacts({ stage: 'approved' });
  const [ann, ben] = [by('ann', 'owner'), by('ben', 'security')];
  const cat = { ...by('cat', 'board'), gate: 'implement' as const };

  function pointFor(votes: Parameters<typeof withVotes>[2], role?: string, under: Policy = both) {
    const voter = {
      accountId: 'vic',
      account: 'human',
      rolesHeld: role === undefined ? [] : [role],
      delegated: [],
    } as const;
    const now = withVotes(facts, under, votes);
    return approvalPoint(under, now, minute(30), role === undefined ? undefined : voter)?.gate;
  }

  it('ask one after the other, as long as one waits for votes', () => {
    expect([pointFor([]), pointFor([ann]), pointFor([ann, ben]), pointFor([cat]), pointFor([ann, ben, cat])]).toEqual([
      'authorize',
      'authorize',
      'implement',
      'authorize',
      'authorize',
    ]);
  });

  it('ask again at the first once an edit has voided its votes', () => {
    const now = edited(withVotes(facts, both, [ann, ben]), { description: 'Another plan.' });
    expect(approvalPoint(both, now, minute(30))?.gate).toBe('authorize');
  });

  it('wait for votes also while somebody declines, but not for the end of a waiting period', () => {
    const declined = { ...by('cat', 'board'), decision: 'decline' as const };
    expect(pointFor([ann, ben, declined])).toBe('authorize');
    const waiting = policyWith(both.rules.map((rule) => ({ ...rule, wait: { hours: 8 } })));
    expect(pointFor([ann, ben], undefined, waiting)).toBe('implement');
  });

  it('hear those first whose roles they ask for, or let veto', () => {
    expect([pointFor([], 'owner'), pointFor([], 'security'), pointFor([ann, ben], 'security')]).toEqual([
      'authorize',
      'authorize',
      'authorize',
    ]);
    const apart = policyWith(both.rules.slice(0, 2));
    expect([pointFor([], 'board', apart), pointFor([ann], 'owner', apart)]).toEqual(['implement', 'authorize']);
    expect(pointFor([], 'risk', apart)).toBe('authorize');
  });

  it('hear those as well who have a role from somebody else', () => {
    const lent = { role: 'board', of: 'cat', since: minute(0), until: minute(60) };
    const voter = { accountId: 'vic', account: 'human', rolesHeld: [], delegated: [lent] } as const;
    const apart = policyWith(both.rules.slice(0, 2));
    expect(approvalPoint(apart, facts, minute(30), voter)?.gate).toBe('implement');
  });

  it('name the roles that they hear, each once, without those that only decline in vain', () => {
    const rules = [...both.rules, approvalRule({ gates: ['implement'], veto: 'nobody' })];
    expect(approvalPoints(policyWith(rules), facts, minute(0)).map(({ gate, roles }) => [gate, roles])).toEqual([
      ['authorize', ['owner', 'security', 'board']],
      ['implement', ['board']],
    ]);
  });
});

describe('a change that asks for an exception', () => {
  const exceptions = {
    clauses: [],
    requirement: { allOf: [{ role: 'cto' }, { role: 'owner' }] },
    askedWith: [],
    granted: [],
  };
  const windows = [
    freeze({ id: 'year-end', title: 'Year end', exemptionBy: 'cfo' }),
    freeze({ id: 'easter', title: 'Easter' }),
  ];
  const granting = policyWith([approvalRule()], { exceptions, calendar: { windows } });

  function roles(exceptionTo: readonly string[] | null, stage: Stage = 'assessment', under = granting) {
    const found = approvalPoint(under, changeFacts({ stage, fields: { exceptionTo } }), minute(0));
    return found && [found.gate, ...found.roles];
  }

  it('hears those who may grant one', () => {
    expect(roles(null)).toEqual(['authorize', 'owner']);
    expect(roles(['T-1'])).toEqual(['authorize', 'owner', 'cto']);
  });

  it.each(['year-end', 'YEAR-END', 'Year end', ' year end '])('hears who may exempt it from the freeze: %j', (name) => {
    const known = policyWith([approvalRule()], { calendar: { windows } });
    expect(roles([name], 'assessment', known)).toEqual(['authorize', 'owner', 'cfo']);
  });

  it('hears nobody for a freeze from which nobody may exempt, nor for one it does not name', () => {
    const known = policyWith([approvalRule()], { calendar: { windows } });
    expect(roles(['easter', 'year'], 'assessment', known)).toEqual(['authorize', 'owner']);
  });

  it('hears nobody more while the freezes are not known', () => {
    const open = { id: 'Q-1', clauses: [], ask: 'When?', kind: 'freezes' } as const;
    const unknownWindows = policyWith([approvalRule()], { calendar: { windows }, questions: [open] });
    expect(roles(['year-end'], 'assessment', unknownWindows)).toEqual(['authorize', 'owner']);
  });

  it('is voted on for the gate ahead where no rule asks for an approval', () => {
    expect([roles(['T-1'], 'draft'), roles(null, 'draft'), roles(['T-1'], 'closed')]).toEqual([
      ['submit', 'cto', 'owner'],
      undefined,
      undefined,
    ]);
  });
});
