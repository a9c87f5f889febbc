import type { Gate } from '../change/lifecycle';
import { barredVoters, type BarredVoter, type WeighingContext } from './barred-voters';
import type { Scales } from './weigh-votes';

/** What votes are weighed against: the plan as it stands, and who may vote. Who may not is asked once for each point. */
export function scalesOf(context: WeighingContext): Scales {
  const barred = new Map<Gate, readonly BarredVoter[]>();
  return {
    fingerprint: context.facts.fingerprint,
    isBarred: (person, point) => {
      const before = barred.get(point);
      const voters = before ?? barredVoters(context, point);
      if (before === undefined) barred.set(point, voters);
      return voters.some((voter) => voter.person === person);
    },
  };
}
