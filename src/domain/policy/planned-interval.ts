import { isInterval, type Interval } from '../calendar/interval';
import { fieldText, type ChangeFacts } from '../change/change-facts';

/** The planned time of a change; undefined while one end of it is open, not known, or before the other. */
export function plannedInterval(facts: Pick<ChangeFacts, 'fields'>): Interval | undefined {
  const from = fieldText(facts, 'plannedStart');
  const until = fieldText(facts, 'plannedEnd');
  if (from === undefined || until === undefined) return undefined;
  const planned = { from, until };
  return isInterval(planned) ? planned : undefined;
}
