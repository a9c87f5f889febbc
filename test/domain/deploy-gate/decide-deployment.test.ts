import { describe, expect, it } from '@jest/globals';
import type { ChangeFacts } from '../../../src/domain/change/change-facts';
import { STAGES, type Gate } from '../../../src/domain/change/lifecycle';
import { decideDeployment, type Deployment } from '../../../src/domain/deploy-gate/decide-deployment';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Rule } from '../../../src/domain/policy/policy-rule';
import { changeFacts, edited, unread, type FactsOverrides } from '../../builders/change-facts';
import { approvalRule, AT_AUTHORIZE, fieldsRule, policyWith } from '../../builders/policies';
import { withVotes } from '../../builders/votes';
import { freeze, maintenance } from '../../builders/windows';

/** Half an hour into the planned time of `changeFacts`. */
const WITHIN_PLAN = '2026-03-03T20:30:00.000Z';
const AT: { readonly gates: readonly Gate[] } = { gates: ['implement'] };
const NEXT_DAY = { interval: { from: '2026-03-04T00:00:00.000Z', until: '2026-03-05T00:00:00.000Z' } };

const APPROVAL = approvalRule({ gates: ['authorize', 'implement', 'expedite'] });
const FREEZES: Rule = { ...AT_AUTHORIZE, ...AT, id: 'freezes', kind: 'outside-freezes', freezes: ['hard'] };
const MAINTENANCE: Rule = { ...AT_AUTHORIZE, ...AT, id: 'maintenance', kind: 'in-maintenance-window' };
const NOTICE: Rule = { ...AT_AUTHORIZE, ...AT, id: 'notice', kind: 'notice', notice: { hours: 24 } };
const OVERLAP: Rule = { ...AT_AUTHORIZE, ...AT, id: 'overlap', kind: 'no-overlap' };
const TYPES: Rule = { ...AT_AUTHORIZE, ...AT, id: 'types', kind: 'allowed-types', types: ['Standard'] };
const calendar = (...windows: Policy['calendar']['windows']) => ({ calendar: { windows } });

/** A change as it is asked about in the planned time; under implementation unless the test says otherwise. */
function answer(policy: Policy, facts: ChangeFacts | FactsOverrides, asked: Partial<Deployment> = {}) {
  return decideDeployment({
    policy,
    facts: 'fingerprint' in facts ? facts : changeFacts({ stage: 'implementing', ...facts }),
    begunBy: 'implement',
    environment: 'Production',
    instant: WITHIN_PLAN,
    ...asked,
  });
}

const approved = (overrides: FactsOverrides = {}) =>
  withVotes(changeFacts({ stage: 'implementing', ...overrides }), policyWith([APPROVAL]), [{}]);

