import type { CalendarSubject, CalendarWindow } from '../calendar/calendar-window';
import { fieldText, known, unknown, valuesOf, type ChangeFacts, type Fact } from '../change/change-facts';
import type { FieldId } from '../change/change-field';
import type { Policy } from './policy';

/**
 * The windows that a change is held against: those written in the policy, the freezes that its owner answered a question
 * with, and those of the site's calendar as far as they were looked up. They are not known while the calendar could not
 * be read, nor while it is an open question when the freezes are: the answer may be any time.
 */
export function bindingWindows({
  policy: { calendar, questions, answers },
  facts: { windows: ofSite },
}: {
  readonly policy: Pick<Policy, 'calendar' | 'questions' | 'answers'>;
  readonly facts: Pick<ChangeFacts, 'windows'>;
}): Fact<readonly CalendarWindow[]> {
  const windows = [...calendar.windows];
  for (const { id, kind } of questions) {
    if (kind !== 'freezes') continue;
    const answer = answers[id];
    if (typeof answer !== 'object') return unknown('not-looked-up', id);
    windows.push(...answer);
  }
  if (ofSite?.state === 'unknown') return ofSite;
  return known(ofSite === undefined ? windows : [...windows, ...ofSite.value]);
}

/** What the windows of a calendar look at: empty where the change does not say, or where it could not be read. */
export function calendarSubjectOf(facts: Pick<ChangeFacts, 'fields'>): CalendarSubject {
  return {
    type: fieldText(facts, 'changeType') ?? null,
    category: fieldText(facts, 'category') ?? null,
    services: listOf(facts, 'services'),
    environment: fieldText(facts, 'environment') ?? null,
  };
}

function listOf({ fields }: Pick<ChangeFacts, 'fields'>, field: FieldId): readonly string[] {
  const fact = fields[field];
  return fact?.state === 'known' ? valuesOf(fact.value) : [];
}
