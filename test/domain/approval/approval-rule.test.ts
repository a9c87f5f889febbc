import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../src/domain/approval/vote';
import type { RuleOf } from '../../../src/domain/policy/policy-rule';
import { approval } from '../../../src/domain/policy/rules/approval';
import { changeFacts, edited, REQUESTER, unread } from '../../builders/change-facts';
import { approvalRule, policyWith, separationRule } from '../../builders/policies';
import { ruleContext, type ContextOverrides } from '../../builders/rule-context';
import { by, minute, withVotes } from '../../builders/votes';

const UNREAD = unread('The storage did not answer');
const HOUR = 60;
const ANN = by('ann', 'owner');

type Options = Partial<RuleOf<'approval'>>;

function voted(...votes: readonly Partial<Vote>[]) {
  return withVotes(changeFacts(), policyWith(), votes);
}

function find(rule: Options, context: ContextOverrides) {
  return approval.evaluate(approvalRule(rule), ruleContext({ gate: 'implement', ...context }));
}

function met(rule: Options, context: ContextOverrides) {
  return find(rule, context).map((finding) => finding.met);
}

describe('a rule that asks for an approval', () => {
  it('looks again at a later gate at the votes cast for its point', () => {
    expect(met({}, { facts: voted({}) })).toEqual(['yes']);
    expect(met({}, { facts: voted({ gate: 'implement' }) })).toEqual(['no']);
    expect(met({ point: 'implement' }, { facts: voted({ gate: 'implement' }) })).toEqual(['yes']);
  });

  it('says what was edited after an approval, the exception asked for included', () => {
    const facts = edited(voted(ANN), { description: 'Another plan.', exceptionTo: ['T-1'], testPlan: 'Another one.' });
    expect(find({}, { facts })[0]?.reason).toEqual({
      code: 'approval-void',
      role: 'owner',
      by: 'ann',
      at: minute(0),
      edited: ['description', 'exceptionTo'],
    });
  });

  it('says so of each of several', () => {
    const requirement = { allOf: [{ role: 'owner' }, { role: 'board' }] };
    const facts = edited(voted(ANN, by('cat', 'board')), { description: 'Another plan.' });
    const parts = find({ requirement }, { facts })[0]?.parts ?? [];
    expect(parts.map(({ reason }) => (reason.code === 'approval-void' ? reason.edited : reason))).toEqual([
      ['description'],
      ['description'],
    ]);
  });

  it('does not know where the votes could not be read', () => {
    const { cause } = UNREAD;
    expect(find({}, { facts: { votes: UNREAD } })).toEqual([
      { met: 'unknown', reason: { code: 'votes-unknown', cause }, remedy: { do: 'mend-lookup', cause } },
    ]);
  });

  it('does not know while it cannot be read who has a duty that is not to go with approving, at its point or here', () => {
    const { cause } = UNREAD;
    const separation = separationRule({ gates: ['authorize'], pairs: [['implementer', 'approver']] });
    const context = { policy: policyWith([separation]), facts: edited(voted(ANN), { implementer: UNREAD }) };
    expect(find({}, context)).toEqual([
      {
        met: 'unknown',
        reason: { code: 'duty-unknown', duty: 'implementer', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
    const elsewhere = policyWith([{ ...separation, gates: ['complete'] }]);
    expect(met({}, { ...context, policy: elsewhere })).toEqual(['yes']);
    const softly = policyWith([{ ...separation, strength: 'warn' }]);
    expect(met({}, { ...context, policy: softly })).toEqual(['yes']);
  });

  it('does not know where part of the plan cannot be read, and does not call that an edit', () => {
    const { cause } = UNREAD;
    const facts = { ...edited(voted({}), { rollbackSteps: UNREAD }), requesters: UNREAD };
    expect(find({}, { facts })).toEqual([
      { met: 'unknown', reason: { code: 'requesters-unknown', cause }, remedy: { do: 'mend-lookup', cause } },
      {
        met: 'unknown',
        reason: { code: 'field-unknown', field: 'rollbackSteps', cause },
        remedy: { do: 'mend-lookup', cause },
      },
    ]);
  });

  it('knows also where a field cannot be read that is no part of the plan', () => {
    expect(met({}, { facts: edited(voted({}), { testPlan: UNREAD, exceptionTo: UNREAD }) })).toEqual(['yes']);
  });

  it('needs the number of holders of the roles of which it asks for a share, each once', () => {
    const half = { percent: 50, role: 'board' };
    const nested = {
      allOf: [
        half,
        {
          anyOf: [
            { percent: 10, role: 'owner' },
            { atLeast: 1, of: [half] },
          ],
        },
      ],
    };
    expect(approval.needs?.(approvalRule({ requirement: nested }))).toEqual({ sizes: ['board', 'owner'] });
    expect(approval.needs?.(approvalRule({ requirement: { atLeast: 2, role: 'board' } }))).toEqual({ sizes: [] });
  });

  it('counts a share of those who hold the role', () => {
    const requirement = { percent: 50, role: 'owner' };
    const size = (value: number) => ({ ...voted(ANN), roleSizes: { owner: { state: 'known', value } } }) as const;
    expect(met({ requirement }, { facts: size(2) })).toEqual(['yes']);
    expect(met({ requirement }, { facts: size(3) })).toEqual(['no']);
    expect(met({ requirement }, { facts: voted(ANN) })).toEqual(['unknown']);
  });

  it('asks for different people where the rule does', () => {
    const requirement = { allOf: [{ role: 'owner' }, { role: 'board' }] };
    const facts = voted(by('ann', 'owner', 'board'));
    expect(met({ requirement }, { facts })).toEqual(['yes']);
    expect(met({ requirement, distinctPeople: false }, { facts })).toEqual(['yes']);
    expect(met({ requirement, distinctPeople: true }, { facts })).toEqual(['no']);
  });
});

describe('an approval where requesters may not approve', () => {
  const mine = voted({ by: REQUESTER });
  const separated = { rules: [separationRule()] };

  it('does not count the vote of a requester, nor the decline', () => {
    expect(met({}, { facts: mine, policy: separated })).toEqual(['no']);
    expect(met({}, { facts: voted({}, { by: REQUESTER, decision: 'decline' }), policy: separated })).toEqual(['yes']);
  });

  it('counts it where the policy separates the duties at another gate', () => {
    expect(met({}, { facts: mine, policy: { rules: [separationRule({ gates: ['close'] })] } })).toEqual(['yes']);
    expect(met({}, { facts: mine, policy: { rules: [separationRule({ gates: ['implement'] })] } })).toEqual(['no']);
  });
});

describe('a veto', () => {
  const requirement = { anyOf: [{ role: 'owner' }, { role: 'security' }] };
  const declined = (person: string, ...roles: string[]) => ({ ...by(person, ...roles), decision: 'decline' as const });
  const declines = (veto: Options['veto'], ...votes: readonly Partial<Vote>[]) =>
    find({ requirement, ...(veto && { veto }) }, { facts: voted(ANN, ...votes) }).slice(1);

  it('is, unless the rule says otherwise, that of anybody in a role that is asked for', () => {
    expect(declines(undefined, declined('ben', 'security', 'board'), declined('cat', 'board'))).toEqual([
      {
        met: 'no',
        reason: { code: 'declined', by: 'ben', at: minute(1), roles: ['security'] },
        remedy: { do: 'settle-decline', by: 'ben' },
      },
    ]);
  });

  it('may be nobody’s', () => {
    expect(declines('nobody', declined('ben', 'security'))).toEqual([]);
  });

  it('may be that of some roles, whether the requirement names them or not', () => {
    expect(declines(['board'], declined('ben', 'security'))).toEqual([]);
    expect(declines(['board', 'owner'], declined('cat', 'board', 'owner', 'security'))).toMatchObject([
      { reason: { by: 'cat', roles: ['board', 'owner'] } },
    ]);
  });

  it('is gone once withdrawn, taken back by an approval, or edited away', () => {
    const ben = declined('ben', 'security');
    expect(declines(undefined, ben, { ...ben, decision: 'withdraw' })).toEqual([]);
    expect(declines(undefined, ben, { ...ben, decision: 'approve' })).toEqual([]);
    expect(declines(undefined, { ...ben, fingerprint: 'f' })).toEqual([]);
  });

  it('does not expire with the approvals', () => {
    const facts = voted(declined('ben', 'security'), { ...ANN, at: minute(HOUR) });
    const found = (hours: number) =>
      find({ requirement, expiresAfterHours: 2 }, { facts, instant: minute(hours * HOUR) }).map(
        ({ reason }) => reason.code,
      );
    expect([found(1), found(2.5), found(9)]).toEqual([
      ['any-of', 'declined'],
      ['any-of', 'declined'],
      ['any-of', 'declined'],
    ]);
  });

  it('stops a change also beside an approval that is missing', () => {
    expect(met({ requirement }, { facts: voted(declined('ben', 'security')) })).toEqual(['no', 'no']);
  });
});

describe('a waiting period', () => {
  const facts = voted(by('cat', 'board'), ANN, by('dan', 'owner'));
  const wait = { hours: 2 };
  const until = minute(1 + 2 * HOUR);

  it('runs from the moment at which the requirement became met', () => {
    expect(find({ wait }, { facts, instant: minute(2 * HOUR) })[1]).toEqual({
      met: 'no',
      reason: { code: 'waiting-period', since: minute(1), until },
      remedy: { do: 'wait', until },
    });
  });

  it('is over at its end', () => {
    expect(find({ wait }, { facts, instant: until })[1]).toEqual({
      met: 'yes',
      reason: { code: 'waiting-period-over', since: minute(1), until },
    });
  });

  it('does not run while the requirement is not met', () => {
    expect(met({ wait }, { facts: voted(by('cat', 'board')) })).toEqual(['no']);
  });

  it('may be so long in business time', () => {
    const businessHours = { timeZone: 'UTC', workdays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidays: [] };
    const calendar = { windows: [], businessHours };
    const found = find({ wait: { businessDays: 5 } }, { facts, policy: { calendar } })[1];
    expect(found?.reason).toEqual({
      code: 'waiting-period',
      since: minute(1),
      until: '2026-03-09T09:01:00.000Z',
    });
  });

  it.each([{ businessDays: 1 }, { businessHours: 1 }])('of %j is not known where no business hours are', (long) => {
    const cause = { code: 'not-looked-up', detail: 'businessHours' };
    expect(find({ wait: long }, { facts })[1]).toEqual({
      met: 'unknown',
      reason: { code: 'calendar-unknown', cause },
      remedy: { do: 'mend-lookup', cause },
    });
  });
});

describe('an approval that counts for some hours', () => {
  const rule = { expiresAfterHours: 2 };
  const facts = voted(ANN);

  it('counts until they are over', () => {
    expect(met(rule, { facts, instant: minute(2 * HOUR - 1) })).toEqual(['yes']);
    expect(met(rule, { facts, instant: minute(2 * HOUR) })).toEqual(['no']);
  });

  it('says since when it does not', () => {
    expect(find(rule, { facts, instant: minute(3 * HOUR) })).toEqual([
      {
        met: 'no',
        reason: { code: 'approval-expired', role: 'owner', by: 'ann', at: minute(0), until: minute(2 * HOUR) },
        remedy: { do: 'approve', role: 'owner' },
      },
    ]);
  });

  it('is void, not expired, where it was void before', () => {
    const found = find(rule, { facts: edited(facts, { description: 'Another.' }), instant: minute(3 * HOUR) });
    expect(found[0]?.reason.code).toBe('approval-void');
  });

  it('is renewed by another of the same person', () => {
    const renewed = voted(ANN, { ...ANN, at: minute(3 * HOUR) });
    expect(met(rule, { facts: renewed, instant: minute(4 * HOUR) })).toEqual(['yes']);
  });

  it('has the waiting period run from an approval that counts', () => {
    const renewed = voted(ANN, { ...ANN, at: minute(3 * HOUR) });
    const found = find({ ...rule, wait: { hours: 1 } }, { facts: renewed, instant: minute(4 * HOUR) });
    expect(found[1]?.reason).toMatchObject({ since: minute(3 * HOUR) });
  });

  it('counts for ever where the rule sets no term', () => {
    expect(met({}, { facts, instant: minute(10_000 * HOUR) })).toEqual(['yes']);
  });
});

describe('an approval by a human being', () => {
  it.each([
    ['human', ['yes'], ['yes']],
    ['app', ['no'], ['yes']],
    ['unknown', ['no'], ['yes']],
  ] as const)('is one by an account that is known to be one: %s', (account, asked, notAsked) => {
    const facts = voted({ ...ANN, account });
    expect(met({ humansOnly: true }, { facts })).toEqual(asked);
    expect(met({ humansOnly: false }, { facts })).toEqual(notAsked);
    expect(met({}, { facts })).toEqual(notAsked);
  });
});
