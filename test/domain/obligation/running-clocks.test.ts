import { describe, expect, it } from '@jest/globals';
import { known } from '../../../src/domain/change/change-facts';
import type { Milestones } from '../../../src/domain/change/change-facts';
import { STAGES } from '../../../src/domain/change/lifecycle';
import type { PolicyClock } from '../../../src/domain/obligation/policy-clock';
import { runningClocks } from '../../../src/domain/obligation/running-clocks';
import type { Policy } from '../../../src/domain/policy/policy';
import { changeFacts, unread, type FactsOverrides, type FieldOverrides } from '../../builders/change-facts';
import { policyWith } from '../../builders/policies';

const CREATED = '2026-03-02T09:00:00.000Z';
const BEGAN = '2026-03-03T20:00:00.000Z';
const ENDED = '2026-03-03T21:00:00.000Z';

const MILESTONES: Milestones = { createdAt: CREATED, implementedFrom: BEGAN, implementedUntil: ENDED };

/** Documentation within 24 hours after the implementation. */
const CLOCK: PolicyClock = {
  id: 'documented',
  title: 'Documentation of an emergency',
  clauses: ['T-1', 'T-2'],
  from: 'implementation-end',
  within: { hours: 24 },
  doneWhenFilled: ['testResults', 'verification'],
};

const DUE = '2026-03-04T21:00:00.000Z';
const EARLY = '2026-03-04T09:00:00.000Z';
const LATE = '2026-03-04T21:00:00.001Z';
const OPEN = { testResults: null, verification: null };

interface Case {
  readonly clock?: Partial<PolicyClock>;
  readonly policy?: Partial<Policy>;
  readonly facts?: FactsOverrides;
  readonly at?: string;
}

function run({ clock, policy, facts, at = EARLY }: Case) {
  const clocks = [{ ...CLOCK, ...clock }];
  const milestones = known(MILESTONES);
  return runningClocks(policyWith([], { clocks, ...policy }), changeFacts({ milestones, ...facts }), at);
}

function expected(state: string, startedAt: string | null, dueAt: string | null) {
  return [{ clockId: 'documented', clauses: ['T-1', 'T-2'], state, startedAt, dueAt }];
}

const NOT_KNOWN = expected('unknown', null, null);

