import { describe, expect, it } from '@jest/globals';
import type { Vote } from '../../../../src/domain/approval/vote';
import type { CalendarWindow, FreezeWindow } from '../../../../src/domain/calendar/calendar-window';
import { known } from '../../../../src/domain/change/change-facts';
import { GATES, type Gate } from '../../../../src/domain/change/lifecycle';
import type { OutsideFreezesRule } from '../../../../src/domain/policy/policy-rule';
import { outsideFreezes } from '../../../../src/domain/policy/rules/outside-freezes';
import { changeFacts, unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE, policyWith } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';
import { withVotes } from '../../../builders/votes';
import { freeze, maintenance } from '../../../builders/windows';

/** 3 March 2026, in UTC. */
function at(time: string): string {
  return `2026-03-03T${time}:00.000Z`;
}

/** Around noon of 3 March. */
const NOON = freeze({ id: 'noon', title: 'Noon', interval: { from: at('12:00'), until: at('13:00') } });
const SOFT = freeze({
  ...{ id: 'soft', title: 'Soft', strength: 'soft' },
  interval: { from: at('12:00'), until: at('13:00') },
});

interface Case {
  readonly windows?: readonly CalendarWindow[];
  readonly plan?: readonly [string, string];
  readonly fields?: FieldOverrides;
  readonly votes?: readonly Partial<Vote>[];
  readonly gate?: Gate;
  readonly now?: string;
  readonly freezes?: OutsideFreezesRule['freezes'];
}

/** What is found for a change planned between two times of 3 March, at a gate passed on the morning of the day before. */
function find({ windows = [NOON], plan = ['11:00', '12:30'], fields = {}, votes = [], ...at_ }: Case = {}) {
  const { gate = 'authorize', now = '2026-03-02T09:00:00.000Z', freezes = ['hard', 'soft'] } = at_;
  const rule = { ...AT_AUTHORIZE, id: 'freezes', kind: 'outside-freezes', freezes } as const;
  const planned = changeFacts({ fields: { plannedStart: at(plan[0]), plannedEnd: at(plan[1]), ...fields } });
  const facts = withVotes(planned, policyWith(), votes);
  const context = ruleContext({ policy: { calendar: { windows } }, facts, gate, instant: now });
  return outsideFreezes.evaluate(rule, context);
}

const OUTSIDE = [{ met: 'yes', reason: { code: 'outside-freezes' } }];

function inFreeze({ title, interval }: FreezeWindow, remedy: object) {
  return { met: 'no', reason: { code: 'in-freeze', window: title, ...interval }, remedy };
}

const planAfter = (time: string) => ({ do: 'plan-after', instant: at(time) });

describe('a change planned outside the freezes', () => {
  it.each<[string, Case]>([
    ['there is none', { windows: [] }],
    ['it ends as the freeze begins', { plan: ['11:00', '12:00'] }],
    ['it begins as the freeze ends', { plan: ['13:00', '14:00'] }],
    ['the freeze is about another type of change', { windows: [{ ...NOON, scope: { types: ['Standard'] } }] }],
    ['its type is exempt from the freeze', { windows: [{ ...NOON, exemptTypes: ['Normal'] }] }],
    ['it is a time set aside for changes', { windows: [maintenance({ interval: NOON.interval })] }],
    ['the rule is about hard freezes', { windows: [SOFT], freezes: ['hard'] }],
    ['the rule is about soft freezes', { freezes: ['soft'] }],
    ['the rule is about no freezes', { freezes: [] }],
  ])('passes where %s', (_why, one) => {
    expect(find(one)).toEqual(OUTSIDE);
  });
});

