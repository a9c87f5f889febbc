import { fieldText, type ChangeFacts } from '../change/change-facts';
import type { Finding } from './evaluation';
import { findField } from './rules/required-fields';

/**
 * What keeps the planned time of a change from being known (`plannedInterval`): an end of it that is missing or could not
 * be read, or a plan that ends when it begins, or before. Nothing where it is known.
 */
export function findOpenPlan(facts: Pick<ChangeFacts, 'fields'>): readonly Finding[] {
  const open = [findField(facts, 'plannedStart'), findField(facts, 'plannedEnd')].filter(({ met }) => met !== 'yes');
  const from = fieldText(facts, 'plannedStart');
  const until = fieldText(facts, 'plannedEnd');
  if (open.length > 0 || from === undefined || until === undefined || from < until) return open;
  const remedy = { do: 'fill-field', field: 'plannedEnd' } as const;
  return [{ met: 'no', reason: { code: 'interval-reversed', from, until }, remedy }];
}
