import type { ChangeFacts } from '../change/change-facts';
import { checklistOf } from './checklist';
import type { Evaluation } from './evaluation';
import { askedExceptions, EXCEPTION_FIELD } from './exceptions';
import { timeAround } from './known-windows';
import type { Policy } from './policy';
import type { Reason } from '../reason';

/** Something that is in the way and from which an exception can be asked. */
export interface OfferedException {
  /** What is written into the change: ids of clauses, all of them needed, or the id of a freeze. */
  readonly names: readonly string[];
  /** What is missing, as the checklist says it. */
  readonly reasons: readonly Reason[];
}

/**
 * What stands in the way at the gate ahead and can be excepted: rules that are not met and serve enforced clauses, where
 * the policy knows exceptions, and freezes that somebody may exempt from. What is asked for already is left out.
 */
export function offeredExceptions(
  policy: Policy,
  facts: ChangeFacts,
  evaluation: Evaluation,
): readonly OfferedException[] {
  const asked = askedExceptions({ facts }).map((name) => name.trim().toLowerCase());
  const offers = [...fromRules(policy, evaluation), ...fromFreezes(policy, facts)];
  return offers.filter(({ names }) => !names.every((name) => asked.includes(name.toLowerCase())));
}

function fromRules(policy: Policy, evaluation: Evaluation): readonly OfferedException[] {
  if (policy.exceptions === 'none') return [];
  const offers = new Map<string, OfferedException>();
  for (const result of evaluation.rules) {
    const { ruleId, clauses, status } = result;
    if (status !== 'unmet' || clauses.length === 0 || !clauses.every((id) => isEnforced(policy, id))) continue;
    // Asking for an exception is no thing to be excepted from.
    if (policy.rules.find(({ id }) => id === ruleId)?.kind === 'exception-granted') continue;
    const open = checklistOf({ ...evaluation, rules: [result] }).filter(({ state }) => state === 'unmet');
    const key = [...clauses].sort().join(' ');
    const reasons = [...(offers.get(key)?.reasons ?? []), ...open.map(({ reason }) => reason)];
    offers.set(key, { names: clauses, reasons });
  }
  return [...offers.values()];
}

function fromFreezes(policy: Policy, facts: ChangeFacts): readonly OfferedException[] {
  return timeAround(policy, facts).windows.flatMap(({ window, binds }): OfferedException[] => {
    if (!binds || window.kind !== 'freeze' || window.exemptionBy === undefined) return [];
    return [{ names: [window.id], reasons: [{ code: 'in-freeze', window: window.title, ...window.interval }] }];
  });
}

function isEnforced({ clauses }: Policy, name: string): boolean {
  return clauses.some(({ id, service }) => id === name && service === 'enforced');
}

/** The fields that go with a request for an exception, in the order of the policy, without that of the names. */
export function askedWith({ exceptions }: Policy): readonly string[] {
  return exceptions === 'none' ? [] : exceptions.askedWith.filter((field) => field !== EXCEPTION_FIELD);
}
