import { describe, expect, it } from '@jest/globals';
import type { FreezeWindow } from '../../../src/domain/calendar/calendar-window';
import type { ExceptionPath, GrantedException, PolicyMetadata } from '../../../src/domain/policy/policy';
import { CLEAN, EXCEPTIONS, foundWith, TODAY } from './lint-clean-policy';

const error = { severity: 'error', clauses: [], ruleIds: [] };
const warning = { severity: 'warning', clauses: [], ruleIds: [] };

describe('the review of the policy', () => {
  const overdue = (due: string, days: number) => ({ ...warning, code: 'review-overdue', due, days });
  const none = { ...warning, code: 'no-review-date' };
  const about = (metadata: PolicyMetadata, today = TODAY) => foundWith({ about: metadata }, today);

  it('is overdue from the day after it was due', () => {
    expect(about({ nextReview: '2026-03-02' })).toEqual([]);
    expect(about({ nextReview: '2026-03-01' })).toEqual([overdue('2026-03-01', 1)]);
    expect(about({ nextReview: '2025-03-02' })).toEqual([overdue('2025-03-02', 365)]);
  });

  it('is due so many months after the policy was last updated', () => {
    const annual = { lastUpdated: '2025-07-19', reviewEveryMonths: 12 };
    const on = (today: string) => foundWith({ about: annual }, today).filter(({ code }) => code === 'review-overdue');
    expect(on('2026-07-19')).toEqual([]);
    expect(on('2026-11-20')).toEqual([overdue('2026-07-19', 124)]);
  });

  it('names the clauses whose clock reminds of it', () => {
    const clock = { id: 'review', title: '', clauses: ['C-9'], from: 'policy-review', within: { days: 0 } } as const;
    expect(foundWith({ about: { nextReview: '2026-03-01' }, clocks: [...CLEAN.clocks, clock] })).toEqual([
      { ...overdue('2026-03-01', 1), clauses: ['C-9'] },
    ]);
  });

  it('must have a date', () => {
    expect(about({})).toEqual([none]);
    expect(about({ lastUpdated: '2026-01-01' })).toEqual([none]);
    expect(about({ reviewEveryMonths: 12 })).toEqual([none]);
    expect(about({ lastUpdated: 'last summer', reviewEveryMonths: 12 })).toEqual([none]);
  });

  it('goes by the answer, where the date was left blank', () => {
    const blank = (answer: string | undefined) =>
      foundWith({
        about: { lastUpdated: '[Date]', reviewEveryMonths: 12 },
        questions: [
          ...CLEAN.questions,
          { id: 'other', clauses: [], ask: '?', placeholder: '[Other]', kind: 'date' },
          { id: 'updated', clauses: [], ask: '?', placeholder: '[date]', kind: 'date' },
        ],
        answers: { ...CLEAN.answers, other: '2026-01-01', ...(answer !== undefined && { updated: answer }) },
      }).filter(({ code }) => code === 'review-overdue' || code === 'no-review-date');
    expect(blank('2025-03-02')).toEqual([]);
    expect(blank('2025-03-01')).toEqual([overdue('2026-03-01', 1)]);
    expect(blank(undefined)).toEqual([none]);
    expect(blank(' ')).toEqual([none]);
  });
});

describe('a freeze', () => {
  const freeze = (from: string, until: string): FreezeWindow => ({
    id: 'freeze',
    title: 'The freeze',
    kind: 'freeze',
    strength: 'hard',
    interval: { from: `${from}T00:00:00.000Z`, until: `${until}T00:00:00.000Z` },
  });
  const found = { ...warning, code: 'long-freeze', clauses: ['C-5'], window: 'The freeze', days: 32 };
  const warden = CLEAN.roles.filter(({ id }) => id !== 'warden');

  it('longer than a month is hardly meant', () => {
    const written = (window: FreezeWindow) => foundWith({ roles: warden, calendar: { windows: [window] } });
    expect(written(freeze('2026-12-01', '2027-01-01'))).toEqual([]);
    expect(written(freeze('2026-12-01', '2027-01-02'))).toEqual([found]);
  });

  it('is looked at in answers too, with the clauses that were asked about', () => {
    const dates = [freeze('2026-12-01', '2027-01-02')];
    const questions = CLEAN.questions.map((question) => ({ ...question, clauses: ['C-4', 'C-5'] }));
    expect(foundWith({ questions, answers: { dates } })).toEqual([{ ...found, clauses: ['C-4', 'C-5'] }]);
  });

  it('counts part of a day as a day', () => {
    const { interval } = freeze('2026-12-01', '2027-01-01');
    const window = {
      ...freeze('2026-12-01', '2027-01-01'),
      interval: { ...interval, until: '2027-01-01T00:00:01.000Z' },
    };
    expect(foundWith({ roles: warden, calendar: { windows: [window] } })).toEqual([found]);
  });

  it('is not a maintenance window, which may be as long as it likes', () => {
    const { interval } = freeze('2026-01-01', '2027-01-01');
    const window = { id: 'w', title: 'Always', kind: 'maintenance', interval } as const;
    expect(foundWith({ roles: warden, calendar: { windows: [window] } })).toEqual([]);
  });
});

