import type { ChangeFacts } from '../change/change-facts';
import type { Finding } from './evaluation';
import { filledText } from './filled-text';

/**
 * What keeps the planned time of a change from being known (`plannedInterval`): an end of it that is missing or could not
 * be read, or a plan that ends when it begins, or before. Nothing where it is known.
 */
export function findOpenPlan(facts: Pick<ChangeFacts, 'fields'>): readonly Finding[] {
  const from = filledText(facts, 'plannedStart');
  const until = filledText(facts, 'plannedEnd');
  if (typeof from !== 'string' || typeof until !== 'string') {
    return [from, until].filter((end) => typeof end !== 'string');
  }
  if (from < until) return [];
  const remedy = { do: 'fill-field', field: 'plannedEnd' } as const;
  return [{ met: 'no', reason: { code: 'interval-reversed', from, until }, remedy }];
}
