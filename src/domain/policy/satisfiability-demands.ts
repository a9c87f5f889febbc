import type { Gate } from '../change/lifecycle';
import type { Duty, DutyPair } from './duty';
import type { ApprovalRule, Rule, RuleOf } from './policy-rule';

/** The duties that one person has; approvers may be several. */
export const HANDS = ['requester', 'implementer', 'tester', 'verifier', 'closer'] as const satisfies readonly Duty[];

export type Hand = (typeof HANDS)[number];

/** Roles of which somebody must hold one. */
export type Roles = readonly string[];

/** An approval that is collected on the way. */
export interface Ballot {
  readonly rule: ApprovalRule;
  /** The first gate, as its place on the way, by which the votes are there. */
  readonly from: number;
  /** Whose votes do not count. */
  readonly barred: readonly Hand[];
  /** Whoever votes holds a role of each list. */
  readonly voters: readonly Roles[];
  /** Whether the requirement has to be met, or the votes only matter to other rules. */
  readonly binding: boolean;
}

/** Somebody who wrote a field, or approved, by the gate at this place on the way. */
export interface Somebody {
  readonly by: number;
  /** Duties that this person has. */
  readonly hands: readonly Hand[];
  /** Whether this person has approved. */
  readonly approves: boolean;
  /** Of each list the person holds a role. */
  readonly lists: readonly Roles[];
}

/** What rules ask of the people of one change on its way. */
export interface Demands {
  readonly ballots: readonly Ballot[];
  readonly holders: ReadonlyMap<Hand, readonly Roles[]>;
  readonly same: readonly (readonly [Hand, Hand])[];
  readonly apart: readonly (readonly [Hand, Hand])[];
  /** People who must be there. */
  readonly people: readonly Somebody[];
}

/**
 * What rules that apply to a change ask of its people, up to a gate of its way.
 * @param rules The rules that are to be kept.
 * @param asked The approval rules that apply, whether or not they are to be kept: who has approved follows from them.
 * @param gates The way up to the gate.
 */
export function demandsOf(rules: readonly Rule[], asked: readonly ApprovalRule[], gates: readonly Gate[]): Demands {
  const here = rules.filter((rule) => rule.gates.some((gate) => gates.includes(gate)));
  const holders = new Map<Hand, readonly Roles[]>();
  const same: (readonly [Hand, Hand])[] = [];
  const apart: (readonly [Hand, Hand])[] = [];
  const people: Somebody[] = [...authorsOf(here, gates)];
  for (const rule of here) {
    if (rule.kind === 'separate-duties' && rule.strength === 'block') apart.push(...rule.pairs.flatMap(twoHands));
    if (rule.kind === 'same-person') {
      same.push(...rule.pairs.flatMap(twoHands));
      people.push(...whoApproved(rule, gates));
    }
    if (rule.kind === 'who-may') {
      const { duty, roles } = rule;
      if (duty !== 'approver') holders.set(duty, [...(holders.get(duty) ?? []), roles]);
      else people.push(...placesOf(rule, gates).map((by) => ({ by, hands: [], approves: true, lists: [roles] })));
    }
  }
  const ballots = asked.flatMap((rule) => ballotOf(rule, rules, gates));
  return { ballots, holders, same, apart, people };
}

/** Whoever is the author of a field at a gate: every rule about that field at that gate speaks of the same person. */
function authorsOf(rules: readonly Rule[], gates: readonly Gate[]): readonly Somebody[] {
  const authors = new Map<string, Somebody>();
  for (const rule of rules) {
    if (rule.kind !== 'authorship') continue;
    for (const by of placesOf(rule, gates)) {
      for (const field of rule.fields) {
        const key = `${String(by)} ${field}`;
        const known = authors.get(key) ?? { by, hands: [], approves: false, lists: [] };
        authors.set(key, withAuthor(known, rule));
      }
    }
  }
  return [...authors.values()];
}

function withAuthor(author: Somebody, { by }: RuleOf<'authorship'>): Somebody {
  if ('roles' in by) return { ...author, lists: [...author.lists, by.roles] };
  return by.duty === 'approver' ? { ...author, approves: true } : { ...author, hands: [...author.hands, by.duty] };
}

/** One of a pair has approved by each gate of the rule. */
function whoApproved(rule: RuleOf<'same-person'>, gates: readonly Gate[]): readonly Somebody[] {
  const hands = rule.pairs.filter((pair) => pair.includes('approver')).flatMap((pair) => pair.filter(isHand));
  return hands.flatMap((hand) => placesOf(rule, gates).map((by) => ({ by, hands: [hand], approves: true, lists: [] })));
}

function ballotOf(rule: ApprovalRule, kept: readonly Rule[], gates: readonly Gate[]): readonly Ballot[] {
  const [from] = placesOf(rule, gates);
  if (from === undefined) return [];
  const looked = [rule.point, ...rule.gates.filter((gate) => gates.includes(gate))];
  const barred = kept
    .filter((other) => other.kind === 'separate-duties' && other.gates.some((gate) => looked.includes(gate)))
    .flatMap((other) => (other.kind === 'separate-duties' ? other.pairs : []))
    .flatMap((pair) => (pair.includes('approver') ? pair.filter(isHand) : []));
  const voters = kept.flatMap((other) =>
    other.kind === 'who-may' && other.duty === 'approver' && placesOf(other, gates).some((place) => place >= from)
      ? [other.roles]
      : [],
  );
  return [
    { rule, from, barred: [...new Set(barred)], voters, binding: rule.strength === 'block' && kept.includes(rule) },
  ];
}

/** The places on the way at which a rule is looked at. */
function placesOf(rule: Rule, gates: readonly Gate[]): readonly number[] {
  return gates.flatMap((gate, place) => (rule.gates.includes(gate) ? [place] : []));
}

function twoHands([one, other]: DutyPair): readonly (readonly [Hand, Hand])[] {
  return isHand(one) && isHand(other) ? [[one, other]] : [];
}

function isHand(duty: Duty): duty is Hand {
  return duty !== 'approver';
}
