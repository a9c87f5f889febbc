import { describe, expect, it } from '@jest/globals';
import type { BusinessHours, Notice } from '../../../../src/domain/calendar/business-time';
import { notice } from '../../../../src/domain/policy/rules/notice';
import { unread, type FieldOverrides } from '../../../builders/change-facts';
import { AT_AUTHORIZE } from '../../../builders/policies';
import { ruleContext } from '../../../builders/rule-context';

const HOURS: BusinessHours = {
  timeZone: 'UTC',
  workdays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  holidays: [],
};

/** Friday, 6 March 2026, 16:00. */
const ASKED = '2026-03-06T16:00:00.000Z';

function find(wanted: Notice, plannedStart: FieldOverrides[string], businessHours?: BusinessHours) {
  const rule = { ...AT_AUTHORIZE, id: 'notice', kind: 'notice', notice: wanted } as const;
  const calendar = { windows: [], ...(businessHours && { businessHours }) };
  return notice.evaluate(
    rule,
    ruleContext({ policy: { calendar }, facts: { fields: { plannedStart } }, instant: ASKED, gate: 'submit' }),
  );
}

const given = (earliest: string) => [{ met: 'yes', reason: { code: 'notice-given', earliest } }];

const short = (earliest: string, start: string) => [
  { met: 'no', reason: { code: 'notice-short', earliest, start }, remedy: { do: 'plan-after', instant: earliest } },
];

describe('the notice of a change', () => {
  it.each<[Notice, string, string]>([
    [{ hours: 48 }, '2026-03-08T16:00:00.000Z', '2026-03-08T15:59:59.999Z'],
    [{ hours: 0 }, ASKED, '2026-03-06T15:59:59.999Z'],
    [{ businessDays: 2 }, '2026-03-10T16:00:00.000Z', '2026-03-10T15:59:59.999Z'],
    [{ businessHours: 2 }, '2026-03-09T10:00:00.000Z', '2026-03-09T09:59:59.999Z'],
  ])('of %j is given to the millisecond', (wanted, earliest, early) => {
    expect(find(wanted, earliest, HOURS)).toEqual(given(earliest));
    expect(find(wanted, '2026-04-01T09:00:00.000Z', HOURS)).toEqual(given(earliest));
    expect(find(wanted, early, HOURS)).toEqual(short(earliest, early));
  });

  it('in hours needs no business hours', () => {
    expect(find({ hours: 48 }, '2026-03-08T16:00:00.000Z')).toEqual(given('2026-03-08T16:00:00.000Z'));
  });

  it.each<Notice>([{ businessDays: 2 }, { businessHours: 2 }])(
    'of %j is not known where the policy does not say what business hours are',
    (wanted) => {
      const cause = { code: 'not-looked-up', detail: 'businessHours' };
      expect(find(wanted, '2026-04-01T09:00:00.000Z')).toEqual([
        { met: 'unknown', reason: { code: 'calendar-unknown', cause }, remedy: { do: 'mend-lookup', cause } },
      ]);
    },
  );

  it('cannot be given for a change without a planned start', () => {
    expect(find({ hours: 48 }, null)).toEqual([
      {
        met: 'no',
        reason: { code: 'field-empty', field: 'plannedStart' },
        remedy: { do: 'fill-field', field: 'plannedStart' },
      },
    ]);
  });

  it('is not known where the planned start could not be read', () => {
    expect(find({ hours: 48 }, unread('Planned start')).map(({ met }) => met)).toEqual(['unknown']);
  });

  it('needs no facts besides the fields', () => {
    expect(notice).not.toHaveProperty('needs');
  });
});