describe('a change planned in a freeze', () => {
  it.each([
    ['11:00', '12:01'],
    ['12:59', '14:00'],
    ['12:00', '13:00'],
    ['12:10', '12:20'],
    ['11:00', '14:00'],
  ] as const)('from %s until %s is to be planned after it', (...plan) => {
    expect(find({ plan })).toEqual([inFreeze(NOON, planAfter('13:00'))]);
  });

  it('is in each freeze that it touches, hard or soft as the rule says', () => {
    expect(find({ windows: [SOFT, NOON] })).toEqual([
      inFreeze(SOFT, planAfter('13:00')),
      inFreeze(NOON, planAfter('13:00')),
    ]);
    expect(find({ windows: [SOFT, NOON], freezes: ['soft'] })).toEqual([inFreeze(SOFT, planAfter('13:00'))]);
  });

  it('is to be planned after all freezes that follow before it would be done', () => {
    const later = freeze({ title: 'Later', interval: { from: at('14:00'), until: at('15:00') } });
    const latest = freeze({ title: 'Latest', interval: { from: at('16:30'), until: at('17:00') } });
    expect(find({ windows: [later, NOON, latest] })).toEqual([inFreeze(NOON, planAfter('15:00'))]);
  });

  it('does not wait for freezes that are no matter of the rule', () => {
    const later = freeze({ title: 'Later', strength: 'soft', interval: { from: at('13:30'), until: at('15:00') } });
    expect(find({ windows: [NOON, later], freezes: ['hard'] })).toEqual([inFreeze(NOON, planAfter('13:00'))]);
  });

  it('is so where it is not known whether the freeze is about it', () => {
    const windows = [{ ...NOON, scope: { types: ['Standard'] } }];
    expect(find({ windows, fields: { changeType: unread('Change type') } })).toEqual([
      inFreeze(NOON, planAfter('13:00')),
    ]);
  });

  it('is so where the freeze is one of the site', () => {
    const rule = { ...AT_AUTHORIZE, id: 'freezes', kind: 'outside-freezes', freezes: ['hard'] } as const;
    const fields = { plannedStart: at('12:00'), plannedEnd: at('12:30') };
    const context = ruleContext({ facts: { fields, windows: known([NOON]) } });
    expect(outsideFreezes.evaluate(rule, context)).toEqual([inFreeze(NOON, planAfter('13:00'))]);
    expect(outsideFreezes.needs?.(rule)).toEqual({ windows: true });
  });
});

describe('the moment at which the implementation begins', () => {
  const plan = ['20:00', '21:00'] as const;
  const wait = (time: string) => ({ do: 'wait', until: at(time) });

  it.each([
    ['11:59', false],
    ['12:00', true],
    ['12:59', true],
    ['13:00', false],
  ])('is in a freeze or not, whatever was planned: %s', (time, frozen) => {
    expect(find({ plan, gate: 'implement', now: at(time) })).toEqual(
      frozen ? [inFreeze(NOON, wait('13:00'))] : OUTSIDE,
    );
  });

  it.each(GATES)('counts where something is changed from then on: %s', (gate) => {
    const begins = gate === 'implement' || gate === 'expedite';
    expect(find({ plan, gate, now: at('12:30') })).toEqual(begins ? [inFreeze(NOON, wait('13:00'))] : OUTSIDE);
  });

  it('is waited for until no freeze is left', () => {
    const next = freeze({ title: 'Next', interval: { from: at('13:00'), until: at('15:00') } });
    expect(find({ windows: [NOON, next], plan, gate: 'implement', now: at('12:30') })).toEqual([
      inFreeze(NOON, wait('15:00')),
    ]);
  });

  it('does not make up for a plan in a freeze', () => {
    expect(find({ gate: 'implement', now: at('10:00') })).toEqual([inFreeze(NOON, planAfter('13:00'))]);
  });

  it('is no second finding where the plan is in the same freeze', () => {
    const evening = freeze({ title: 'Evening', interval: { from: at('12:20'), until: at('22:00') } });
    expect(find({ windows: [NOON, evening], plan, gate: 'implement', now: at('12:30') })).toEqual([
      inFreeze(evening, planAfter('22:00')),
      inFreeze(NOON, wait('22:00')),
    ]);
  });

  it('counts even where nothing was planned', () => {
    expect(find({ fields: { plannedEnd: null }, gate: 'expedite', now: at('12:30') })).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'plannedEnd' },
        remedy: { do: 'fill-field', field: 'plannedEnd' },
      },
      inFreeze(NOON, wait('13:00')),
    ]);
  });
});