describe('a clock', () => {
  it.each([
    ['running as it starts', ENDED, 'running'],
    ['running', EARLY, 'running'],
    ['running at the very instant at which it is due', DUE, 'running'],
    ['overdue after that', LATE, 'overdue'],
  ])('is %s', (_what, at, state) => {
    expect(run({ facts: { fields: OPEN }, at })).toEqual(expected(state, ENDED, DUE));
  });

  it.each(['created', 'implementation-start', 'implementation-end'] as const)('starts with its event: %s', (from) => {
    const start = { created: CREATED, 'implementation-start': BEGAN, 'implementation-end': ENDED }[from];
    expect(run({ clock: { from, within: { hours: 1 } } })[0]?.startedAt).toBe(start);
  });

  it.each<[PolicyClock['within'], string]>([
    [{ hours: 24 }, '2026-03-04T21:00:00.000Z'],
    [{ days: 3 }, '2026-03-06T21:00:00.000Z'],
    [{ months: 1 }, '2026-04-03T21:00:00.000Z'],
    [{ businessDays: 5 }, '2026-03-11T09:00:00.000Z'],
  ])('runs for %j', (within, due) => {
    const businessHours = {
      ...{ timeZone: 'UTC', workdays: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' },
      holidays: [],
    };
    expect(run({ clock: { within }, policy: { calendar: { windows: [], businessHours } } })[0]?.dueAt).toBe(due);
  });

  it('has not started before its event', () => {
    const milestones = known({ ...MILESTONES, implementedUntil: null });
    expect(run({ facts: { milestones } })).toEqual(expected('not-started', null, null));
  });

  it('has not started at an instant before its event, of which it is known when it will be', () => {
    expect(run({ at: '2026-03-03T20:59:59.999Z' })).toEqual(expected('not-started', null, DUE));
  });

  it.each<[string, FactsOverrides, object]>([
    ['nobody looked when things happened', {}, NOT_KNOWN],
    ['it could not be read when things happened', { milestones: unread('Jira did not answer') }, NOT_KNOWN],
  ])('is not known where %s', (_why, facts, clocks) => {
    expect(runningClocks(policyWith([], { clocks: [CLOCK] }), changeFacts(facts), EARLY)).toEqual(clocks);
  });

  it('is not due at a known time where the policy does not say what business days are', () => {
    const clock = { within: { businessDays: 2 } };
    expect(run({ clock, facts: { fields: OPEN } })).toEqual(expected('unknown', ENDED, null));
    expect(run({ clock })).toEqual(expected('done', ENDED, null));
  });

  it('stands beside the others in the order of the policy', () => {
    const clocks = [{ ...CLOCK, id: 'second' }, CLOCK];
    expect(run({ policy: { clocks } }).map(({ clockId }) => clockId)).toEqual(['second', 'documented']);
  });
});

describe('a clock that asks for fields', () => {
  const UNREAD = unread('Verification');

  it.each<[string, FieldOverrides, string]>([
    ['done when all of them are filled', {}, 'done'],
    ['overdue while one is empty', { verification: ' ' }, 'overdue'],
    ['overdue while one is empty, whatever the other is', { testResults: null, verification: UNREAD }, 'overdue'],
    ['not known to be done where one could not be read', { verification: UNREAD }, 'unknown'],
  ])('is %s', (_what, fields, state) => {
    expect(run({ facts: { fields }, at: LATE })).toEqual(expected(state, ENDED, DUE));
  });

  it('is not done because the change is closed', () => {
    expect(run({ facts: { fields: OPEN, stage: 'closed' }, at: LATE })[0]?.state).toBe('overdue');
  });

  it('knows of what kind the fields are that the policy declares', () => {
    const fields = [{ id: 'scan', title: 'Scan report', kind: 'link' }] as const;
    const state = (scan: string) =>
      run({ clock: { doneWhenFilled: ['scan'] }, policy: { fields }, facts: { fields: { scan } } })[0]?.state;
    expect([state('clean'), state('https://scans.example.com/7')]).toEqual(['running', 'done']);
  });
});

describe('a clock that asks for no fields', () => {
  const { doneWhenFilled: _fields, ...clock } = CLOCK;
  const state = (facts: FactsOverrides) =>
    runningClocks(
      policyWith([], { clocks: [clock] }),
      changeFacts({ milestones: known(MILESTONES), fields: OPEN, ...facts }),
      LATE,
    )[0]?.state;

  it('is done when the change is closed, whichever way', () => {
    expect(STAGES.filter((stage) => state({ stage }) === 'done')).toEqual(['closed', 'rejected', 'cancelled']);
    expect(STAGES.filter((stage) => state({ stage }) === 'overdue')).toHaveLength(STAGES.length - 3);
  });

  it('is not known to be done where the stage could not be read', () => {
    expect(state({ stage: unread('Status') })).toBe('unknown');
  });
});

describe('a clock for certain changes', () => {
  const when = { field: 'changeType', in: ['Emergency'] } as const;

  it('runs for those', () => {
    expect(run({ clock: { when }, facts: { fields: { ...OPEN, changeType: 'Emergency' } } })).toEqual(
      expected('running', ENDED, DUE),
    );
  });

  it('is left out for others', () => {
    expect(run({ clock: { when } })).toEqual([]);
  });

  it('is not known where it is not known whether it applies', () => {
    expect(run({ clock: { when }, facts: { fields: { changeType: unread('Change type') } } })).toEqual(NOT_KNOWN);
  });
});

describe("the clock of the policy's own review", () => {
  const { doneWhenFilled: _fields, ...rest } = CLOCK;
  const review: PolicyClock = { ...rest, from: 'policy-review', within: { days: 30 } };
  const START = '2026-02-01T00:00:00.000Z';
  const END = '2026-03-03T00:00:00.000Z';

  function runReview(at: string, about: Policy['about'] = { nextReview: '2026-02-01' }, facts: FactsOverrides = {}) {
    return runningClocks(policyWith([], { clocks: [review], about }), changeFacts(facts), at);
  }

  it.each([
    ['2026-01-31T23:59:59.999Z', 'not-started', null],
    [START, 'running', START],
    [END, 'running', START],
    ['2026-03-03T00:00:00.001Z', 'overdue', START],
  ])('starts on the day of the review (in UTC): %s', (at, state, startedAt) => {
    expect(runReview(at)).toEqual(expected(state, startedAt, END));
  });

  it('does not stop because a change is closed', () => {
    expect(runReview('2027-01-01T00:00:00.000Z', undefined, { stage: 'closed' })[0]?.state).toBe('overdue');
  });

  it('is counted from what the document says of itself where it names no day', () => {
    const about = { lastUpdated: '2025-02-01', reviewEveryMonths: 12 };
    expect(runReview(START, about)).toEqual(expected('running', START, END));
  });

  it('is not known where the document says nothing', () => {
    expect(runReview(START, {})).toEqual(NOT_KNOWN);
  });
});
