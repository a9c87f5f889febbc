import { overlaps, type Interval } from './interval';
import { shareName } from './shared-name';

/** Another change that is planned or under way. */
export interface PlannedChange {
  readonly key: string;
  readonly services: readonly string[];
  readonly planned: Interval;
}

/**
 * The other changes that are planned at the same time on one of the same services, in the order given. Services compare
 * without regard to case; a change that ends at the very instant the other begins does not overlap it.
 * @param others Without the change itself. A change that names no service shares none: whoever asks sees to it first.
 */
export function changesOverlapping(
  own: Pick<PlannedChange, 'services' | 'planned'>,
  others: readonly PlannedChange[],
): readonly PlannedChange[] {
  return others.filter(({ services, planned }) => overlaps(own.planned, planned) && shareName(own.services, services));
}