describe('the catalogue of standard changes', () => {
  it('names entries whose last day is past', () => {
    const expired = { ...warning, code: 'expired-entry', clauses: ['C-4'], ruleIds: ['catalogue'] };
    const entries = (...dates: readonly string[]) =>
      foundWith({
        standardChanges: dates.map((until) => ({ id: until, title: `Until ${until}`, preApprovedBy: 'owner', until })),
      });
    expect(entries('2026-03-02', '2026-03-03')).toEqual([]);
    expect(entries('2026-03-01', '2026-03-02')).toEqual([
      { ...expired, entry: 'Until 2026-03-01', until: '2026-03-01' },
    ]);
  });
});

describe('a standing exception', () => {
  const path = EXCEPTIONS;
  const lapsed = (because: string) => ({
    ...warning,
    code: 'exception-lapsed',
    clauses: ['C-2'],
    exception: 'old-server',
    because,
  });
  const found = (granted: Partial<GrantedException>, terms: Partial<ExceptionPath> = {}) =>
    foundWith({
      exceptions: { ...path, ...terms, granted: path.granted.map((one) => ({ ...one, ...granted })) },
    });

  it('has lapsed after its last day', () => {
    expect(found({ until: '2026-03-02' })).toEqual([]);
    expect(found({ until: '2026-03-01' })).toEqual([lapsed('over')]);
  });

  it('has lapsed without its review', () => {
    expect(found({ reviewedOn: ['2025-12-02'] })).toEqual([]);
    expect(found({ reviewedOn: ['2025-12-01'] })).toEqual([lapsed('unreviewed')]);
    expect(found({ reviewedOn: [] })).toEqual([lapsed('unreviewed')]);
  });

  it('has lapsed when it has run for longer than the policy allows', () => {
    expect(found({}, { longestDays: 275 })).toEqual([]);
    expect(found({}, { longestDays: 274 })).toEqual([lapsed('too-long')]);
  });

  it('has not lapsed before it begins', () => {
    expect(found({ from: '2026-03-03', until: '2026-03-01', reviewedOn: [] })).toEqual([]);
  });

  it('must have been granted by those who may', () => {
    const both = { allOf: [{ role: 'board' }, { role: 'owner' }] };
    const problem = { ...error, code: 'exception-not-granted', clauses: ['C-2'], exception: 'old-server' };
    expect(found({ grantedBy: ['owner', 'board'] }, { requirement: both })).toEqual([]);
    expect(found({}, { requirement: both })).toEqual([{ ...problem, roles: ['board'] }]);
    expect(found({ grantedBy: ['board', 'board'] }, { requirement: { atLeast: 2, role: 'board' } })).toEqual([]);
    expect(found({}, { requirement: { atLeast: 2, role: 'board' } })).toEqual([{ ...problem, roles: ['board'] }]);
    expect(found({ grantedBy: [], until: '2026-03-01' })).toEqual([lapsed('over'), { ...problem, roles: [] }]);
  });
});

describe('the records', () => {
  it('must have a time for which they are kept', () => {
    const kept = (retentionMonths: number | null | { readonly answer: string }) =>
      foundWith({ records: { ...CLEAN.records, retentionMonths } });
    expect(kept(null)).toEqual([{ ...warning, code: 'retention-missing' }]);
    expect(kept(0)).toEqual([]);
    expect(kept({ answer: 'dates' })).toEqual([]);
  });
});
