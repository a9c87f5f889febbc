import type { Gate } from '../change/lifecycle';
import { barsAt, type Bars, type WeighingContext } from './barred-voters';
import type { Scales } from './weigh-votes';

/** Scales that tell as well why nobody knows of others whose votes for a point do not count. */
export interface ScalesOfChange extends Scales {
  unknownBars(point: Gate): Bars['unknown'];
}

/** What votes are weighed against: the plan as it stands, and who may vote. Who may not is asked once for each point. */
export function scalesOf(context: WeighingContext): ScalesOfChange {
  const kept = new Map<Gate, Bars>();
  const barsOf = (point: Gate): Bars => {
    const before = kept.get(point);
    const bars = before ?? barsAt(context, point);
    if (before === undefined) kept.set(point, bars);
    return bars;
  };
  return {
    fingerprint: context.facts.fingerprint,
    isBarred: (person, point) => barsOf(point).barred.some((voter) => voter.person === person),
    unknownBars: (point) => barsOf(point).unknown,
  };
}