describe('an exemption from a freeze', () => {
  const EXEMPTIBLE = { ...NOON, exemptionBy: 'security' };
  const ASK = inFreeze(EXEMPTIBLE, { do: 'ask-exemption', window: 'Noon', role: 'security' });
  const GRANT = { by: 'account-security', roles: ['security'] };
  const EXEMPT = {
    met: 'yes',
    reason: { code: 'freeze-exempted', window: 'Noon', role: 'security', by: 'account-security' },
  };

  it.each(['noon', 'NOON', 'Noon', ' noon '])('is asked for by the name of the freeze: %j', (name) => {
    expect(find({ windows: [EXEMPTIBLE], fields: { exceptionTo: ['T-1', name] }, votes: [GRANT] })).toEqual([EXEMPT]);
  });

  it('is asked for by the id as well as by the title', () => {
    const windows = [{ ...EXEMPTIBLE, id: 'lunch' }];
    expect(find({ windows, fields: { exceptionTo: ['Lunch'] }, votes: [GRANT] })).toEqual([EXEMPT]);
    expect(find({ windows, fields: { exceptionTo: ['Noon'] }, votes: [GRANT] })).toEqual([EXEMPT]);
  });

  it('is granted at whichever point the role approves', () => {
    const fields = { exceptionTo: ['noon'] };
    expect(find({ windows: [EXEMPTIBLE], fields, votes: [{ ...GRANT, gate: 'submit' }] })).toEqual([EXEMPT]);
  });

  it.each<[string, FieldOverrides, readonly Partial<Vote>[]]>([
    ['nobody asked for it', {}, [GRANT]],
    ['something else was asked for', { exceptionTo: ['noo', 'T-1'] }, [GRANT]],
    ['it could not be read what was asked for', { exceptionTo: unread('Exception to') }, [GRANT]],
    ['nobody granted it', { exceptionTo: ['noon'] }, []],
    ['another role approved', { exceptionTo: ['noon'] }, [{}]],
    ['the role declined', { exceptionTo: ['noon'] }, [{ ...GRANT, decision: 'decline' }]],
    ['the role took the approval back', { exceptionTo: ['noon'] }, [GRANT, { ...GRANT, decision: 'withdraw' }]],
    ['the plan was edited since', { exceptionTo: ['noon'] }, [{ ...GRANT, fingerprint: 'of another plan' }]],
  ])('is not given where %s, and it is said whom to ask', (_why, fields, votes) => {
    expect(find({ windows: [EXEMPTIBLE], fields, votes })).toEqual([ASK]);
  });

  it('cannot be asked for where nobody may grant it', () => {
    expect(find({ fields: { exceptionTo: ['noon'] }, votes: [GRANT] })).toEqual([inFreeze(NOON, planAfter('13:00'))]);
  });

  it('is one from this freeze, not from others', () => {
    const windows = [EXEMPTIBLE, SOFT];
    expect(find({ windows, fields: { exceptionTo: ['noon'] }, votes: [GRANT] })).toEqual([
      EXEMPT,
      inFreeze(SOFT, planAfter('13:00')),
    ]);
  });

  it('lets the change be planned in this freeze, once it is out of the others', () => {
    const morning = freeze({ title: 'Morning', interval: { from: at('10:00'), until: at('11:30') } });
    const fields = { exceptionTo: ['noon'] };
    expect(find({ windows: [EXEMPTIBLE, morning], fields, votes: [GRANT] })).toEqual([
      EXEMPT,
      inFreeze(morning, planAfter('11:30')),
    ]);
  });

  it('counts for the moment of the implementation, too', () => {
    const one: Case = { windows: [EXEMPTIBLE], plan: ['20:00', '21:00'], gate: 'implement', now: at('12:30') };
    expect(find({ ...one, fields: { exceptionTo: ['noon'] }, votes: [GRANT] })).toEqual([EXEMPT]);
    expect(find(one)).toEqual([ASK]);
  });
});

describe('freezes', () => {
  it('cannot be held against a change that is not planned', () => {
    expect(find({ fields: { plannedStart: null, plannedEnd: null } }).map(({ reason }) => reason)).toEqual([
      { code: 'field-empty', field: 'plannedStart' },
      { code: 'field-empty', field: 'plannedEnd' },
    ]);
  });

  it('cannot be held against a plan that ends before it begins', () => {
    expect(find({ plan: ['13:00', '12:00'] })).toEqual([
      {
        met: 'no',
        reason: { code: 'interval-reversed', from: at('13:00'), until: at('12:00') },
        remedy: { do: 'fill-field', field: 'plannedEnd' },
      },
    ]);
  });

  it('are not known while the calendar cannot be read', () => {
    const rule = { ...AT_AUTHORIZE, id: 'freezes', kind: 'outside-freezes', freezes: ['hard'] } as const;
    const windows = unread('The calendar did not answer');
    const finding = {
      met: 'unknown',
      reason: { code: 'calendar-unknown', cause: windows.cause },
      remedy: { do: 'mend-lookup', cause: windows.cause },
    };
    expect(outsideFreezes.evaluate(rule, ruleContext({ facts: { windows } }))).toEqual([finding]);
    const open = ruleContext({ facts: { windows, fields: { plannedEnd: null } } });
    expect(outsideFreezes.evaluate(rule, open).map(({ met }) => met)).toEqual(['no', 'unknown']);
  });
});
