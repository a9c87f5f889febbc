import type { SchedulingRule } from '../../domain/policy/policy';
import type { CalendarReason } from '../../domain/reason';
import { FIELD_TITLES } from '../field-titles';
import { causeText } from './cause-text';
import { momentText, stretchText } from './moments';
import { roleTitle } from './names-of-people';
import type { Sentences } from './sentences';

const BOUND_BY: Readonly<Record<SchedulingRule, string>> = {
  freezes: 'freezes',
  'maintenance-windows': 'maintenance windows',
  notice: 'notice periods',
  overlap: 'what else is planned',
};

export const CALENDAR_SENTENCES: Sentences<CalendarReason> = {
  'calendar-unknown': ({ cause }) => `The calendar could not be read: ${causeText(cause)}`,
  'interval-reversed': ({ from, until }) =>
    `${FIELD_TITLES.plannedEnd} (${momentText(until)}) is not after ${FIELD_TITLES.plannedStart} (${momentText(from)}).`,
  'outside-freezes': () => 'The change falls in no freeze.',
  'in-freeze': ({ window, from, until }) => `The change falls in the freeze "${window}" (${stretchText(from, until)}).`,
  'freeze-exempted': ({ window, role }, policy) =>
    `The ${roleTitle(policy, role)} granted an exemption from the freeze "${window}".`,
  'in-maintenance-window': ({ window }) => `The planned time lies in the maintenance window "${window}".`,
  'outside-maintenance-windows': () => 'The planned time does not lie in a maintenance window.',
  'notice-given': ({ earliest }) => `The planned start leaves enough notice: ${momentText(earliest)} or later.`,
  'notice-short': ({ earliest, start }) =>
    `The planned start (${momentText(start)}) leaves too little notice: it may be ${momentText(earliest)} at the earliest.`,
  'no-overlap': () => 'No other change is planned on the same services at the same time.',
  overlaps: ({ key, from, until }) =>
    `${key} is planned on the same services at the same time (${stretchText(from, until)}).`,
  bypassed: ({ rule }) => `An emergency is not bound by ${BOUND_BY[rule]}.`,
};
