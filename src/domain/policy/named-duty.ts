import { fieldFact, known, unknown, valuesOf, type ChangeFacts, type Fact } from '../change/change-facts';
import type { AccountId } from '../change/identity';
import type { Duty } from './duty';

/** A duty that the change itself names somebody for; who approves is told by the votes. */
export type NamedDuty = Exclude<Duty, 'approver'>;

/** The people whom the facts name for a duty; none while it is open. */
export function namedFor(
  duty: NamedDuty,
  facts: Pick<ChangeFacts, 'requesters' | 'fields' | 'actor'>,
): Fact<readonly AccountId[]> {
  if (duty === 'requester') return facts.requesters;
  if (duty === 'closer') {
    const actor = facts.actor ?? unknown('not-looked-up', 'actor');
    return actor.state === 'known' ? known([actor.value]) : actor;
  }
  const fact = fieldFact(facts, duty);
  return fact.state === 'known' ? known(valuesOf(fact.value).filter((person) => person.trim() !== '')) : fact;
}