describe('a deployment', () => {
  it('is allowed in the planned time of a change whose approvals stand', () => {
    expect(answer(policyWith([APPROVAL]), approved())).toBe('allowed');
    expect(answer(policyWith([APPROVAL]), approved({ stage: 'approved' }))).toBe('allowed');
  });

  it.each(STAGES.filter((stage) => stage !== 'approved' && stage !== 'implementing'))(
    'is not approved for a change in %s, whatever the rules say',
    (stage) => {
      expect(answer(policyWith([]), { stage })).toBe('not-approved');
    },
  );

  it('is something nobody can tell of while the stage is not known', () => {
    expect(answer(policyWith([]), { stage: unread('Status') })).toBe('cannot-tell');
  });

  it('needs approvals of the plan as it stands', () => {
    expect(answer(policyWith([APPROVAL]), edited(approved(), { description: 'Something else.' }))).toBe(
      'stale-approval',
    );
  });

  it('needs approvals that have not expired', () => {
    const expiring = policyWith([{ ...APPROVAL, expiresAfterHours: 12 }]);
    expect(answer(expiring, approved())).toBe('stale-approval');
    expect(answer(policyWith([{ ...APPROVAL, expiresAfterHours: 48 }]), approved())).toBe('allowed');
  });

  it('does not mind a void approval where another one will do', () => {
    const either = policyWith([{ ...APPROVAL, requirement: { anyOf: [{ role: 'owner' }, { role: 'board' }] } }]);
    const now = edited(approved(), { description: 'Something else.' });
    const again = withVotes(now, either, [{ by: 'account-board', roles: ['board'] }]);
    const both = { ...now, votes: { state: 'known', value: [...votesOf(now), ...votesOf(again)] } } as const;
    expect(answer(either, both)).toBe('allowed');
  });

  it.each<[string, Policy, FactsOverrides]>([
    ['an approval is missing', policyWith([APPROVAL]), {}],
    ['a field is empty', policyWith([fieldsRule(AT)]), { fields: { description: null } }],
    ['the type is not allowed', policyWith([TYPES]), {}],
    ['the policy does not know the type', policyWith([]), { fields: { changeType: 'Whim' } }],
    ['it is approved for another environment', policyWith([]), { fields: { environment: 'Staging' } }],
  ])('is not approved where %s', (_case, policy, facts) => {
    expect(answer(policy, facts)).toBe('not-approved');
  });

  it.each([['production'], [' Production '], [null]])(
    'is allowed to Production where the change names the environment %j',
    (environment) => {
      expect(answer(policyWith([]), { fields: { environment } })).toBe('allowed');
    },
  );

  it.each<[string, Partial<Policy>]>([
    ['the planned time touches a freeze', calendar(freeze({ interval: planned('2026-03-03T20:59:00.000Z') }))],
    ['a freeze is on', calendar(freeze({ interval: planned('2026-03-03T20:30:00.000Z') }))],
  ])('is frozen where %s', (_case, overrides) => {
    expect(answer(policyWith([FREEZES], overrides), {})).toBe('frozen');
  });

  it('is frozen at the moment of a freeze that the planned time does not touch', () => {
    const policy = policyWith([FREEZES], calendar(freeze(NEXT_DAY)));
    expect(answer(policy, {}, { instant: '2026-03-04T12:00:00.000Z' })).toBe('frozen');
  });

  it.each([
    ['2026-03-03T19:59:59.999Z', 'outside-window'],
    ['2026-03-03T20:00:00.000Z', 'allowed'],
    ['2026-03-03T20:59:59.999Z', 'allowed'],
    ['2026-03-03T21:00:00.000Z', 'outside-window'],
  ])('is looked at by the planned time, its start included and its end not: %s is %s', (instant, code) => {
    expect(answer(policyWith([]), {}, { instant })).toBe(code);
  });

  it.each<[string, FactsOverrides['fields']]>([
    ['no start', { plannedStart: null }],
    ['no end', { plannedEnd: null }],
    ['no planned time', { plannedStart: null, plannedEnd: null }],
    ['an end before its start', { plannedEnd: '2026-03-03T19:00:00.000Z' }],
  ])('is outside the window of a change with %s', (_case, fields) => {
    expect(answer(policyWith([]), { fields: { ...fields } })).toBe('outside-window');
  });

  it('is outside the window where the planned time lies in no maintenance window', () => {
    expect(answer(policyWith([MAINTENANCE], calendar(maintenance(NEXT_DAY))), {})).toBe('outside-window');
    expect(answer(policyWith([MAINTENANCE], calendar(maintenance())), {})).toBe('allowed');
  });

  it('is held to notice and overlap until the implementation has begun, and then no more', () => {
    const plannedChanges = {
      state: 'known',
      value: [{ key: 'CHG-9', services: ['Shop'], planned: planned('2026-03-03T20:00:00.000Z') }],
    } as const;
    const overlapping: FactsOverrides = { fields: { services: ['Shop'] }, plannedChanges };
    for (const rule of [NOTICE, OVERLAP]) {
      expect(answer(policyWith([rule]), { ...overlapping, stage: 'approved' })).toBe('outside-window');
      expect(answer(policyWith([rule]), { ...overlapping, stage: 'implementing' })).toBe('allowed');
    }
  });

  it.each<[string, Policy, FactsOverrides]>([
    ['the votes', policyWith([APPROVAL]), { votes: unread('Votes') }],
    ['a part of the plan', policyWith([APPROVAL]), { fields: { description: unread('Description') } }],
    ['a field of a rule', policyWith([fieldsRule(AT)]), { fields: { description: unread('Description') } }],
    ['the calendar', policyWith([FREEZES]), { windows: unread('Calendar') }],
    ['the environment', policyWith([]), { fields: { environment: unread('Target environment') } }],
    ['the planned start', policyWith([]), { fields: { plannedStart: unread('Planned start') } }],
    ['the planned end', policyWith([]), { fields: { plannedEnd: unread('Planned end') } }],
    ['the type', policyWith([]), { fields: { changeType: unread('Change type') } }],
    [
      'whether a rule applies',
      policyWith([fieldsRule({ ...AT, when: { field: 'category', filled: true } })]),
      { fields: { category: unread('Category') } },
    ],
  ])('is something nobody can tell of while %s could not be read', (_what, policy, facts) => {
    expect(answer(policy, facts)).toBe('cannot-tell');
  });

  it('answers what takes longest to mend where several things are missing, and doubt last', () => {
    const policy = policyWith(
      [APPROVAL, fieldsRule({ ...AT, fields: ['scope'] }), FREEZES, MAINTENANCE],
      calendar(freeze({ interval: planned('2026-03-03T20:00:00.000Z') })),
    );
    const all: FactsOverrides['fields'] = { scope: null, environment: unread('Target environment') };
    const stale = edited(approved({ fields: { ...all } }), { description: 'Something else.' });
    expect(answer(policy, stale)).toBe('stale-approval');
    const others = { ...policy, rules: policy.rules.slice(1) };
    expect(answer(others, stale)).toBe('not-approved');
    expect(answer({ ...others, rules: others.rules.slice(1) }, stale)).toBe('frozen');
    expect(answer({ ...others, rules: others.rules.slice(2) }, stale)).toBe('outside-window');
    expect(answer({ ...others, rules: [] }, stale)).toBe('cannot-tell');
  });

  it('is held to the rules of the gate by which the change came under implementation', () => {
    const policy = policyWith([fieldsRule({ gates: ['expedite'], fields: ['incident'] })]);
    expect(answer(policy, {}, { begunBy: 'implement' })).toBe('allowed');
    expect(answer(policy, {}, { begunBy: 'expedite' })).toBe('not-approved');
    expect(answer(policy, { stage: 'approved' }, { begunBy: 'expedite' })).toBe('allowed');
  });

  it('passes a rule that is not met with an exception or a reason on record', () => {
    const warned = policyWith([fieldsRule({ ...AT, strength: 'warn', fields: ['scope'] })]);
    expect(answer(warned, {})).toBe('not-approved');
    expect(answer(warned, { fields: { deviationReason: 'Agreed with the shops.' } })).toBe('allowed');
  });
});

function planned(from: string) {
  return { from, until: '2026-03-03T21:00:00.000Z' };
}

function votesOf({ votes }: ChangeFacts) {
  return votes.state === 'known' ? votes.value : [];
}
