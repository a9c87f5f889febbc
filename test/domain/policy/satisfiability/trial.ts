import { partsOf, rolesIn, type Requirement } from '../../../../src/domain/approval/requirement';
import type { Vote } from '../../../../src/domain/approval/vote';
import { known, type ChangeFacts } from '../../../../src/domain/change/change-facts';
import type { AccountId } from '../../../../src/domain/change/identity';
import type { Gate } from '../../../../src/domain/change/lifecycle';
import type { Duty } from '../../../../src/domain/policy/duty';
import { evaluatePolicy } from '../../../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../../../src/domain/policy/policy';
import type { ApprovalRule, Rule } from '../../../../src/domain/policy/policy-rule';
import { PATHS } from '../../../../src/domain/policy/satisfiability/report';
import { changeFacts } from '../../../builders/change-facts';
import { minute } from '../../../builders/votes';

const HANDS = ['implementer', 'tester', 'verifier', 'closer'] as const;

type Hand = (typeof HANDS)[number];

const GATES = PATHS.main;

/** As many people without a role as there can be duties for. */
const STRANGERS = ['stranger', 'another stranger'] as const;

/** Who has which duty; the requester is given. */
type Hands = Readonly<Partial<Record<Hand, AccountId>>>;

/** Who approves by which rule. */
type Sheets = ReadonlyMap<ApprovalRule, readonly AccountId[]>;

/** A change on its way, with everybody who could have something to do with it. */
interface Trial {
  readonly policy: Policy;
  readonly holders: Readonly<Record<string, readonly AccountId[]>>;
  readonly requester: AccountId;
  readonly people: readonly AccountId[];
}

/**
 * Whether a normal change by this requester gets through all its gates, found by trying: everybody for every duty that a
 * rule mentions, every set of approvals for every approval rule, every author of an authored field at every gate; and
 * asking the policy itself at each gate.
 */
export function getsThrough(
  policy: Policy,
  holders: Readonly<Record<string, readonly AccountId[]>>,
  requester: AccountId,
): boolean {
  const people = [...new Set([...Object.values(holders).flat(), requester]), ...STRANGERS];
  return passesFrom(0, { policy, holders, requester, people }, {}, new Map());
}

/** Duties are given and approvals cast as late as a rule lets them: what fails at a gate is not tried any further. */
function passesFrom(place: number, trial: Trial, hands: Hands, sheets: Sheets): boolean {
  const gate = GATES[place];
  if (gate === undefined) return true;
  const { policy, holders, people } = trial;
  const here = policy.rules.filter(({ gates }) => gates.includes(gate));
  if (here.length === 0) return passesFrom(place + 1, trial, hands, sheets);
  const duties = HANDS.filter((hand) => !(hand in hands) && here.some((rule) => mentions(rule, hand)));
  const asked = approvalsOf(here).filter((rule) => !sheets.has(rule));
  const votes = choices(
    asked.map(({ requirement }) => {
      const roles = rolesIn(requirement);
      return subsets(people.filter((person) => rolesOf(person, holders).some((role) => roles.includes(role))));
    }),
  ).toReversed();
  return choices(duties.map(() => people)).some((chosen) => {
    const given = { ...hands, ...Object.fromEntries(duties.map((hand, index) => [hand, chosen[index] ?? ''])) };
    const facts = factsOf(trial, given);
    return votes.some((cast) => {
      const all = new Map([...sheets, ...asked.map((rule, index) => [rule, cast[index] ?? []] as const)]);
      return isAllowed(gate, trial, facts, all) && passesFrom(place + 1, trial, given, all);
    });
  });
}

function isAllowed(gate: Gate, { policy, holders, people }: Trial, facts: ChangeFacts, sheets: Sheets): boolean {
  const cast = [...sheets].flatMap(([rule, approvers]) =>
    rounds(rule.requirement).flatMap(() => approvers.map((by) => voteOf(rule, by, holders))),
  );
  const votes = known(cast.map((vote, index): Vote => ({ ...vote, at: minute(index) })));
  const isAuthored = policy.rules.some(({ kind, gates }) => kind === 'authorship' && gates.includes(gate));
  return (isAuthored ? people : [null]).some((author) => {
    const now = { ...facts, votes, authors: { riskAssessment: known(author) } };
    return evaluatePolicy(policy, now, gate, minute(120)).verdict === 'allow';
  });
}

/** Whoever approved before the turn of a part approves again: as often as there can be turns. */
function rounds(requirement: Requirement): readonly Requirement[] {
  return hasOrder(requirement) ? leavesOf(requirement) : [requirement];
}

function hasOrder(requirement: Requirement): boolean {
  return 'inOrder' in requirement || partsOf(requirement).some(hasOrder);
}

function leavesOf(requirement: Requirement): readonly Requirement[] {
  return 'role' in requirement ? [requirement] : partsOf(requirement).flatMap(leavesOf);
}

function voteOf(
  { point, requirement }: ApprovalRule,
  by: AccountId,
  holders: Readonly<Record<string, readonly AccountId[]>>,
): Vote {
  return {
    by,
    account: 'human',
    decision: 'approve',
    at: minute(0),
    gate: point,
    roles: rolesOf(by, holders).filter((role) => rolesIn(requirement).includes(role)),
    delegated: [],
    fingerprint: 'the plan',
    partDigests: {},
    comment: '',
    policyHash: 'the policy',
  };
}

function factsOf({ policy, holders, requester, people }: Trial, { closer, ...hands }: Hands): ChangeFacts {
  const sizes = policy.roles.map(({ id }) => [id, known((holders[id] ?? []).length)] as const);
  return {
    ...changeFacts({
      requesters: [requester],
      fields: { implementer: null, ...hands, riskAssessment: 'Nothing can go wrong.' },
      ...(closer !== undefined && { actor: known(closer) }),
    }),
    fingerprint: 'the plan',
    people: Object.fromEntries(people.map((person) => [person, known({ roles: rolesOf(person, holders) })])),
    roleSizes: Object.fromEntries(sizes),
  };
}

function rolesOf(person: AccountId, holders: Readonly<Record<string, readonly AccountId[]>>): readonly string[] {
  return Object.keys(holders).filter((role) => holders[role]?.includes(person));
}

function approvalsOf(rules: readonly Rule[]): readonly ApprovalRule[] {
  return rules.filter((rule) => rule.kind === 'approval');
}

function mentions(rule: Rule, duty: Duty): boolean {
  if (rule.kind === 'separate-duties' || rule.kind === 'same-person') return rule.pairs.flat().includes(duty);
  if (rule.kind === 'who-may') return rule.duty === duty;
  return rule.kind === 'authorship' && 'duty' in rule.by && rule.by.duty === duty;
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}

function choices<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (begun, list) => begun.flatMap((chosen) => list.map((one) => [...chosen, one])),
    [[]],
  );
}
