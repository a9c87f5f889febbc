import type { Vote } from '../../approval/vote';
import type { AccountId } from '../../change/identity';
import { dutyToReassign, dutyUnknown, inBoth, leftToJira } from '../duty-findings';
import { dutyHolders } from '../duty-holders';
import type { Duty, DutyPair } from '../duty';
import type { Finding } from '../evaluation';
import type { SeparateDutiesRule } from '../policy-rule';
import type { RuleContext, RuleKind } from '../rule';

/**
 * Nobody has both duties of a pair. A duty that nobody has yet is in nobody's hands. Where one of them is approving and
 * the rule blocks, the votes of whoever has the other are left out of the count (see `barsAt`), so there is nothing
 * to undo here: what this finds is whether those people are known, and whose vote was left out. A rule that warns leaves
 * votes in and compares the people, as between all other duties.
 */
export const separateDuties: RuleKind<'separate-duties'> = {
  kind: 'separate-duties',
  evaluate: (rule, context) => {
    const findings: Finding[] = [];
    for (const pair of rule.pairs) findings.push(...findSeparation(pair, rule, context));
    return findings;
  },
};

function findSeparation(pair: DutyPair, rule: SeparateDutiesRule, context: RuleContext): readonly Finding[] {
  const [one, other] = pair;
  if (rule.strength === 'block' && one === 'approver') return findVotesLeftOut(other, pair, context);
  if (rule.strength === 'block' && other === 'approver') return findVotesLeftOut(one, pair, context);
  const left = leftToJira(pair, rule.id, context.facts);
  return left === undefined ? comparePeople(pair, context) : [left];
}

function comparePeople(pair: DutyPair, context: RuleContext): readonly Finding[] {
  const [one, other] = pair;
  const holders = [dutyHolders(one, context), dutyHolders(other, context)] as const;
  const [ofOne, ofOther] = holders;
  if (holders.some((of) => of.state === 'known' && of.value.length === 0)) return [separate(pair)];
  if (ofOne.state === 'unknown') return [dutyUnknown(one, ofOne.cause)];
  if (ofOther.state === 'unknown') return [dutyUnknown(other, ofOther.cause)];
  const both = inBoth(ofOne.value, ofOther.value);
  if (both.length === 0) return [separate(pair)];
  const duty = dutyToReassign(one, other);
  return both.map((by): Finding => ({
    met: 'no',
    reason: { code: 'duties-not-separate', duties: pair, by },
    remedy: duty === 'approver' ? { do: 'ask-somebody-else' } : { do: 'name-somebody-else', duty },
  }));
}

/** Whose vote was left out at this gate and its points, because of a duty that is not to go with approving. */
function findVotesLeftOut(duty: Duty, pair: DutyPair, context: RuleContext): readonly Finding[] {
  const holders = dutyHolders(duty, context);
  if (holders.state === 'unknown') return [dutyUnknown(duty, holders.cause)];
  const leftOut = hasVoteOf(holders.value, context) ? inBoth(holders.value, votersAt(context)) : [];
  if (leftOut.length === 0) return [separate(pair)];
  return leftOut.map((by): Finding => ({ met: 'yes', reason: { code: 'vote-left-out', by, duty } }));
}

function separate(duties: DutyPair): Finding {
  return { met: 'yes', reason: { code: 'duties-separate', duties } };
}

/** Whether any of these people has voted at all: mostly not, and then nobody needs to look at whose vote stands. */
function hasVoteOf(people: readonly AccountId[], { facts: { votes } }: RuleContext): boolean {
  return votes.state === 'known' && votes.value.some(({ by }) => people.includes(by));
}

/** Who has a vote, not taken back, at this gate or at a point whose approval is looked at here. */
function votersAt({ policy, facts, gate }: RuleContext): readonly AccountId[] {
  if (facts.votes.state === 'unknown') return [];
  const points = new Set([gate]);
  for (const rule of policy.rules) {
    if (rule.kind === 'approval' && rule.gates.includes(gate)) points.add(rule.point);
  }
  const latest = new Map<string, Vote>();
  for (const vote of facts.votes.value) {
    if (points.has(vote.gate)) latest.set(`${vote.gate} ${vote.by}`, vote);
  }
  return [...latest.values()].filter(({ decision }) => decision !== 'withdraw').map(({ by }) => by);
}
