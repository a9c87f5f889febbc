import type { ChangeHistory, Move } from '../../src/domain/change/change-history';
import type { Stage } from '../../src/domain/change/lifecycle';

/** The stages that a normal change goes through on its way to Closed. */
export const WHOLE_WAY: readonly Stage[] = [
  'draft',
  'assessment',
  'approved',
  'implementing',
  'verification',
  'closed',
];

/**
 * A change that went through these stages, an hour apart. Moves are named `<id>-1`, `<id>-2`, ...
 * @param from When the first move was made.
 */
export function historyThrough(
  stages: readonly Stage[],
  { id = 'move', from = '2026-03-02T10:00:00.000Z' }: { readonly id?: string; readonly from?: string } = {},
): ChangeHistory {
  const moves = stages.slice(1).map((to, index): Move => ({
    id: `${id}-${String(index + 1)}`,
    at: new Date(Date.parse(from) + index * 3_600_000).toISOString(),
    by: 'account-implementer',
    from: stages[index] ?? null,
    to,
  }));
  return { createdAt: new Date(Date.parse(from) - 3_600_000).toISOString(), moves };
}
