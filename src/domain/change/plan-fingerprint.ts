import { digestOf } from '../canonical';
import type { ChangeFacts, Fact } from './change-facts';
import type { ChangeField } from './change-field';
import type { PlanFingerprint } from './identity';

export interface Plan {
  readonly fingerprint: PlanFingerprint;
  readonly fieldDigests: Readonly<Partial<Record<ChangeField | 'requesters', string>>>;
}

/**
 * The plan as it stands: one digest for each material field and for the requesters (whoever asks is part of what is
 * approved), and one over all of them. A field that could not be read has a digest of its own kind, so it never equals
 * the digest of any value.
 * @param material The fields that the policy declares material, in any order.
 */
export function planOf(facts: ChangeFacts, material: readonly ChangeField[]): Plan {
  const fieldDigests: Partial<Record<ChangeField | 'requesters', string>> = {
    requesters: digestOfFact(sorted(facts.requesters)),
  };
  for (const field of material) fieldDigests[field] = digestOfFact(facts.fields[field]);
  return { fingerprint: digestOf({ changeId: facts.change.id, fields: fieldDigests }), fieldDigests };
}

/**
 * The material fields that differ between the plan a vote was cast on and the plan as it stands, in order of name. A
 * field that is material in only one of them was not edited: the policy counts other fields than it did.
 */
export function editedFields(
  then: Plan['fieldDigests'],
  now: Plan['fieldDigests'],
): readonly (ChangeField | 'requesters')[] {
  const names = Object.keys(now) as (ChangeField | 'requesters')[];
  return names.filter((name) => then[name] !== undefined && then[name] !== now[name]).sort();
}

function digestOfFact(fact: Fact<unknown>): string {
  return fact.state === 'known' ? digestOf({ value: fact.value }) : digestOf({ unknown: fact.cause.code });
}

function sorted(fact: Fact<readonly string[]>): Fact<readonly string[]> {
  return fact.state === 'known' ? { state: 'known', value: [...fact.value].sort() } : fact;
}
