import { digestOf } from '../canonical';
import { fieldFact, type ChangeFacts, type Fact } from './change-facts';
import type { FieldId } from './change-field';
import type { PartDigests, PlanFingerprint, PlanPart } from './identity';

/** What a plan is made of; votes and the digest itself are no part of it. */
export type PlanFacts = Pick<ChangeFacts, 'change' | 'requesters' | 'fields'>;

export interface Plan {
  readonly fingerprint: PlanFingerprint;
  /** Tells two plans apart part by part. Made when asked for: a decision in which no vote is void does without. */
  partDigests(): PartDigests;
}

/**
 * What a change asks an exception from is part of every plan, material or not: whoever approved a plan did not grant an
 * exception that was asked for afterwards.
 */
const ALWAYS_MATERIAL: FieldId = 'exceptionTo';

/**
 * The plan as it stands: the material fields, the requesters (whoever asks is part of what is approved) and the exceptions
 * asked for, under one digest. A field that could not be read is a content of its own kind, so it never equals any value;
 * the values of a field of several are a set, without order.
 * @param material The fields that the policy declares material, in any order.
 */
export function planOf(facts: PlanFacts, material: readonly FieldId[]): Plan {
  const parts = partsOf(facts, material);
  // A plan without exceptions has the digest that it had before there were any.
  const named = parts.filter(([part]) => part !== ALWAYS_MATERIAL || asksForExceptions(facts));
  return {
    fingerprint: digestOf({ changeId: facts.change.id, parts: Object.fromEntries(named) }),
    partDigests: () => digestEach(parts),
  };
}

/** The digests of the parts of a plan, without that of the whole. */
export function partDigestsOf(facts: PlanFacts, material: readonly FieldId[]): PartDigests {
  return digestEach(partsOf(facts, material));
}

/**
 * The parts that differ between the plan a vote was cast on and the plan as it stands, in order of name. A field that is
 * material in only one of them was not edited: the policy counts other fields than it did.
 */
export function editedParts(then: PartDigests, now: PartDigests): readonly PlanPart[] {
  return Object.keys(now)
    .filter((name) => then[name] !== undefined && then[name] !== now[name])
    .sort();
}

type Part = readonly [PlanPart, unknown];

function partsOf(facts: PlanFacts, material: readonly FieldId[]): readonly Part[] {
  const fields = new Set([...material, ALWAYS_MATERIAL]);
  return [
    ['requesters', contentOf(facts.requesters)],
    ...[...fields].map((field): Part => [field, contentOf(fieldFact(facts, field))]),
  ];
}

function asksForExceptions(facts: PlanFacts): boolean {
  const fact = fieldFact(facts, ALWAYS_MATERIAL);
  return fact.state === 'known' && fact.value !== null;
}

function digestEach(parts: readonly Part[]): PartDigests {
  return Object.fromEntries(parts.map(([part, content]) => [part, digestOf(content)]));
}

function contentOf(fact: Fact<string | readonly string[] | null>): unknown {
  if (fact.state === 'unknown') return { unknown: fact.cause.code };
  return { value: fact.value === null || typeof fact.value === 'string' ? fact.value : [...fact.value].sort() };
}
