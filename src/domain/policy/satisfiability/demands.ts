import { rolesIn } from '../../approval/requirement';
import { isBefore } from '../../change/gate-order';
import type { Gate } from '../../change/lifecycle';
import type { Duty, DutyPair } from '../duty';
import type { ApprovalRule, Rule, RuleOf } from '../policy-rule';

/** The duties that one person has; approvers may be several. */
export const HANDS = ['requester', 'implementer', 'tester', 'verifier', 'closer'] as const satisfies readonly Duty[];

export type Hand = (typeof HANDS)[number];

/** Roles of which somebody must hold one. */
export type Roles = readonly string[];

/** Votes for one approval rule, as they count at one gate. */
export interface Ballot {
  readonly rule: ApprovalRule;
  /** Whose votes do not count. */
  readonly barred: readonly Hand[];
  /** Whoever votes holds a role of each list: first, one that is asked for. */
  readonly voters: readonly Roles[];
}

/** Somebody who wrote a field, or approved, by some gate. */
export interface Somebody {
  /** Duties that this person has. */
  readonly hands: readonly Hand[];
  /** Where this person has approved: in one of these ballots. Absent: need not have. */
  readonly approved?: readonly Ballot[];
  /** Of each list the person holds a role. */
  readonly lists: readonly Roles[];
}

/** What rules ask of the people of one change on its way. */
export interface Demands {
  /** The requirement of each is met. */
  readonly ballots: readonly Ballot[];
  readonly holders: ReadonlyMap<Hand, readonly Roles[]>;
  readonly same: readonly (readonly [Hand, Hand])[];
  readonly apart: readonly (readonly [Hand, Hand])[];
  /** People who must be there. */
  readonly people: readonly Somebody[];
}

/** The rules that apply to a change on one of its ways. */
export interface Way {
  readonly rules: readonly Rule[];
  /** Those of them of which it is not known whether they apply: nobody can rely on the approvals that they ask for. */
  readonly unsure: readonly Rule[];
  readonly gates: readonly Gate[];
}

/**
 * What rules that apply to a change ask of its people, up to a gate of its way.
 * @param rules The rules that are to be kept.
 * @param way The way up to the gate, with all rules that apply: who has approved follows from them, kept or not.
 */
export function demandsOf(rules: readonly Rule[], { rules: applying, unsure, gates }: Way): Demands {
  const asked = applying.filter((rule) => rule.kind === 'approval');
  const votes: Votes = {
    kept: rules,
    barring: rules.filter(isBarring),
    asked,
    given: asked.filter((rule) => !unsure.includes(rule)),
    gates,
  };
  const holders = new Map<Hand, readonly Roles[]>();
  const same: (readonly [Hand, Hand])[] = [];
  const apart: (readonly [Hand, Hand])[] = [];
  const ballots: Ballot[] = [];
  const people: Somebody[] = [...authorsOf(votes)];
  for (const rule of rules) {
    const at = gates.filter((gate) => rule.gates.includes(gate));
    if (at.length === 0 || rule.strength === 'warn') continue;
    if (rule.kind === 'approval') ballots.push(...at.map((gate) => ballotAt(rule, gate, votes)));
    if (rule.kind === 'separate-duties') apart.push(...rule.pairs.flatMap(twoHands));
    if (rule.kind === 'same-person') {
      same.push(...rule.pairs.flatMap(twoHands));
      const hands = rule.pairs.flatMap((pair) => (pair.includes('approver') ? pair.filter(isHand) : []));
      people.push(...hands.flatMap((hand) => at.map((gate) => approverAt(gate, votes, [hand]))));
    }
    if (rule.kind === 'who-may' && rule.duty === 'approver') {
      people.push(...at.map((gate) => approverAt(gate, votes, [])));
    } else if (rule.kind === 'who-may' && isHand(rule.duty)) {
      holders.set(rule.duty, [...(holders.get(rule.duty) ?? []), rule.roles]);
    }
  }
  return { ballots, holders, same, apart, people };
}

