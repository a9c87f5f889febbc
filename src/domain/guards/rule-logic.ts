import type { Duty, DutyPair } from '../policy/duty';
import type { Rule, SamePersonRule, SeparateDutiesRule } from '../policy/policy-rule';
import type { Settings } from '../settings';
import { all, asks, type Logic } from './expression-logic';
import { ACTING_PERSON, placeOf } from './expression-text';
import type { UnsaidCause } from './guard';
import { holdsOneOf } from './role-logic';

/** What a rule asks of whoever takes on a duty by acting. */
export interface AskedOfActor {
  readonly logic: Logic;
  /** The duties that the acting person must not have, or must have; none for a rule about roles. */
  readonly others: readonly Duty[];
  /** What of it cannot be said. */
  readonly unsaid: readonly UnsaidCause[];
}

/** @returns undefined for a rule that asks nothing of whoever takes on the duty. */
export function askedOfActor(rule: Rule, duty: Duty, settings: Settings): AskedOfActor | undefined {
  switch (rule.kind) {
    case 'who-may':
      // Who approves is told by the votes, not by who authorizes.
      return rule.duty !== duty || duty === 'approver'
        ? undefined
        : { logic: holdsOneOf(settings, rule.roles), others: [], unsaid: [] };
    case 'separate-duties':
      return askedByPairs(rule, duty, isNot);
    case 'same-person':
      return duty === 'approver' ? undefined : askedByPairs(rule, duty, is);
    case 'authorship':
      return duty === 'closer' && 'duty' in rule.by && rule.by.duty === duty
        ? { logic: true, others: [], unsaid: ['writers'] }
        : undefined;
    default:
      return undefined;
  }
}

function askedByPairs(
  { pairs }: SeparateDutiesRule | SamePersonRule,
  duty: Duty,
  compare: (other: NamedInJira) => Logic,
): AskedOfActor | undefined {
  const others = pairs.flatMap((pair) => otherThan(duty, pair) ?? []);
  if (others.length === 0) return undefined;
  const named = others.filter(isNamedInJira);
  return {
    logic: all(named.map(compare)),
    others: named,
    unsaid: named.length < others.length ? ['votes'] : [],
  };
}

function otherThan(duty: Duty, [one, other]: DutyPair): Duty | undefined {
  if (one === duty) return other;
  return other === duty ? one : undefined;
}

/** A duty for which the issue itself names somebody. */
type NamedInJira = Exclude<Duty, 'approver' | 'closer'>;

function isNamedInJira(duty: Duty): duty is NamedInJira {
  return duty !== 'approver' && duty !== 'closer';
}

const REQUESTERS = '[issue.reporter?.accountId, issue.creator?.accountId]';

/** Where nobody is known to have asked for the change, nobody knows who did not. */
function isNot(duty: NamedInJira): Logic {
  if (duty !== 'requester') return asks(`${placeOf(duty)}?.accountId != ${ACTING_PERSON}`);
  return all([asks('(issue.reporter ?? issue.creator) != null'), asks(`!${REQUESTERS}.includes(${ACTING_PERSON})`)]);
}

/** A duty that nobody has yet is not that of the acting person either. */
function is(duty: NamedInJira): Logic {
  return duty === 'requester'
    ? asks(`${REQUESTERS}.includes(${ACTING_PERSON})`)
    : asks(`${placeOf(duty)}?.accountId == ${ACTING_PERSON}`);
}
