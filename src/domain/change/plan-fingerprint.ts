import { digestOf } from '../canonical';
import type { ChangeFacts, Fact } from './change-facts';
import type { ChangeField } from './change-field';
import type { PartDigests, PlanFingerprint, PlanPart } from './identity';

export interface Plan {
  readonly fingerprint: PlanFingerprint;
  /** Tells two plans apart part by part. Made when asked for: a decision in which no vote is void does without. */
  partDigests(): PartDigests;
}

/**
 * The plan as it stands: the material fields and the requesters (whoever asks is part of what is approved), under one
 * digest. A field that could not be read is a content of its own kind, so it never equals any value.
 * @param material The fields that the policy declares material, in any order.
 */
export function planOf(facts: ChangeFacts, material: readonly ChangeField[]): Plan {
  const parts: readonly (readonly [PlanPart, unknown])[] = [
    ['requesters', contentOf(sorted(facts.requesters))],
    ...material.map((field) => [field, contentOf(facts.fields[field])] as const),
  ];
  return {
    fingerprint: digestOf({ changeId: facts.change.id, parts: Object.fromEntries(parts) }),
    partDigests: () => Object.fromEntries(parts.map(([part, content]) => [part, digestOf(content)])),
  };
}

/**
 * The parts that differ between the plan a vote was cast on and the plan as it stands, in order of name. A field that is
 * material in only one of them was not edited: the policy counts other fields than it did.
 */
export function editedParts(then: PartDigests, now: PartDigests): readonly PlanPart[] {
  const names = Object.keys(now) as PlanPart[];
  return names.filter((name) => then[name] !== undefined && then[name] !== now[name]).sort();
}

function contentOf(fact: Fact<unknown>): unknown {
  return fact.state === 'known' ? { value: fact.value } : { unknown: fact.cause.code };
}

function sorted(fact: Fact<readonly string[]>): Fact<readonly string[]> {
  return fact.state === 'known' ? { state: 'known', value: [...fact.value].sort() } : fact;
}
