import type { PlannedChange } from '../../domain/calendar/overlapping-changes';
import { valuesOf } from '../../domain/change/change-facts';
import { plannedInterval } from '../../domain/policy/planned-interval';
import type { ChangeReading } from '../../ports/change-requests';

/** A change as something that is planned on services; none while its services or its time are not known. */
export function plannedChangeOf({ facts }: ChangeReading): readonly PlannedChange[] {
  const planned = plannedInterval(facts);
  const services = facts.fields['services'];
  if (planned === undefined || services?.state !== 'known') return [];
  return [{ key: facts.change.key, services: valuesOf(services.value), planned }];
}