/** What decides whose votes count. */
interface Votes {
  readonly kept: readonly Rule[];
  /** Those of them by which a vote does not count. */
  readonly barring: readonly (RuleOf<'separate-duties'> | RuleOf<'who-may'>)[];
  readonly asked: readonly ApprovalRule[];
  /** Those of them that surely apply. */
  readonly given: readonly ApprovalRule[];
  readonly gates: readonly Gate[];
}

/** Whoever is the author of a field at a gate: every rule about that field at that gate speaks of the same person. */
function authorsOf(votes: Votes): readonly Somebody[] {
  const authors = new Map<string, Somebody>();
  for (const rule of votes.kept) {
    if (rule.kind !== 'authorship') continue;
    for (const gate of votes.gates.filter((candidate) => rule.gates.includes(candidate))) {
      for (const field of rule.fields) {
        const key = `${gate} ${field}`;
        const known = authors.get(key) ?? { hands: [], lists: [] };
        authors.set(key, withAuthor(known, rule, gate, votes));
      }
    }
  }
  return [...authors.values()];
}

function withAuthor(author: Somebody, { by }: RuleOf<'authorship'>, gate: Gate, votes: Votes): Somebody {
  if ('roles' in by) return { ...author, lists: [...author.lists, by.roles] };
  if (by.duty !== 'approver') return { ...author, hands: [...author.hands, by.duty] };
  // Before the first point nobody is an approver yet, and nothing is asked of one.
  if (votes.asked.every(({ point }) => isBefore(gate, point))) return author;
  return { ...author, approved: ballotsBy(gate, votes) };
}

/** Somebody who has approved; the roles that approvers must hold are asked of whoever votes. */
function approverAt(gate: Gate, votes: Votes, hands: readonly Hand[]): Somebody {
  return { hands, lists: [], approved: ballotsBy(gate, votes) };
}

/** All votes that can have been cast by a gate, as they count there. */
function ballotsBy(gate: Gate, votes: Votes): readonly Ballot[] {
  const until = votes.gates.slice(0, votes.gates.indexOf(gate) + 1);
  return votes.given
    .filter((rule) => rule.gates.some((candidate) => until.includes(candidate)))
    .map((rule) => ballotAt(rule, gate, votes));
}

/** A vote is barred by rules at its point and by those at the gate at which it is looked at. */
function ballotAt(rule: ApprovalRule, gate: Gate, { barring, gates }: Votes): Ballot {
  const first = gates.findIndex((candidate) => rule.gates.includes(candidate));
  const barred: Hand[] = [];
  const voters: Roles[] = [rolesIn(rule.requirement)];
  for (const other of barring) {
    if (other.kind === 'separate-duties') {
      if (!other.gates.includes(rule.point) && !other.gates.includes(gate)) continue;
      barred.push(...other.pairs.flatMap((pair) => (pair.includes('approver') ? pair.filter(isHand) : [])));
    } else {
      if (gates.slice(first).some((candidate) => other.gates.includes(candidate))) voters.push(other.roles);
    }
  }
  return { rule, barred: [...new Set(barred)], voters };
}

function isBarring(rule: Rule): rule is Votes['barring'][number] {
  return rule.kind === 'separate-duties' || (rule.kind === 'who-may' && rule.duty === 'approver');
}

function twoHands([one, other]: DutyPair): readonly (readonly [Hand, Hand])[] {
  return isHand(one) && isHand(other) ? [[one, other]] : [];
}

function isHand(duty: Duty): duty is Hand {
  return duty !== 'approver';
}

/** Whether it makes a difference who proposes, among those who may. */
export function dependsOnRequester({ ballots, same, apart, people }: Demands): boolean {
  const cast = [...ballots, ...people.flatMap(({ approved }) => approved ?? [])];
  const tied = [...same, ...apart, ...people.map(({ hands }) => hands), ...cast.map(({ barred }) => barred)];
  return tied.some((hands) => hands.includes('requester'));
}
