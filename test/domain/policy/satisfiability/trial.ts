import { partsOf, rolesIn, type Requirement } from '../../../../src/domain/approval/requirement';
import type { Vote } from '../../../../src/domain/approval/vote';
import { known, type ChangeFacts } from '../../../../src/domain/change/change-facts';
import type { AccountId } from '../../../../src/domain/change/identity';
import type { Duty } from '../../../../src/domain/policy/duty';
import { evaluatePolicy } from '../../../../src/domain/policy/evaluate-policy';
import type { Policy } from '../../../../src/domain/policy/policy';
import type { ApprovalRule } from '../../../../src/domain/policy/policy-rule';
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
  const mentioned = HANDS.filter((hand) => policy.rules.some((rule) => mentions(rule, hand)));
  const people = [...new Set([...Object.values(holders).flat(), requester]), ...STRANGERS];
  const sheets = choices(
    approvalsOf(policy).map(({ requirement }) => {
      const asked = rolesIn(requirement);
      return subsets(people.filter((person) => rolesOf(person, holders).some((role) => asked.includes(role))));
    }),
  ).toReversed();
  return choices(mentioned.map(() => people)).some((chosen) => {
    const hands: Hands = Object.fromEntries(mentioned.map((hand, index) => [hand, chosen[index] ?? '']));
    const facts = factsOf(policy, holders, requester, hands, people);
    return sheets.some((sheet) => passesAll(policy, facts, sheet, holders, people));
  });
}

function passesAll(
  policy: Policy,
  facts: ChangeFacts,
  sheet: readonly (readonly AccountId[])[],
  holders: Readonly<Record<string, readonly AccountId[]>>,
  authors: readonly AccountId[],
): boolean {
  const approvals = approvalsOf(policy);
  const authored = policy.rules.some(({ kind }) => kind === 'authorship');
  return GATES.every((gate, place) => {
    if (!policy.rules.some(({ gates }) => gates.includes(gate))) return true;
    const cast = approvals.flatMap((rule, index) =>
      GATES.slice(0, place + 1).some((before) => rule.gates.includes(before))
        ? rounds(rule.requirement).flatMap(() => (sheet[index] ?? []).map((by) => voteOf(rule, by, holders)))
        : [],
    );
    const votes = known(cast.map((vote, index): Vote => ({ ...vote, at: minute(index) })));
    return (authored ? authors : [null]).some((author) => {
      const now = { ...facts, votes, authors: { riskAssessment: known(author) } };
      return evaluatePolicy(policy, now, gate, minute(120)).verdict === 'allow';
    });
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

function factsOf(
  policy: Policy,
  holders: Readonly<Record<string, readonly AccountId[]>>,
  requester: AccountId,
  { closer, ...hands }: Hands,
  people: readonly AccountId[],
): ChangeFacts {
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

function approvalsOf({ rules }: Policy): readonly ApprovalRule[] {
  return rules.filter((rule) => rule.kind === 'approval');
}

function mentions(rule: Policy['rules'][number], duty: Duty): boolean {
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
